import { divideRatios, multiplyRatios, ONE, parseRatio, type Ratio } from "../../core/index.js";
import type { CostPlace, CostRows, SourceRow } from "./cost-rows.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The order over which what is spent once is spread. */
export interface CostingLot {
  /** Good units that it brings. */
  readonly good: Ratio;
  /** What it starts (Q3). */
  readonly start: Ratio;
}

/**
 * The costing lot of an item: the quantity of its fixed order quantity, else the minimum order or
 * least quantity of its source, or its own minimum order, else 1 (K70). A lot is a good quantity, a minimum what is started.
 */
export function costingLot(
  rows: CostRows,
  place: CostPlace,
  source: SourceRow | undefined,
): CostingLot {
  const good = yieldOf(rows, place);
  const lot = rows.parameter(place, "lotSizing");
  if (lot?.rule === "fixedOrderQuantity") return fromGood(parseRatio(lot.quantity)!, good);
  const minimum = source?.minimumOrder ?? rows.parameter(place, "minimumOrder");
  const unit = source?.orderUnit ?? rows.parameter(place, "orderUnit");
  const least = parseRatio(source?.minQuantity) ?? NOTHING;
  const order = multiplyRatios(
    parseRatio(minimum) ?? NOTHING,
    rows.stockUnits(place.item, unit) ?? ONE,
  );
  const start = order.num * least.den < least.num * order.den ? least : order;
  if (start.num <= 0n) return fromGood(ONE, good);
  return { good: multiplyRatios(start, good), start };
}

/** Q3: the good part of what is started. */
export function yieldOf(rows: CostRows, place: CostPlace): Ratio {
  return parseRatio(rows.parameter(place, "yield")) ?? ONE;
}

function fromGood(good: Ratio, part: Ratio): CostingLot {
  return { good, start: divideRatios(good, part) };
}
