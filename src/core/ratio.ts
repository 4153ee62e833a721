import { Decimal } from "./decimal.js";
import { readDecimal } from "./decimal-text.js";

/**
 * An exact fraction in lowest terms with `den` > 0: a quantity per, a markup, a unit factor (Q2).
 * All functions on ratios rely on this, and {@link ratioOf} makes one of any two numbers.
 */
export interface Ratio {
  /** The numerator, with the sign. */
  readonly num: bigint;
  /** The denominator, above 0. */
  readonly den: bigint;
}

/** The ratio 1. */
export const ONE: Ratio = { num: 1n, den: 1n };

/** Above so many decimals a fraction is the shorter text. */
const MOST_DECIMALS = 30;

const FRACTION_TEXT = /^(-?\d{1,60})\/(\d{1,60})$/;

/**
 * Builds a fraction in lowest terms.
 *
 * @param num - the numerator
 * @param den - the denominator, not 0
 * @returns `num / den`, reduced, with a positive denominator
 * @throws RangeError when `den` is 0
 *
 * @example
 * ```ts
 * ratioOf(6n, -4n); // => { num: -3n, den: 2n }
 * ```
 */
export function ratioOf(num: bigint, den: bigint): Ratio {
  if (den < 0n) return ratioOf(-num, -den);
  if (den === 0n) throw new RangeError("The denominator of a ratio must not be 0.");
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den);
  return { num: num / divisor, den: den / divisor };
}

/**
 * Reads a ratio of the data contract: a number, the text of a decimal, or a fraction.
 *
 * @param value - `0.125`, `"0.125"` or `"1/8"`; a fraction has whole numbers of up to 60 digits, the
 * text of a decimal up to 100 characters and no exponent
 * @returns the exact fraction, or `undefined` when the value is none (a zero denominator too)
 *
 * Source: rule Q2.
 *
 * @example
 * ```ts
 * parseRatio("2/6"); // => { num: 1n, den: 3n }
 * parseRatio(0.1); // => { num: 1n, den: 10n }
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

/**
 * Multiplies two ratios.
 *
 * @param a - a ratio
 * @param b - a ratio
 * @returns the product, in lowest terms
 *
 * Source: D. E. Knuth, *The Art of Computer Programming* 2, section 4.5.1.
 *
 * @example
 * ```ts
 * multiplyRatios({ num: 2n, den: 3n }, { num: 3n, den: 4n }); // => { num: 1n, den: 2n }
 * ```
 */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  if (a.den === 1n && b.den === 1n) return { num: a.num * b.num, den: 1n };
  // Crosswise, so that a long chain of short ratios never reduces two long numbers by one another.
  const first = ratioOf(a.num, b.den);
  const second = ratioOf(b.num, a.den);
  return { num: first.num * second.num, den: first.den * second.den };
}

/**
 * Divides two ratios.
 *
 * @param a - a ratio
 * @param b - a ratio that is not 0
 * @returns the quotient, in lowest terms
 * @throws RangeError when `b` is 0
 *
 * @example
 * ```ts
 * divideRatios({ num: 1n, den: 2n }, { num: 3n, den: 1n }); // => { num: 1n, den: 6n }
 * ```
 */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.num * b.den, a.den * b.num);
}

/**
 * Adds two ratios.
 *
 * @param a - a ratio
 * @param b - a ratio
 * @returns the sum, in lowest terms
 *
 * @example
 * ```ts
 * addRatios({ num: 1n, den: 2n }, { num: 1n, den: 6n }); // => { num: 2n, den: 3n }
 * ```
 */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.num * b.den + b.num * a.den, a.den * b.den);
}

/**
 * Divides and rounds up.
 *
 * @param num - any whole number
 * @param den - a whole number above 0
 * @returns the whole number at or above `num / den`
 *
 * @example
 * ```ts
 * ceilDivide(7n, 2n); // => 4n
 * ceilDivide(-7n, 2n); // => -3n
 * ```
 */
export function ceilDivide(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num > 0n && quotient * den !== num ? quotient + 1n : quotient;
}

/**
 * Divides and rounds down.
 *
 * @param num - any whole number
 * @param den - a whole number above 0
 * @returns the whole number at or below `num / den`
 *
 * @example
 * ```ts
 * floorDivide(7n, 2n); // => 3n
 * floorDivide(-7n, 2n); // => -4n
 * ```
 */
export function floorDivide(num: bigint, den: bigint): bigint {
  return -ceilDivide(-num, den);
}

/**
 * Computes a power of ten.
 *
 * @param exponent - a whole number, 0 or more
 * @returns 10^exponent
 *
 * @example
 * ```ts
 * powerOfTen(6); // => 1_000_000n
 * ```
 */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/**
 * Gives a ratio as a `Decimal`.
 *
 * @param ratio - a ratio
 * @returns exact when its decimal expansion ends within 60 digits, else rounded half up there
 *
 * @example
 * ```ts
 * ratioToDecimal({ num: 1n, den: 8n }).toString(); // => "0.125"
 * ```
 */
export function ratioToDecimal(ratio: Ratio): Decimal {
  return new Decimal(ratio.num.toString()).div(ratio.den.toString());
}

/**
 * Writes a ratio exactly.
 *
 * @param ratio - a ratio
 * @returns `"3"`, `"0.25"`, or `"1/3"` where no decimal ends within 30 places; {@link parseRatio}
 * reads it back, if it is not longer than parseRatio reads
 *
 * @example
 * ```ts
 * formatRatio({ num: 1n, den: 48n }); // => "1/48"
 * formatRatio({ num: 1n, den: 16n }); // => "0.0625"
 * ```
 */
export function formatRatio(ratio: Ratio): string {
  let rest = ratio.den;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n && twos < MOST_DECIMALS; rest /= 2n) twos++;
  for (; rest % 5n === 0n && fives < MOST_DECIMALS; rest /= 5n) fives++;
  if (rest !== 1n) return `${ratio.num}/${ratio.den}`;
  const decimals = Math.max(twos, fives);
  const digits = (ratio.num * powerOfTen(decimals)) / ratio.den;
  if (decimals === 0) return digits.toString();
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, "0");
  const sign = digits < 0n ? "-" : "";
  return `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let divisor = a;
  let rest = b;
  // Not `!== 0n`: plain numbers of a caller without types must not go round for ever.
  while (rest > 0n) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return divisor;
}
