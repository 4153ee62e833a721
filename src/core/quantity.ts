import { Decimal } from "./decimal.js";
import { readDecimal } from "./decimal-text.js";
import { powerOfTen, type Ratio } from "./ratio.js";

/** The largest count of 10^-decimals in which a quantity is held exactly. */
export const LARGEST_QUANTITY = Number.MAX_SAFE_INTEGER;

/** Below this many counts, division by a power of ten tells decimals apart (15 digits). */
const SURE_DIGITS = 1e15;

/** The powers of ten that a precision of 0 to 9 decimals needs, as numbers. */
export const POWERS_OF_TEN: readonly number[] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Why a value is no quantity in a given precision. */
export type QuantityFault = "invalidQuantity" | "tooFine" | "quantityOverflow";

/**
 * Counts a quantity in 10^-decimals of its unit (Q1, Q4).
 *
 * @param value - a number or the text of a decimal, taken as the decimal that is written: 0.1 is one
 * tenth, 1e-7 is one ten-millionth; texts have no exponent and no more than 100 characters
 * @param decimals - 0 to 9
 * @returns a safe integer, or why there is none
 *
 * @example
 * ```ts
 * countQuantity(0.1, 3); // => 100
 * countQuantity("12.5", 0); // => "tooFine"
 * ```
 */
export function countQuantity(value: unknown, decimals: number): number | QuantityFault {
  if (typeof value === "number" && isWrittenIn(value, decimals)) {
    return Math.round(value * POWERS_OF_TEN[decimals]!) + 0;
  }
  const text = readDecimal(value);
  if (text === undefined) return "invalidQuantity";
  const shift = decimals - text.decimals; // some hundreds at most, for numbers and texts alike
  if (shift >= 0) return safe(text.digits * powerOfTen(shift));
  const unit = powerOfTen(-shift);
  return text.digits % unit === 0n ? safe(text.digits / unit) : "tooFine";
}

/**
 * Whether a number is written in no more decimals than these, and no more than 15 digits: two decimals
 * of so many digits never share a double, so it is the one that is written.
 */
function isWrittenIn(value: number, decimals: number): boolean {
  const count = Math.round(value * POWERS_OF_TEN[decimals]!);
  return Math.abs(count) < SURE_DIGITS && count / POWERS_OF_TEN[decimals]! === value;
}

/**
 * Finds in how few decimals a number is written (Q1).
 *
 * @param value - any number
 * @returns 0 to 9, so that {@link countQuantity} counts it in them by numbers alone; `undefined` when it
 * needs more of them, or more than 15 digits
 *
 * @example
 * ```ts
 * fewestDecimals(0.25); // => 2
 * fewestDecimals(1e-12); // => undefined
 * ```
 */
export function fewestDecimals(value: number): number | undefined {
  for (let decimals = 0; decimals < POWERS_OF_TEN.length; decimals++) {
    if (isWrittenIn(value, decimals)) return decimals;
  }
  return undefined;
}

function safe(count: bigint): number | QuantityFault {
  const size = count < 0n ? -count : count;
  return size <= BigInt(LARGEST_QUANTITY) ? Number(count) : "quantityOverflow";
}

/** How a ratio that is finer than the precision becomes a count. */
export type Rounding = "exact" | "down" | "halfUp" | "up";

/**
 * Counts a ratio in 10^-decimals (Q1, Q5).
 *
 * @param ratio - the exact quantity
 * @param decimals - 0 to 9
 * @param rounding - what to do with what is finer: `"down"` and `"up"` go to the count below and
 * above, `"halfUp"` to the nearer one and from the middle up, `"exact"` refuses
 * @returns a safe integer, or why there is none
 *
 * @example
 * ```ts
 * countRatio({ num: 1n, den: 3n }, 2, "up"); // => 34
 * countRatio({ num: 1n, den: 3n }, 2, "exact"); // => "tooFine"
 * ```
 */
export function countRatio(
  ratio: Ratio,
  decimals: number,
  rounding: Rounding,
): number | QuantityFault {
  const num = ratio.num * powerOfTen(decimals);
  const floor = num >= 0n || num % ratio.den === 0n ? num / ratio.den : num / ratio.den - 1n;
  const rest = num - floor * ratio.den;
  if (rest === 0n) return safe(floor);
  switch (rounding) {
    case "exact":
      return "tooFine";
    case "down":
      return safe(floor);
    case "up":
      return safe(floor + 1n);
    case "halfUp":
      return safe(rest * 2n >= ratio.den ? floor + 1n : floor);
  }
}

/**
 * Gives the exact decimal for which a count of 10^-decimals stands (Q1).
 *
 * @param count - a safe integer
 * @param decimals - 0 to 9
 * @returns `count × 10^-decimals`
 *
 * @example
 * ```ts
 * quantityToDecimal(12500, 3).plus(1).toString(); // => "13.5"
 * ```
 */
export function quantityToDecimal(count: number, decimals: number): Decimal {
  // `+ 0`, so that −0 becomes 0.
  return decimals === 0 ? new Decimal(count + 0) : new Decimal(formatQuantity(count, decimals));
}

/**
 * Writes a count of 10^-decimals as a decimal, without an exponent and without trailing zeros (Q1).
 *
 * @param count - a safe integer
 * @param decimals - 0 to 9
 * @returns text that {@link countQuantity} reads back
 *
 * @example
 * ```ts
 * formatQuantity(12500, 3); // => "12.5"
 * ```
 */
export function formatQuantity(count: number, decimals: number): string {
  if (decimals === 0 || count === 0) return `${count + 0}`;
  const digits = `${Math.abs(count)}`.padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0{1,9}$/, "");
  const text = digits.slice(0, -decimals) + (fraction === "" ? "" : `.${fraction}`);
  return count < 0 ? `-${text}` : text;
}
