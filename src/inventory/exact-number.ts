/** Numbers as the decimals that are written, so that sums and differences of them are exact. */
import {
  addRatios,
  multiplyRatios,
  parseRatio,
  type Ratio,
  ratioOf,
  ratioToDecimal,
} from "../core/index.js";

/** Nothing. */
export const ZERO: Ratio = { num: 0n, den: 1n };

/** A finite number as the decimal that is written: 0.1 is one tenth. */
export function exactly(number: number): Ratio {
  return parseRatio(number)!;
}

/** The number nearest to a ratio. */
export function asNumber(ratio: Ratio): number {
  return ratioToDecimal(ratio).toNumber();
}

/** Takes one ratio from another. */
export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  return addRatios(a, { num: -b.num, den: b.den });
}

/** Tells which of two ratios is larger: below, at or above 0 as `a − b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const [left, right] = [a.num * b.den, b.num * a.den];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The mean of ratios, at least one. */
export function meanOf(ratios: readonly Ratio[]): Ratio {
  return multiplyRatios(ratios.reduce(addRatios), ratioOf(1n, BigInt(ratios.length)));
}

/** The smaller of two ratios. */
export function smaller(a: Ratio, b: Ratio): Ratio {
  return compareRatios(b, a) < 0 ? b : a;
}

/** The larger of two ratios. */
export function larger(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) < 0 ? b : a;
}
