import type { Ratio } from "./ratio.js";
import { ratioOf } from "./ratio.js";

/**
 * Finds the smallest number that both divide.
 *
 * @param a - above 0
 * @param b - above 0; where one of the two is long, this may be the short one
 * @returns their least common multiple
 *
 * @example
 * ```ts
 * commonDenominator(4n, 6n); // => 12n
 * ```
 */
export function commonDenominator(a: bigint, b: bigint): bigint {
  // Most of the time one divides the other, which is found out in one step at any length.
  if (a % b === 0n) return a;
  if (b % a === 0n) return b;
  return a * ratioOf(a, b).den;
}

/**
 * Sums many fractions over one denominator, in nearly linear time: it is found once, and nothing is
 * brought to lowest terms on the way, nor at the end.
 *
 * @param ratios - any number of them
 * @returns the exact sum; `den` is the common denominator of all
 *
 * @example
 * ```ts
 * sumOfRatios([{ num: 1n, den: 2n }, { num: 1n, den: 6n }]); // => { num: 4n, den: 6n }
 * ```
 */
export function sumOfRatios(ratios: readonly Ratio[]): {
  readonly num: bigint;
  readonly den: bigint;
} {
  const common = ratios.reduce((product, { den }) => commonDenominator(product, den), 1n);
  return { num: ratios.reduce((sum, { num, den }) => sum + num * (common / den), 0n), den: common };
}

/** Nobody reads more decimals of a sum that should be a round one. */
const UNIT = 1_000_000n;

/**
 * Writes a fraction for people, rounded to six decimals where that is not all of it.
 *
 * @param fraction - 0 or more, in lowest terms or not
 * @returns `"99.5"`, `"about 99.666667"`, or `"a little less than 100"` where rounding would hide it
 *
 * @example
 * ```ts
 * nearText({ num: 299n, den: 3n }); // => "about 99.666667"
 * ```
 */
export function nearText({ num, den }: { readonly num: bigint; readonly den: bigint }): string {
  const count = (2n * num * UNIT + den) / (2n * den);
  const text = `${count / UNIT}.${`${count % UNIT}`.padStart(6, "0")}`.replace(/\.?0+$/, "");
  const beyond = count * den - num * UNIT;
  if (beyond === 0n) return text;
  if (count % UNIT !== 0n) return `about ${text}`;
  return `a little ${beyond > 0n ? "less" : "more"} than ${text}`;
}
