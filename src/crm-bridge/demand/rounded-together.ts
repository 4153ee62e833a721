import type { Ratio } from "../../core/index.js";
import { ceilDivide, compareText, floorDivide, sumOfRatios } from "../../core/index.js";

/**
 * Rounds exact counts so that they add up: to their sum, rounded up (Q2: a need is never rounded away),
 * each rounded down and the rest given, one each, to those that lost most, of equal ones to the id that
 * comes first.
 *
 * @param exact - counts of 10^-decimals, 0 or more
 * @param ids - of each, for ties (T2)
 * @returns whole counts in the same order
 */
export function roundedTogether(exact: readonly Ratio[], ids: readonly string[]): bigint[] {
  const { num, den } = sumOfRatios(exact);
  const parts = exact.map((one) => floorDivide(one.num, one.den));
  const rests = exact.map((one, n) => ({ n, num: one.num - parts[n]! * one.den, den: one.den }));
  rests.sort((a, b) => {
    const [left, right] = [a.num * b.den, b.num * a.den];
    if (left !== right) return left < right ? 1 : -1;
    return compareText(ids[a.n]!, ids[b.n]!);
  });
  let left = ceilDivide(num, den) - parts.reduce((sum, part) => sum + part, 0n);
  for (const { n } of rests) {
    if (left === 0n) break;
    parts[n]! += 1n;
    left -= 1n;
  }
  return parts;
}
