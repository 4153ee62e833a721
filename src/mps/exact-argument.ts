/** The checks of days, whole numbers and exact quantities; see `argument.ts`. */
import {
  countRatio,
  type Day,
  Decimal,
  FIRST_DAY,
  formatRatio,
  LAST_DAY,
  parseDay,
  parseRatio,
  type Ratio,
  ratioToDecimal,
} from "../core/index.js";
import { add, type Check, must, type Place, UNSOUND, wrongType } from "./argument.js";

export type { ExactNumber } from "../inventory/index.js";

const NUMBER_FORM = 'a number, the text of a decimal, a fraction such as "1/3", or a Decimal';
const DAY_FORM = 'a day "YYYY-MM-DD"';

/** More digits before or behind the point than anybody means. */
const MOST_DIGITS = 100;

/** A day from 1900 to 2199 (T1). */
export function day(value: unknown, place: Place): Day {
  const read = parseDay(value);
  if (read === undefined) {
    if (typeof value !== "string") wrongType(value, place, DAY_FORM);
    else add(place, "invalidDate", must(value, place, `be ${DAY_FORM} that exists`));
  } else if (read < FIRST_DAY || read > LAST_DAY) {
    add(place, "outOfRange", must(value, place, "be in 1900 to 2199"), { value });
  } else return read;
  return UNSOUND;
}

/** A whole number from the least to the largest, both allowed. */
export function wholeNumber(least: number, largest: number): Check<number> {
  const range =
    largest < Number.MAX_SAFE_INTEGER ? `from ${least} to ${largest}` : `${least} or more`;
  return (value, place) => {
    if (typeof value !== "number" || Number.isNaN(value)) {
      wrongType(value, place, `a whole number, ${range}`);
    } else if (!Number.isInteger(value)) {
      add(place, "invalidType", must(value, place, `be a whole number, ${range}`));
    } else if (value < least || value > largest) {
      add(place, "outOfRange", must(value, place, `be ${range}`), { value });
    } else return value + 0; // no −0
    return UNSOUND;
  };
}

/** Any whole number that is safe. */
export const integer: Check<number> = wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

/** A number of days, no more than there are between any two that an input may name. */
export const days: Check<number> = wholeNumber(0, LAST_DAY - FIRST_DAY + 1);

/** An exact number from the least to the largest. */
export function exactNumber(
  least: number,
  largest: number = Number.POSITIVE_INFINITY,
): Check<Ratio> {
  const form =
    largest === Number.POSITIVE_INFINITY ? `${least} or more` : `from ${least} to ${largest}`;
  return (value, place) => {
    const ratio = anyNumber(value, place);
    if (ratio === UNSOUND) return UNSOUND;
    const isLarge = largest < Number.POSITIVE_INFINITY && ratio.num > BigInt(largest) * ratio.den;
    if (ratio.num >= BigInt(least) * ratio.den && !isLarge) return ratio;
    add(place, "outOfRange", must(value, place, `be ${form}`), { value });
    return UNSOUND;
  };
}

/** An exact number, whatever its size. */
export function anyNumber(value: unknown, place: Place): Ratio {
  const ratio = readRatio(value);
  if (ratio !== undefined) return ratio;
  if (value === undefined || typeof value === "object") wrongType(value, place, NUMBER_FORM);
  else add(place, "invalidQuantity", must(value, place, `be ${NUMBER_FORM}`));
  return UNSOUND;
}

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
    const what = `be in whole 10^-${decimals}; give more decimals, or round it`;
    add(place, "tooFine", must(given, place, what), { value: given });
  } else {
    const what = `be at most 2^53 − 1 in whole 10^-${decimals}`;
    add(place, "quantityOverflow", must(given, place, what), { value: given });
  }
  return 0;
}

/** An exact number as functions of other folders take it: a Decimal, or the text of a fraction. */
export function askedOf(ratio: Ratio): Decimal | string {
  const text = formatRatio(ratio);
  return text.includes("/") ? text : new Decimal(text);
}

/** The exact value; a Decimal that would take thousands of digits is none that anybody meant. */
function readRatio(value: unknown): Ratio | undefined {
  if (!Decimal.isDecimal(value)) return parseRatio(value);
  const isShort = value.isFinite() && Math.abs(value.e) < MOST_DIGITS && value.dp() < MOST_DIGITS;
  return isShort ? parseRatio(value.toFixed()) : undefined;
}
