import { Decimal } from "./decimal.js";
import { readDecimal } from "./decimal-text.js";

/** An exact fraction in lowest terms, `den` > 0: a quantity per, a markup, a unit factor (Q2). */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** The ratio 1. */
export const ONE: Ratio = { num: 1n, den: 1n };

const FRACTION_TEXT = /^(-?\d{1,60})\/(\d{1,60})$/;

/**
 * Builds a fraction in lowest terms.
 *
 * @param num - the numerator
 * @param den - the denominator, not 0
 * @returns `num / den`, reduced, with a positive denominator
 */
export function ratioOf(num: bigint, den: bigint): Ratio {
  if (den < 0n) return ratioOf(-num, -den);
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den);
  return { num: num / divisor, den: den / divisor };
}

/**
 * Reads a ratio of the data contract: a number, the text of a decimal, or a fraction.
 *
 * @param value - `0.125`, `"0.125"` or `"1/8"`
 * @returns the exact fraction, or `undefined` when the value is none (a zero denominator too)
 *
 * @example
 * ```ts
 * console.log(formatRatio(parseRatio("2/6")!)); // → "1/3"
 * ```
 */
export function parseRatio(value: unknown): Ratio | undefined {
  if (typeof value === "string") {
    const match = FRACTION_TEXT.exec(value);
    if (match !== null) {
      const den = BigInt(match[2]!);
      return den === 0n ? undefined : ratioOf(BigInt(match[1]!), den);
    }
  }
  const decimal = readDecimal(value);
  if (decimal === undefined) return undefined;
  return decimal.decimals <= 0
    ? { num: decimal.digits * powerOfTen(-decimal.decimals), den: 1n }
    : ratioOf(decimal.digits, powerOfTen(decimal.decimals));
}

/** The product of two ratios. */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.num * b.num, a.den * b.den);
}

/** The quotient of two ratios; `b` is not 0. */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.num * b.den, a.den * b.num);
}

/** The sum of two ratios. */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** The whole number at or above `num / den`, `den` > 0. */
export function ceilDivide(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num > 0n && quotient * den !== num ? quotient + 1n : quotient;
}

/** The whole number at or below `num / den`, `den` > 0. */
export function floorDivide(num: bigint, den: bigint): bigint {
  return -ceilDivide(-num, den);
}

/** 10^exponent, exponent ≥ 0. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** The ratio as a `Decimal`: exact when its expansion ends within 60 digits, else rounded there. */
export function ratioToDecimal(ratio: Ratio): Decimal {
  return new Decimal(ratio.num.toString()).div(ratio.den.toString());
}

/** The ratio as text that {@link parseRatio} reads back: `"3"`, `"0.25"`, or `"1/3"`. */
export function formatRatio(ratio: Ratio): string {
  let rest = ratio.den;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  const decimals = Math.max(twos, fives);
  if (rest !== 1n || decimals > 30) return `${ratio.num}/${ratio.den}`;
  const digits = (ratio.num * powerOfTen(decimals)) / ratio.den;
  if (decimals === 0) return digits.toString();
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, "0");
  const sign = digits < 0n ? "-" : "";
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
