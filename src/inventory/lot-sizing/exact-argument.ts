/** The checks of numbers that are taken exactly as they are written; see `../argument.ts`. */
import { Decimal, parseRatio, type Ratio } from "../../core/index.js";
import { add, type Check, listOf, must, type Place, wrongType } from "../argument.js";

export type { ExactNumber } from "../../core/index.js";

const FORM = 'a number, the text of a decimal, a fraction such as "1/3", or a Decimal';

/** More digits before or behind the point than anybody means. */
const MOST_DIGITS = 100;

const ZERO: Ratio = { num: 0n, den: 1n };

/** An exact number, 0 or more. */
export function exactNonNegative(value: unknown, place: Place): Ratio {
  const ratio = readExact(value, place);
  if (ratio.num < 0n) add(place, "outOfRange", must(value, place, "be 0 or more"), { value });
  return ratio;
}

/** An exact number above 0. */
export function exactPositive(value: unknown, place: Place): Ratio {
  const ratio = readExact(value, place);
  if (ratio.num <= 0n) add(place, "outOfRange", must(value, place, "be above 0"), { value });
  return ratio;
}

/** One value for all periods, or a list with one for each. */
export function oneOrEach<T>(check: Check<T>): Check<T | T[]> {
  const each = listOf(check);
  return (value, place) => (Array.isArray(value) ? each(value, place) : check(value, place));
}

function readExact(value: unknown, place: Place): Ratio {
  if (typeof value === "number" && Number.isSafeInteger(value)) {
    return value === 0 ? ZERO : { num: BigInt(value), den: 1n };
  }
  const ratio = parseRatio(Decimal.isDecimal(value) ? textOf(value) : value);
  if (ratio === undefined) {
    wrongType(value, place, FORM);
    return { num: 1n, den: 1n };
  }
  return ratio.num === 0n ? ZERO : ratio;
}

/** A Decimal as digits; one that would take thousands of them is none that anybody meant. */
function textOf(value: Decimal): string | undefined {
  const isShort = value.isFinite() && Math.abs(value.e) < MOST_DIGITS && value.dp() < MOST_DIGITS;
  return isShort ? value.toFixed() : undefined;
}
