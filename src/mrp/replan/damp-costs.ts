import { Decimal } from "../../core/index.js";
import type { Plan } from "../plan/plan.js";
import { stateOf } from "../plan/plan-state.js";
import { planningRecord } from "../plan/record.js";
import { findPoint } from "../plan/record-options.js";
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
 * and holding for what is in stock at the end of each day of the horizon.
 */
export function costOf(
  plan: Plan,
  { item, site, segment }: DampedPoint,
  frozen: number,
  { setup, holding }: StockingCosts,
): Decimal {
  const state = stateOf(plan);
  const orders = ordersOf(state.orders, findPoint(state, item, { site, segment }));
  const stock = planningRecord(plan, item, { site, segment }).rows.reduce(
    (sum, row) => (row.projectedOnHand.gt(0) ? sum.plus(row.projectedOnHand) : sum),
    new Decimal(0),
  );
  return setup.times(orders + frozen).plus(holding.times(stock));
}
