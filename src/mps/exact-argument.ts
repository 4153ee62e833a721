/** The checks of days, whole numbers and exact quantities; see `argument.ts`. */
import {
  countRatio,
  Decimal,
  exactNumber,
  FIRST_DAY,
  formatRatio,
  LAST_DAY,
  precisionWords,
  type Ratio,
  ratioToDecimal,
  wholeNumber,
} from "../core/index.js";
import { add, type Check, must, type Place } from "./argument.js";

export {
  dayArgument as day,
  type ExactNumber,
  exactArgument as anyNumber,
  exactNumber,
  wholeNumber,
} from "../core/index.js";

/** Any whole number that is safe. */
export const integer: Check<number> = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

/** A number of days, no more than there are between any two that an input may name. */
export const days: Check<number> = wholeNumber(0, LAST_DAY - FIRST_DAY + 1);

/** A quantity of 0 or more, read exactly; {@link countOf} counts it once the precision is known. */
export const quantity: Check<Ratio> = exactNumber(0);

/**
 * Counts a quantity in 10^-decimals (Q1, Q4); notes one that is finer or larger than that.
 *
 * @returns a safe integer; 0 where it is none
 */
export function countOf(
  ratio: Ratio,
  decimals: number,
  place: Place,
  given: unknown = ratioToDecimal(ratio),
): number {
  const count = countRatio(ratio, decimals, "exact");
  if (typeof count === "number") return count;
  if (count === "tooFine") {
    const what = `be in ${precisionWords(decimals)}; give more decimals, or round it`;
    add(place, "tooFine", must(given, place, what), { value: given });
  } else {
    const what = `be at most 2^53 − 1 in ${precisionWords(decimals)}`;
    add(place, "quantityOverflow", must(given, place, what), { value: given });
  }
  return 0;
}

/** An exact number as functions of other folders take it: a Decimal, or the text of a fraction. */
export function askedOf(ratio: Ratio): Decimal | string {
  const text = formatRatio(ratio);
  return text.includes("/") ? text : new Decimal(text);
}
