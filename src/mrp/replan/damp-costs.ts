import { Decimal, quantityToDecimal } from "../../core/index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { planningRecord } from "../plan/record.js";
import { findPoint } from "../plan/record-options.js";
import { arrivalOf } from "../plan/supply-list.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";
import { ordersOf } from "../sweep/planned-orders.js";

/** A stocking point as a plan names it. */
export interface DampedPoint {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

/** What an order costs to set up, and a stock unit to hold for a day. */
export interface StockingCosts {
  readonly setup: Decimal;
  readonly holding: Decimal;
}

type ParameterRow = PlanningRow<"items"> | ItemSite;
type ItemSite = PlanningRow<"itemSites">;

/** The costs of each item at each site: those of its lot rule, else of the item-site, else of the item (K34); else 0. */
export function stockingCosts(input: PlanningInput): (point: DampedPoint) => StockingCosts {
  const items = new Map((input.items ?? []).map((row) => [row.id, row]));
  const onlySite = (input.sites?.length ?? 0) < 2;
  const itemSites = input.itemSites ?? [];
  return ({ item, site }) => {
    const own = itemSites.find((row) => row.item === item && (onlySite || row.site === site));
    const rows: (ParameterRow | undefined)[] = [own, items.get(item)];
    const rule = rows.find((row) => row?.lotSizing !== undefined)?.lotSizing as
      | { readonly setupCost?: number | string; readonly holdingCost?: number | string }
      | undefined;
    const costOf = (field: "setupCost" | "holdingCost"): Decimal =>
      new Decimal([rule, ...rows].find((row) => row?.[field] !== undefined)?.[field] ?? 0);
    return { setup: costOf("setupCost"), holding: costOf("holdingCost") };
  };
}

/**
 * What the orders of a stocking point cost in a plan: setup for each of them and for each frozen one,
 * and holding for what is in stock at the end of each day of the horizon. What a schedule dated is no stock
 * before it comes in (K57).
 */
export function costOf(
  plan: Plan,
  { item, site, segment }: DampedPoint,
  frozen: number,
  { setup, holding }: StockingCosts,
): Decimal {
  const state = stateOf(plan);
  const point = findPoint(state, item, { site, segment });
  const { rows } = planningRecord(plan, item, { site, segment });
  const stock = rows.map(({ projectedOnHand }) => projectedOnHand);
  takeOffToCome(stock, state, point);
  const held = stock.reduce((sum, one) => (one.gt(0) ? sum.plus(one) : sum), new Decimal(0));
  return setup.times(ordersOf(state.orders, point) + frozen).plus(holding.times(held));
}

/** Takes off the stock of each day what counts already of open supply, and comes in later. */
function takeOffToCome(stock: Decimal[], state: PlanState, point: number): void {
  const { model, orders } = state;
  const { decimals } = model.problem.items[model.points.item[point]!]!;
  for (const supply of model.detail(point).waiting) {
    const counts = orders.resized.get(supply.row) ?? supply.quantity;
    const quantity = quantityToDecimal(counts, decimals);
    const arrival = Math.min(arrivalOf(state, supply), model.days);
    for (let day = orders.supplyDay.at(supply.row); day < arrival; day++) {
      stock[day] = stock[day]!.minus(quantity);
    }
  }
}
