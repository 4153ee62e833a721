import type { Decimal } from "../../core/index.js";
import type { Plan, PlannedOrder, PlanningInput } from "../../mrp/index.js";
import { exactCost, exactTotal } from "./exact-money.js";

/** Money of one currency; `null`: neither source nor input names one. */
export interface CostAmount {
  readonly currency: string | null;
  readonly amount: Decimal;
}

/** Something that a plan buys at a price that nobody states. */
export interface MissingPrice {
  readonly item: string;
  readonly site: string;
  readonly kind: "buy" | "subcontract";
  readonly supplier: string | null;
}

/** What suppliers are paid for the orders of a plan. */
export interface MaterialCost {
  /** By currency, what has a price. */
  readonly costs: readonly CostAmount[];
  /** What has none, once for each item, site, kind and supplier. */
  readonly missing: readonly MissingPrice[];
}

/** The costs of a unit that an input states. */
export type UnitCosts = (item: string, site: string) => number | string | undefined;

/** Reads the costs of a unit: those of an item at a site, else the item's own. */
export function unitCostsOf({ items = [], itemSites = [] }: PlanningInput): UnitCosts {
  const known = new Map<string, number | string>();
  for (const { id, unitCost } of items) {
    if (unitCost !== undefined) known.set(JSON.stringify([id]), unitCost);
  }
  for (const { item, site, unitCost } of itemSites) {
    const key = site === undefined ? [item] : [item, site];
    if (unitCost !== undefined) known.set(JSON.stringify(key), unitCost);
  }
  return (item, site) =>
    known.get(JSON.stringify([item, site])) ?? known.get(JSON.stringify([item]));
}

/**
 * What suppliers are paid for what a plan orders: purchases and subcontracts at the price of their
 * source (K50), a purchase without one at the item's unit cost. What is made costs what goes into it.
 *
 * @param plan - a plan
 * @param unitCosts - of its input
 * @param currency - of the input: that of unit costs
 */
export function materialCost(
  plan: Plan,
  unitCosts: UnitCosts,
  currency: string | null,
): MaterialCost {
  const amounts = new Map<string | null, Decimal[]>();
  const missing = new Map<string, MissingPrice>();
  for (const order of plan.orders) {
    const { kind, item, site, supplier = null } = order;
    if (kind !== "buy" && kind !== "subcontract") continue;
    const cost = order.price ?? (kind === "buy" ? ofUnitCost(order, unitCosts, currency) : null);
    if (cost === null) {
      const one: MissingPrice = { item, site, kind, supplier };
      missing.set(JSON.stringify(one), one);
      continue;
    }
    const known = amounts.get(cost.currency) ?? [];
    amounts.set(cost.currency, known);
    known.push(cost.amount);
  }
  return {
    costs: [...amounts].map(([name, all]) => ({ currency: name, amount: exactTotal(all) })),
    missing: [...missing.values()],
  };
}

function ofUnitCost(
  { item, site, startQuantity }: PlannedOrder,
  unitCosts: UnitCosts,
  currency: string | null,
): CostAmount | null {
  const unitCost = unitCosts(item, site);
  return unitCost === undefined ? null : { currency, amount: exactCost(unitCost, startQuantity) };
}
