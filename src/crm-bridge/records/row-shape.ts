import type * as z from "zod";
import { showValue } from "../../core/index.js";
import { EXPECTED } from "../schema/values.js";
import type { CrmIssueCode } from "./issue.js";
import { plainCopy, type Unreadable } from "./plain-copy.js";
import { checkRanges, NO_FRACTION } from "./value-ranges.js";

type Path = readonly (string | number)[];

/** Takes a mistake of a shape. */
export type NoteShape = (
  code: CrmIssueCode,
  path: Path,
  message: string,
  figures?: Readonly<Record<string, unknown>>,
) => void;

/** How a message calls the holder of a value, ` of order "7"`, by what could be copied of it. */
export type OwnerOf = (copy: unknown) => string;

/**
 * Copies a value as plain data and checks shape, choices, forms and ranges of what is in it.
 *
 * @param schema - what the value must be
 * @param given - anything
 * @param ownerOf - asked only when something is wrong
 * @param note - takes every mistake, with the path within the value
 * @returns the copy; whether its shape is sound, so that it is what the schema says; whether its values
 * lie in their ranges too
 */
export function readShape(
  schema: z.ZodType,
  given: unknown,
  ownerOf: OwnerOf,
  note: NoteShape,
): { readonly copy: unknown; readonly isShaped: boolean; readonly isSound: boolean } {
  const unreadable: Parameters<Unreadable>[] = [];
  const copy = plainCopy(schema, given, [], (...where) => unreadable.push(where));
  for (const [path, must] of unreadable) {
    note("invalidType", path, `The ${nameOf(path)}${ownerOf(copy)} must be ${must}.`);
  }
  if (unreadable.length > 0) return { copy, isShaped: false, isSound: false };
  const found = schema.safeParse(copy).error?.issues ?? [];
  for (const issue of found) describe(issue, copy, ownerOf(copy), note);
  if (found.length > 0) return { copy, isShaped: false, isSound: false };
  let isSound = true;
  checkRanges(schema, copy, (path, must, value) => {
    isSound = false;
    const code = must === NO_FRACTION ? "invalidQuantity" : "outOfRange";
    const message = `The ${nameOf(path)} (${showValue(value)})${ownerOf(copy)} must be ${must}.`;
    note(code, path, message, { value });
  });
  return { copy, isShaped: true, isSound };
}

function describe(issue: z.core.$ZodIssue, copy: unknown, owner: string, note: NoteShape): void {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const message = `The field ${showValue(key)}${owner} is unknown. Correct its name or leave it out.`;
      note("unknownField", [...path, key], message);
    }
    return;
  }
  const value = valueAt(copy, path);
  const what = nameOf(path);
  if (value === undefined) {
    const message = `The field ${what}${owner} is missing. It must be ${issue.message}.`;
    note("missingField", path, message);
    return;
  }
  const message = `The ${what} (${showValue(value)})${owner} must be ${issue.message}.`;
  const isPlain = typeof value !== "object" || value === null;
  note(codeOf(issue, value), path, message, { value: isPlain ? value : showValue(value) });
}

/** Which code an issue of zod has. */
function codeOf(issue: z.core.$ZodIssue, value: unknown): CrmIssueCode {
  const isOfKind = typeof value === "string" || typeof value === "number";
  if (issue.message === EXPECTED.date) return isOfKind ? "invalidDate" : "invalidType";
  if (issue.message === EXPECTED.quantity || issue.message === EXPECTED.ratio) {
    return "invalidQuantity";
  }
  const isRange = issue.code === "too_small" || issue.code === "too_big";
  return isRange && typeof value === "number" ? "outOfRange" : "invalidType";
}

function valueAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const key of path) {
    if (typeof inner !== "object" || inner === null) return undefined;
    inner = (inner as Readonly<Record<string | number, unknown>>)[key];
  }
  return inner;
}

/** The last name on the way, with the place in the list before it: "lines[2].quantity". */
function nameOf(path: Path): string {
  let name = "";
  for (const key of path) {
    if (typeof key === "number") name += `[${key}]`;
    else name += name === "" ? key : `.${key}`;
  }
  return name === "" ? "row" : name;
}
