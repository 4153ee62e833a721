import { multiplyRatios, type Ratio } from "../../core/index.js";
import { exactOf, type PlanRows } from "./plan-rows.js";

/** Where a costing lot was taken from. */
export type CostingLotOrigin = "given" | "fixedOrderQuantity" | "minimumOrder" | "one";

/** The good quantity over which the set-up of an item is spread. */
export interface CostingLot {
  /** In stock units, above 0. */
  readonly quantity: Ratio;
  readonly origin: CostingLotOrigin;
}

/** The lot of an item at a site: as given, else its fixed order quantity, its minimum order, or 1. */
export function costingLot(
  rows: PlanRows,
  item: string,
  site: string,
  given: Ratio | undefined,
): CostingLot {
  if (given !== undefined) return { quantity: given, origin: "given" };
  const { lotSizing, minimumOrder, orderUnit } = rows.parameters(item, site);
  if (lotSizing?.rule === "fixedOrderQuantity") {
    const quantity = exactOf(lotSizing.quantity);
    if (quantity.num > 0n) return { quantity, origin: "fixedOrderQuantity" };
  }
  const least = exactOf(minimumOrder ?? 0);
  return least.num > 0n
    ? { quantity: multiplyRatios(least, rows.contains(item, orderUnit)), origin: "minimumOrder" }
    : { quantity: { num: 1n, den: 1n }, origin: "one" };
}
