import * as z from "zod";

/**
 * The words of a refusal: what a value must be. The code of an issue follows from them, so each
 * stands here once.
 */
export const EXPECTED = {
  quantity: 'a number, or a decimal as text with a point ("12.5")',
  ratio: 'a number, a decimal as text ("0.125"), or a fraction as text ("1/48")',
  date: 'a day that exists, written "YYYY-MM-DD"',
  id: "a text that is not empty",
  text: "a text",
  flag: "true or false",
  days: "a whole number of days from 0 to 36500",
  wholeNumber: "a whole number, 0 or more",
  someNumber: "a whole number, 1 or more",
  decimals: "a whole number from 0 to 9",
  list: "a list",
  object: "an object",
  attributes: "an object of texts, numbers and true or false",
  attribute: "a text, a number, or true or false",
} as const;

const MOST_DAYS = 36_500;
const DECIMAL_TEXT = /^-?\d+(\.\d+)?$/;
const FRACTION_TEXT = /^-?\d{1,60}\/\d{1,60}$/;

/** A text of a pattern; the length is bounded so that no text is worth attacking with. */
function pattern(most: number, expression: RegExp, error: string) {
  return z.string({ error }).max(most, { error }).regex(expression, { error });
}

/**
 * A quantity, price or amount as it is written: a number, or a decimal as text, 0 or more (Q1).
 *
 * JSON Schema cannot say that of a text, so ranges are no part of the schemas: what is read is checked
 * by which of these schemas its field has.
 */
export const quantity = decimalOf();
/** An amount that may be negative, such as the balance of who paid in advance. */
export const signedAmount = decimalOf();

/** From 0 to 1, exactly (Q2). */
export const probability = ratioOf();
/** A share to be added, 0 or more. */
export const uplift = ratioOf();
/** A factor above 0. */
export const factor = ratioOf();
/** From 0 to 100. */
export const percentage = ratioOf();

/** A plain day, "YYYY-MM-DD" (T1). */
export const date = z.iso.date({ error: EXPECTED.date });

/** An opaque text that is not empty. */
export const id = z.string({ error: EXPECTED.id }).min(1, { error: EXPECTED.id });
/** Any text, for people. */
export const text = z.string({ error: EXPECTED.text });
/** True or false. */
export const flag = z.boolean({ error: EXPECTED.flag });
/** A number of days. */
export const days = wholeNumber(EXPECTED.days, 0, MOST_DAYS);
/** In how many decimals a product is counted (Q1). */
export const decimals = wholeNumber(EXPECTED.decimals, 0, 9);
/** A whole number from 0 on. */
export const count = wholeNumber(EXPECTED.wholeNumber, 0, Number.MAX_SAFE_INTEGER);
/** A whole number from 1 on. */
export const someCount = wholeNumber(EXPECTED.someNumber, 1, Number.MAX_SAFE_INTEGER);

/** A text, a number, or true or false: what an attribute or an option is. */
export const attribute = z.union([z.string(), z.number(), z.boolean()], {
  error: EXPECTED.attribute,
});

/** Attributes by name. */
export const attributes = z.record(z.string(), attribute, { error: EXPECTED.attributes });

/** An amount of money; without a currency it is of the records'. */
export const money = row({ amount: quantity, currency: id.optional() });
/** An amount of money that may be negative. */
export const signedMoney = row({ amount: signedAmount, currency: id.optional() });

function decimalOf() {
  return z.union([z.number(), pattern(100, DECIMAL_TEXT, EXPECTED.quantity)], {
    error: EXPECTED.quantity,
  });
}

function ratioOf() {
  const decimal = pattern(100, DECIMAL_TEXT, EXPECTED.ratio);
  const fraction = pattern(130, FRACTION_TEXT, EXPECTED.ratio);
  return z.union([z.number(), decimal, fraction], { error: EXPECTED.ratio });
}

function wholeNumber(error: string, least: number, most: number) {
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** One of the named values of the contract. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values as unknown as Values & [string, ...string[]], {
    error: `one of ${values.map((value) => `"${value}"`).join(", ")}`,
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

/** What every row may carry. */
export const extra = { attributes: attributes.optional() };
