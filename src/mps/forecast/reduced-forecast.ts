import { bucketStart, type Day, type Ratio } from "../../core/index.js";
import type { ConsumptionRules } from "./counted-forecast.js";

/**
 * What percentages take off a quantity, rounded down: what is left of a need is never too small.
 *
 * @param quantity - a whole number, 0 or more
 * @param percentage - 0 to 100
 */
export function reductionOf(quantity: number, { num, den }: Ratio): number {
  return Number((BigInt(quantity) * num) / (100n * den));
}

/** A whole number for the days from one to another, both in it; 0 where the last lies before the first. */
type Sum = (from: Day, until: Day) => number;

/**
 * What is taken off the days of a row of forecast (D1): of what it has in the n-th period from T0 on
 * the n-th percentage, days before T0 in the first. It is rounded down once for the row and period, and
 * lies on its days in their order; so buckets of any size lose the same together.
 *
 * @returns takes what a row has on days from one to another; gives back what of that is taken off
 */
export function forecastReduction({
  reduction,
  startDay,
  weekStart,
}: ConsumptionRules): (standing: Sum) => Sum {
  if (reduction === undefined) return () => () => 0;
  const { period, percentages } = reduction;
  const starts = percentages.map((_, n) =>
    n === 0 ? Number.NEGATIVE_INFINITY : bucketStart(startDay, period, n, weekStart),
  );
  starts.push(bucketStart(startDay, period, percentages.length, weekStart));
  return (standing) => (from, until) => {
    let off = 0;
    for (let n = lastUpTo(starts, from); n < percentages.length && starts[n]! <= until; n++) {
      const before = standing(starts[n]!, from - 1);
      const upTo = standing(starts[n]!, Math.min(until, starts[n + 1]! - 1));
      off += reductionOf(upTo, percentages[n]!) - reductionOf(before, percentages[n]!);
    }
    return off;
  };
}

/** The last period that begins on a day or earlier; the first one begins before all days. */
function lastUpTo(starts: readonly number[], day: Day): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
