import { addMistake, Decimal, mustBe, type Place, wrongType } from "../../core/index.js";

/** More digits before or behind the point than any figure has. */
const MOST_DIGITS = 1000;

/** What ends a field, or is trimmed by some who read it. */
const NEEDS_QUOTES = /[",;\p{Cc}]|^\p{Z}|\p{Z}$/u;

/** What a spreadsheet takes for a formula, also behind what is not seen; as wide as East Asian letters too. */
const FORMULA = /^(?:\p{Cc}|[\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠])/u;

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * Writes what stands in one field of a table.
 *
 * @param value - a text, a number, `true`, `false`, or nothing
 * @param place - where it stands
 * @param isGuarded - whether texts must not be taken for formulas
 */
export function cellText(value: unknown, place: Place, isGuarded: boolean): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return `${value}`;
  if (typeof value === "string") return quoted(isGuarded ? guarded(value) : value);
  const isNumber = typeof value === "number" || Decimal.isDecimal(value);
  const text = isNumber ? digits(value, place) : undefined;
  if (text === undefined) wrongType(value, place, "a text, a number or null");
  return text ?? "";
}

/** A number in plain digits; `undefined` when it is none. */
function digits(value: number | Decimal, place: Place): string | undefined {
  const exact = typeof value === "number" ? new Decimal(value) : value;
  if (!exact.isFinite()) return undefined;
  if (Math.abs(exact.e) > MOST_DIGITS || exact.dp() > MOST_DIGITS) {
    const message = mustBe(value, place, `have at most ${MOST_DIGITS} digits`);
    addMistake(place, "outOfRange", message);
    return "";
  }
  const text = exact.toFixed();
  if (!NUMBER.test(text)) return undefined;
  return exact.isZero() ? "0" : text;
}

/** A number is none: as JSON holds it, a text is one too. */
function guarded(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
