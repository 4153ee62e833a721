import { Decimal as SharedDecimal } from "decimal.js";

/**
 * The face of an exact number: what quantities, ratios and amounts of money come out as.
 *
 * A clone of decimal.js with its own settings, so that a host's settings never change a plan, and a
 * plan never changes a host's: results of 60 digits, rounded half up, and texts without an exponent
 * from 10^-39 to below 10^40 (`toFixed()` writes none at any size).
 *
 * @example
 * ```ts
 * new Decimal("0.1").plus("0.2").toString(); // => "0.3"
 * JSON.stringify({ quantity: new Decimal(2).pow(100) });
 * // => '{"quantity":"1267650600228229401496703205376"}'
 * ```
 */
export const Decimal: SharedDecimal.Constructor = SharedDecimal.clone({
  precision: 60,
  rounding: SharedDecimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});

/** An exact decimal number, see the constructor of the same name. */
export type Decimal = SharedDecimal;
