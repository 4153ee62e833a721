import type { Ratio } from "./ratio.js";
import { commonDenominator } from "./ratio-sum.js";

/**
 * Splits a whole number in proportion to weights by largest remainder: each part is rounded down, and
 * what is left goes, one each, to the parts that lost most; a tie goes to the part that stands first.
 *
 * @param total - what is split, 0 or more
 * @param weights - 0 or more each, not all 0
 * @returns the parts in the order of the weights; their sum is the total
 *
 * Source: rule Q5; the method of largest remainder (Hamilton).
 *
 * @example
 * ```ts
 * const third = ratioOf(1n, 3n);
 * largestRemainder(100n, [third, third, third]); // => [34n, 33n, 33n]
 * ```
 */
export function largestRemainder(total: bigint, weights: readonly Ratio[]): bigint[] {
  const common = weights.reduce((product, { den }) => commonDenominator(product, den), 1n);
  const whole = weights.map(({ num, den }) => num * (common / den));
  const sum = whole.reduce((all, one) => all + one, 0n);
  const parts = whole.map((weight) => (total * weight) / sum);
  const lost = whole.map((weight, n) => ({ n, rest: (total * weight) % sum }));
  let left = total - parts.reduce((all, one) => all + one, 0n);
  lost.sort((a, b) => (a.rest === b.rest ? a.n - b.n : a.rest < b.rest ? 1 : -1));
  for (const { n } of lost) {
    if (left === 0n) break;
    parts[n]! += 1n;
    left -= 1n;
  }
  return parts;
}
