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

/** Puts the co-products of one order that comes in on `day` to their stocking points. */
export function bringCoProducts(
  points: Points,
  { item, site, segment, judged }: Origin,
  startQuantity: bigint,
  version: string | undefined,
  day: Day,
): void {
  const { problem } = points;
  const bom = bomFor(problem, item, site, judged, version);
  const started = inStockUnits(startQuantity, decimalsOf(problem, item));
  if (bom === undefined) {
    return;
  }
  for (const row of bom.coProducts ?? []) {
    const exact = times(perOutput(problem, bom, started), readRatio(row.quantity));
    const quantity = floor(times(exact, powerOfTen(decimalsOf(problem, row.item)))); // Q2
    if (quantity > 0n) {
      pointAt(points, row.item, site, segment).coProducts.push({ day, quantity });
    }
  }
}

/** What comes in within the horizon; it stands at its day and never expires. */
export function coProductLots(problem: Problem, point: StockingPoint): { day: Day; lot: Lot }[] {
  return point.coProducts
    .filter(({ day }) => day <= problem.horizonDay)
    .map(({ day, quantity }) => ({ day, lot: { quantity, expires: Infinity } }));
}
