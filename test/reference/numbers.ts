/**
 * Exact numbers (Q1, Q2): a quantity inside the planner is a bigint that counts 10^-decimals of the
 * item's unit; a ratio is a reduced fraction of two bigints. No binary fraction takes part
 * anywhere.
 */
import type { Num } from "./types.js";

export interface Fraction {
  readonly num: bigint;
  /** Always positive. */
  readonly den: bigint;
}

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

export function fraction(num: bigint, den: bigint): Fraction {
  if (den === 0n) {
    throw new Error("A fraction has no zero denominator.");
  }
  const sign = den < 0n ? -1n : 1n;
  const divisor = gcd(num, den) || 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

export const ZERO: Fraction = { num: 0n, den: 1n };
export const ONE: Fraction = { num: 1n, den: 1n };

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num);
}

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function floor(a: Fraction): bigint {
  const quotient = a.num / a.den;
  return a.num % a.den < 0n ? quotient - 1n : quotient;
}

export function ceil(a: Fraction): bigint {
  const quotient = a.num / a.den;
  return a.num % a.den > 0n ? quotient + 1n : quotient;
}

/** Half up, towards plus infinity: -2.5 becomes -2. */
export function roundHalfUp(a: Fraction): bigint {
  return floor(plus(a, { num: 1n, den: 2n }));
}

export function isWhole(a: Fraction): boolean {
  return a.den === 1n;
}

/** Ten to the power of `n`, for any whole n. */
export function powerOfTen(n: number): Fraction {
  return n >= 0 ? { num: 10n ** BigInt(n), den: 1n } : { num: 1n, den: 10n ** BigInt(-n) };
}

/** The decimal that is written: 0.1 is one tenth (Q1). */
function readDecimal(text: string): Fraction {
  const match = /^\s*([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?\s*$/.exec(text);
  if (match === null || `${match[2]}${match[3]}` === "") {
    throw new Error(`"${text}" is not a decimal.`);
  }
  const [, sign, whole = "", decimals = "", exponent = "0"] = match;
  const digits = BigInt(`${whole}${decimals}`);
  const value = times(
    { num: sign === "-" ? -digits : digits, den: 1n },
    powerOfTen(Number(exponent) - decimals.length),
  );
  return fraction(value.num, value.den);
}

/** A quantity or ratio: 12, 0.125, "0.125", "1/48". */
export function readRatio(value: Num): Fraction {
  const [num = "", den] = String(value).split("/");
  return den === undefined ? readDecimal(num) : over(readDecimal(num), readDecimal(den));
}

/** How many stock units `quantity` 10^-decimals are. */
export function inStockUnits(quantity: bigint, decimals: number): Fraction {
  return times({ num: quantity, den: 1n }, powerOfTen(-decimals));
}

/** The exact decimal text, without trailing zeros. */
export function decimalText(quantity: bigint, decimals: number): string {
  const digits = (quantity < 0n ? -quantity : quantity).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${quantity < 0n ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`;
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** The smallest multiple of `step` that is not below `quantity`. */
export function upTo(quantity: bigint, step: bigint): bigint {
  return ceil({ num: quantity, den: step }) * step;
}

/** By UTF-16 code units (T2); none comes first. */
export function compareText(a: string | null, b: string | null): number {
  if (a === b) {
    return 0;
  }
  if (a === null || b === null) {
    return a === null ? -1 : 1;
  }
  return a < b ? -1 : 1;
}
