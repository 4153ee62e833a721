import * as z from "zod";
import { WEEKDAYS } from "../../core/index.js";

/**
 * The words of a refusal: what a value must be. The code of an issue follows from them, so each
 * stands here once.
 */
export const EXPECTED = {
  quantity: 'a number, or a decimal as text with a point ("12.5")',
  ratio: 'a number, a decimal as text ("0.125"), or a fraction as text ("1/48")',
  date: 'a day that exists, written "YYYY-MM-DD"',
  minute: 'a time of a day that exists, written "YYYY-MM-DDTHH:mm"',
  timeOfDay: 'a time of day from "00:00" to "24:00", written "HH:mm"',
  id: "a text that is not empty",
  text: "a text",
  flag: "true or false",
  days: "a whole number of days from 0 to 36500",
  signedDays: "a whole number of days from -36500 to 36500",
  wholeNumber: "a whole number, 0 or more",
  someNumber: "a whole number, 1 or more",
  decimals: "a whole number from 0 to 9",
  number: "a number",
  list: "a list",
  object: "an object",
  fields: "an object with fields, no list, map or date",
  choice: "one of the values that the contract names",
  attributes: "an object of texts, numbers and true or false",
  attribute: "a text, a number, or true or false",
} as const;

/** The most days that a lead time, or any other time that is a number of days, may have (T1). */
export const MOST_DAYS = 36_500;

/** A text of a pattern; the length is bounded so that no text is worth attacking with. */
function pattern(most: number, expression: RegExp, error: string) {
  return z.string({ error }).max(most, { error }).regex(expression, { error });
}

/** How a decimal is written. */
export const DECIMAL_TEXT = /^-?\d+(\.\d+)?$/;
/** How a fraction is written. */
export const FRACTION_TEXT = /^-?\d{1,60}\/\d{1,60}$/;

/** A quantity as it is written: a number, or a decimal as text (Q1). */
export const quantity = z
  .union([z.number(), pattern(100, DECIMAL_TEXT, EXPECTED.quantity)], { error: EXPECTED.quantity })
  .meta({ id: "Quantity", description: "A JSON number or a decimal as text, as it is written." });

/** A quantity, or an exact fraction as text (Q2). */
export const ratio = z
  .union(
    [
      z.number(),
      pattern(100, DECIMAL_TEXT, EXPECTED.ratio),
      pattern(130, FRACTION_TEXT, EXPECTED.ratio),
    ],
    { error: EXPECTED.ratio },
  )
  .meta({ id: "Ratio", description: "A quantity, or an exact fraction as text." });

/** A plain day, "YYYY-MM-DD" (T1). */
export const date = z.iso
  .date({ error: EXPECTED.date })
  .meta({ id: "Day", description: "A plain day, 1900-01-01 to 2199-12-31." });

/** The first day on which something is valid. */
export const validFrom = date
  .optional()
  .meta({ description: "The first day on which it is valid." });
/** The first day on which something is no longer valid: validity is half open. */
export const validTo = date
  .optional()
  .meta({ description: "The first day on which it is no longer valid." });

const MINUTE_TEXT = new RegExp(
  `${z.regexes.date.source.replace(/\$$/, "")}T(?:[01]\\d|2[0-3]):[0-5]\\d$`,
);
const TIME_OF_DAY_TEXT = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** A minute of plain local time, "YYYY-MM-DDTHH:mm". */
export const minute = pattern(16, MINUTE_TEXT, EXPECTED.minute).meta({
  id: "Minute",
  description: "A minute of plain local time, 1900-01-01T00:00 to 2199-12-31T23:59.",
});

/** A time of day, "HH:mm"; "24:00" is the end of the day. */
export const timeOfDay = pattern(5, TIME_OF_DAY_TEXT, EXPECTED.timeOfDay).meta({
  id: "TimeOfDay",
  description: "A time of day; 24:00 is its end.",
});

/** An opaque text that is not empty. */
export const id = z.string({ error: EXPECTED.id }).min(1, { error: EXPECTED.id });
/** Any text, for people. */
export const text = z.string({ error: EXPECTED.text });
/** True or false. */
export const flag = z.boolean({ error: EXPECTED.flag });
/** A number that is not a quantity. */
export const number = z.number({ error: EXPECTED.number });

/** A number of days, such as a lead time (T1). */
export const days = wholeNumber(EXPECTED.days, 0, MOST_DAYS);
/** A number of days that may lie before, such as an offset. */
export const signedDays = wholeNumber(EXPECTED.signedDays, -MOST_DAYS, MOST_DAYS);
/** In how many decimals an item is counted (Q1). */
export const decimals = wholeNumber(EXPECTED.decimals, 0, 9);
/** A whole number from 0 on. */
export const count = wholeNumber(EXPECTED.wholeNumber, 0, Number.MAX_SAFE_INTEGER);
/** A whole number from 1 on. */
export const someCount = wholeNumber(EXPECTED.someNumber, 1, Number.MAX_SAFE_INTEGER);
/** "mon" to "sun". */
export const weekday = choice(WEEKDAYS);

/** What a host wants handed through. */
export const attributes = z
  .record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean()], { error: EXPECTED.attribute }),
    { error: EXPECTED.attributes },
  )
  .meta({ description: "Handed through to what the row leads to, never read." });

function wholeNumber(error: string, least: number, most: number) {
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** What a field must be that knows these values. */
export function oneOf(values: readonly string[]): string {
  return `one of ${values.map((value) => `"${value}"`).join(", ")}`;
}

/** One of the named values of the contract. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values as unknown as Values & [string, ...string[]], {
    error: oneOf(values),
  });
}

/** An object that knows all its fields; others are refused by name. */
export function row<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, { error: EXPECTED.object });
}

/** A list of rows. */
export function list<Row extends z.ZodType>(of: Row) {
  return z.array(of, { error: EXPECTED.list });
}
