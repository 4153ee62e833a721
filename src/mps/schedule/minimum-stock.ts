import { ceilDivide, type Ratio } from "../../core/index.js";

/**
 * What must be in stock at the end of each period, in counts: the safety stock of the period, or the
 * demand of the periods after it that stock shall cover, whichever is more.
 *
 * @param demand - of each period
 * @param safetyStock - of each period
 * @param coverage - how many of the following periods the stock of each period covers; a broken one
 * counts by its share, rounded up
 * @param demandBeyond - of each period after the last
 */
export function minimumStock(
  demand: readonly number[],
  safetyStock: readonly number[],
  coverage: readonly Ratio[],
  demandBeyond: number,
): bigint[] {
  const upTo = [0n]; // demand of all periods before each
  for (const [period, count] of demand.entries()) upTo.push(upTo[period]! + BigInt(count));
  const end = BigInt(demand.length);
  const before = (period: bigint): bigint =>
    period <= end ? upTo[Number(period)]! : upTo.at(-1)! + (period - end) * BigInt(demandBeyond);
  return safetyStock.map((safety, period) => {
    const { num, den } = coverage[period]!;
    const [next, whole] = [BigInt(period + 1), num / den];
    const last = before(next + whole + 1n) - before(next + whole);
    const covered =
      before(next + whole) - before(next) + ceilDivide(last * (num - whole * den), den);
    return covered > BigInt(safety) ? covered : BigInt(safety);
  });
}
