/**
 * Co-products (B4, K35): what an order brings beside its own item, by the bill that it is exploded
 * by, at its site and in its segment, on the day on which the order itself comes in.
 */
import { bomFor, perOutput } from "./bill.js";
import type { Day } from "./calendar.js";
import { floor, inStockUnits, powerOfTen, readRatio, times } from "./numbers.js";
import type { Lot } from "./pool.js";
import type { Problem } from "./problem.js";
import { decimalsOf } from "./problem.js";
import type { Origin, Points, StockingPoint } from "./stocking-points.js";
import { pointAt } from "./stocking-points.js";
import type { BomRow } from "./types.js";

/** What one order by a bill brings, row by row, each rounded down (Q2). */
export function broughtBy(
  problem: Problem,
  bom: BomRow,
  startQuantity: bigint,
): { item: string; quantity: bigint }[] {
  const started = inStockUnits(startQuantity, decimalsOf(problem, bom.item));
  return (bom.coProducts ?? []).map(({ item, quantity }) => {
    const exact = times(perOutput(problem, bom, started), readRatio(quantity));
    return { item, quantity: floor(times(exact, powerOfTen(decimalsOf(problem, item)))) };
  });
}

/** The same by the bill that the order is exploded by; nothing without one. */
export function coProductsOf(
  problem: Problem,
  { item, site, judged }: Origin,
  startQuantity: bigint,
  version: string | undefined,
): { item: string; quantity: bigint }[] {
  const bom = bomFor(problem, item, site, judged, version);
  return bom === undefined ? [] : broughtBy(problem, bom, startQuantity);
}

/** Puts the co-products of one order that comes in on `day` to their stocking points. */
export function bringCoProducts(
  points: Points,
  origin: Origin,
  startQuantity: bigint,
  version: string | undefined,
  day: Day,
): void {
  const { site, segment } = origin;
  for (const { item, quantity } of coProductsOf(points.problem, origin, startQuantity, version)) {
    if (quantity > 0n) {
      pointAt(points, item, site, segment).coProducts.push({ day, quantity, origin });
    }
  }
}

/** What comes in within the horizon; it stands at its day and never expires. */
export function coProductLots(problem: Problem, point: StockingPoint): { day: Day; lot: Lot }[] {
  return point.coProducts
    .filter(({ day }) => day <= problem.horizonDay)
    .map(({ day, quantity }) => ({ day, lot: { quantity, expires: Infinity } }));
}
