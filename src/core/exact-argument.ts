/** The checks of days, whole numbers and exact numbers; see `argument.ts`. */
import { type Check, UNSOUND } from "./argument.js";
import { type Day, FIRST_DAY, LAST_DAY, parseDay } from "./day.js";
import { Decimal } from "./decimal.js";
import { addMistake, mustBe, type Place, wrongType } from "./mistake.js";
import { parseRatio, type Ratio } from "./ratio.js";

/** A number that is taken as the decimal that is written: `0.1` is one tenth. A fraction is a text: `"1/3"`. */
export type ExactNumber = number | string | Decimal;

const NUMBER_FORM = 'a number, the text of a decimal, a fraction such as "1/3", or a Decimal';
const DAY_FORM = 'a day "YYYY-MM-DD"';

/** More digits before or behind the point than anybody means. */
const MOST_DIGITS = 100;

/**
 * Checks a day from 1900 to 2199 (T1).
 *
 * @param value - what was given
 * @param place - where
 * @returns the day
 *
 * @example
 * ```ts
 * dayArgument("1970-01-02", { path: ["due"], issues: [] }); // => 1
 * ```
 */
export function dayArgument(value: unknown, place: Place): Day {
  const read = parseDay(value);
  if (read === undefined) {
    if (typeof value !== "string") wrongType(value, place, DAY_FORM);
    else addMistake(place, "invalidDate", mustBe(value, place, `be ${DAY_FORM} that exists`));
  } else if (read < FIRST_DAY || read > LAST_DAY) {
    addMistake(place, "outOfRange", mustBe(value, place, "be in 1900 to 2199"), { value });
  } else return read;
  return UNSOUND;
}

/**
 * Makes the check of a whole number.
 *
 * @param least - the least one allowed
 * @param largest - the largest one allowed
 * @returns the check
 *
 * @example
 * ```ts
 * const issues: Issue[] = [];
 * wholeNumber(1, 9)(12, { path: ["units"], issues });
 * issues[0]?.message; // => "The units (12) must be from 1 to 9."
 * ```
 */
export function wholeNumber(least: number, largest: number): Check<number> {
  const range =
    largest < Number.MAX_SAFE_INTEGER ? `from ${least} to ${largest}` : `${least} or more`;
  return (value, place) => {
    if (typeof value !== "number" || Number.isNaN(value)) {
      wrongType(value, place, `a whole number, ${range}`);
    } else if (!Number.isInteger(value)) {
      addMistake(place, "invalidType", mustBe(value, place, `be a whole number, ${range}`));
    } else if (value < least || value > largest) {
      addMistake(place, "outOfRange", mustBe(value, place, `be ${range}`), { value });
    } else return value + 0; // no −0
    return UNSOUND;
  };
}

/**
 * Makes the check of an exact number of a range.
 *
 * @param least - the least one allowed, a whole number
 * @param largest - the largest one allowed, a whole number
 * @returns the check
 *
 * @example
 * ```ts
 * exactNumber(0, 1)("2/6", { path: ["yield"], issues: [] }); // => { num: 1n, den: 3n }
 * ```
 */
export function exactNumber(
  least: number,
  largest: number = Number.POSITIVE_INFINITY,
): Check<Ratio> {
  const form =
    largest === Number.POSITIVE_INFINITY ? `${least} or more` : `from ${least} to ${largest}`;
  return (value, place) => {
    const ratio = exactArgument(value, place);
    if (ratio === UNSOUND) return UNSOUND;
    const isLarge = largest < Number.POSITIVE_INFINITY && ratio.num > BigInt(largest) * ratio.den;
    if (ratio.num >= BigInt(least) * ratio.den && !isLarge) return ratio;
    addMistake(place, "outOfRange", mustBe(value, place, `be ${form}`), { value });
    return UNSOUND;
  };
}

/**
 * Checks an exact number, whatever its size.
 *
 * @param value - a number, the text of a decimal or of a fraction, or a `Decimal`
 * @param place - where
 * @returns the exact number
 *
 * @example
 * ```ts
 * exactArgument(0.1, { path: ["run"], issues: [] }); // => { num: 1n, den: 10n }
 * ```
 */
export function exactArgument(value: unknown, place: Place): Ratio {
  const ratio = readRatio(value);
  if (ratio !== undefined) return ratio;
  if (value === undefined || typeof value === "object") wrongType(value, place, NUMBER_FORM);
  else {
    const isLong = typeof value === "string" && value.length > MOST_DIGITS;
    const form = isLong
      ? `${NUMBER_FORM}, a text of at most ${MOST_DIGITS} characters`
      : NUMBER_FORM;
    addMistake(place, "invalidQuantity", mustBe(value, place, `be ${form}`));
  }
  return UNSOUND;
}

/**
 * The exact value; a Decimal that would take thousands of digits is none that anybody meant, nor a proxy
 * that lets nobody ask.
 */
function readRatio(value: unknown): Ratio | undefined {
  try {
    if (!Decimal.isDecimal(value)) return parseRatio(value);
    const isShort = value.isFinite() && Math.abs(value.e) < MOST_DIGITS && value.dp() < MOST_DIGITS;
    return isShort ? parseRatio(value.toFixed()) : undefined;
  } catch {
    return undefined;
  }
}
