import type * as z from "zod";
import { FIRST_DAY, LAST_DAY, parseDay, parseRatio, type Ratio } from "../../core/index.js";
import {
  date,
  factor,
  percentage,
  probability,
  quantity,
  signedAmount,
  uplift,
} from "../schema/values.js";
import { definitionOf } from "./plain-copy.js";

type Path = readonly (string | number)[];

/** What a value of a right form must be besides; nothing when it is. */
type Range = (value: unknown) => string | undefined;

/** The range of each kind of value, by the schema that its fields share. */
const RANGES: ReadonlyMap<unknown, Range> = new Map<unknown, Range>([
  [date, dayRange],
  [quantity, exactRange("0 or more", ({ num }) => num >= 0n)],
  [signedAmount, exactRange("a number", () => true)],
  [probability, exactRange("from 0 to 1", ({ num, den }) => num >= 0n && num <= den)],
  [uplift, exactRange("0 or more", ({ num }) => num >= 0n)],
  [factor, exactRange("above 0", ({ num }) => num > 0n)],
  [percentage, exactRange("from 0 to 100", ({ num, den }) => num >= 0n && num <= 100n * den)],
]);

/**
 * Checks the ranges of all values of sound data.
 *
 * @param schema - of the value
 * @param value - plain data of the schema's form
 * @param outside - is told each value outside its range, and what it must be
 */
export function checkRanges(schema: z.core.$ZodType, value: unknown, outside: Outside): void {
  checkValue(schema, value, [], outside);
}

/** Is told a value outside its range, and what it must be. */
type Outside = (path: Path, must: string, value: unknown) => void;

function checkValue(schema: z.core.$ZodType, value: unknown, path: Path, outside: Outside): void {
  if (value === undefined) return;
  const definition = definitionOf(schema);
  if (definition.type === "array") {
    (value as readonly unknown[]).forEach((entry, n) => {
      checkValue(definition.element!, entry, [...path, n], outside);
    });
  } else if (definition.type === "object") {
    for (const [name, entry] of Object.entries(value as object)) {
      checkField(definition.shape![name]!, entry, path, name, outside);
    }
  } else {
    const must = RANGES.get(plainSchema(schema))?.(value);
    if (must !== undefined) outside(path, must, value);
  }
}

/** A path is made only for what holds more, or is wrong. */
function checkField(
  schema: z.core.$ZodType,
  value: unknown,
  path: Path,
  name: string,
  outside: Outside,
): void {
  if (typeof value === "object") checkValue(schema, value, [...path, name], outside);
  else checkValue(schema, value, path, (_, must, found) => outside([...path, name], must, found));
}

/** The schema of a value that is there. */
function plainSchema(schema: z.core.$ZodType): z.core.$ZodType {
  const { type, innerType } = schema._zod.def as {
    readonly type: string;
    readonly innerType?: z.core.$ZodType;
  };
  return type === "optional" && innerType !== undefined ? innerType : schema;
}

/** What a fraction must be. */
export const NO_FRACTION = "a fraction whose denominator is not 0";

function exactRange(must: string, isInside: (ratio: Ratio) => boolean): Range {
  return (value) => {
    // Most are plain numbers of which the sign says it all.
    if (typeof value === "number" && value > 0 && value <= 1) return undefined;
    const ratio = parseRatio(value);
    if (ratio === undefined) return NO_FRACTION;
    return isInside(ratio) ? undefined : must;
  };
}

function dayRange(value: unknown): string | undefined {
  const day = parseDay(value);
  const isInside = day !== undefined && day >= FIRST_DAY && day <= LAST_DAY;
  return isInside ? undefined : "a day of the years 1900 to 2199";
}
