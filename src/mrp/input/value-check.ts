import * as z from "zod";
import { parseDay } from "../../core/index.js";
import { DECIMAL_TEXT, FRACTION_TEXT, MOST_DAYS } from "../schema/values.js";
import { owning } from "./own-fields.js";

// Each gives the verdict that the schema of its name gives (../schema/values.ts), without the cost.

export type Check = (value: unknown) => boolean;

export function isText(value: unknown): boolean {
  return typeof value === "string";
}

export function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}

export function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

export function isId(value: unknown): boolean {
  return typeof value === "string" && value.length > 0;
}

export function isDate(value: unknown): boolean {
  return parseDay(value) !== undefined;
}

export function isQuantity(value: unknown): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" && value.length <= 100 && DECIMAL_TEXT.test(value);
}

export function isRatio(value: unknown): boolean {
  return (
    isQuantity(value) ||
    (typeof value === "string" && value.length <= 130 && FRACTION_TEXT.test(value))
  );
}

export function isDays(value: unknown): boolean {
  return isWhole(value, 0, MOST_DAYS);
}

export function isSignedDays(value: unknown): boolean {
  return isWhole(value, -MOST_DAYS, MOST_DAYS);
}

export function isDecimals(value: unknown): boolean {
  return isWhole(value, 0, 9);
}

export function isSomeCount(value: unknown): boolean {
  return isWhole(value, 1, Number.MAX_SAFE_INTEGER);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

export function isOneOf(values: readonly string[]): Check {
  const known = new Set<unknown>(values);
  return (value) => known.has(value);
}

/** Of a field that few rows have, its schema says what it is; what borrows fields is not sound as it is. */
export function passes(schema: z.core.$ZodType): Check {
  const own = owning(schema);
  const ownsAll = (value: unknown): boolean =>
    own === undefined || (value as object).constructor === Object || own(value) === value;
  return (value) => z.safeParse(schema, value).success && ownsAll(value);
}

/** A field that may be left out, which most rows do. */
export function mayBe(value: unknown, check: Check): boolean {
  return value === undefined || check(value);
}
