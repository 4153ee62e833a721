import { Decimal as SharedDecimal } from "decimal.js";

/**
 * The face of an exact number: what quantities, ratios and amounts of money come out as.
 *
 * A clone of decimal.js with its own settings (60 digits, texts of up to 40 digits without an
 * exponent), so that a host's settings never change a plan, and a plan never changes a host's.
 *
 * @example
 * ```ts
 * console.log(new Decimal("0.1").plus("0.2").toString()); // → "0.3"
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
