import type * as z from "zod";
import { isPlainObject } from "../../core/index.js";

type Path = readonly (string | number)[];

/** Takes what cannot be read: where, and what it must be. */
export type Unreadable = (path: Path, must: string) => void;

/** No list within a row is longer. */
const MOST_ENTRIES = 1_000_000;

/** What a schema says of what it takes, as far as a copy follows it. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
}

/** What a schema says of a value that is there. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  const definition = schema._zod.def as unknown as Definition;
  return definition.type === "optional" ? definitionOf(definition.innerType!) : definition;
}

/**
 * Copies what a schema knows of a value into plain data, and the names of fields that it does not know.
 * Every field is read once, so that none says something else the second time.
 *
 * @param schema - what the value should be
 * @param value - anything: getters and proxies too, which may throw
 * @param path - where it stands
 * @param unreadable - is told what cannot be read
 * @returns the copy; where something is not of the schema's form, what was given
 */
export function plainCopy(
  schema: z.core.$ZodType,
  value: unknown,
  path: Path,
  unreadable: Unreadable,
): unknown {
  if (typeof value !== "object" || value === null) return value;
  const definition = definitionOf(schema);
  try {
    if (Array.isArray(value)) {
      if (definition.type !== "array") return [];
      return listCopy(definition.element!, value, path, unreadable);
    }
    if (isPlainObject(value)) {
      if (definition.type === "object") {
        return rowCopy(definition.shape!, value, path, unreadable);
      }
      return definition.type === "record" ? attributesCopy(value) : {};
    }
    unreadable(path, "plain data");
  } catch {
    unreadable(path, "plain data that can be read");
  }
  return undefined;
}

function listCopy(
  element: z.core.$ZodType,
  list: readonly unknown[],
  path: Path,
  unreadable: Unreadable,
): unknown[] {
  const copy: unknown[] = [];
  const { length } = list;
  if (length > MOST_ENTRIES) {
    unreadable(path, `a list of no more than ${MOST_ENTRIES} entries`);
    return copy;
  }
  for (let n = 0; n < length; n++) copy.push(fieldCopy(element, list, n, path, unreadable));
  return copy;
}

function rowCopy(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  row: object,
  path: Path,
  unreadable: Unreadable,
): object {
  const copy: Record<string, unknown> = {};
  for (const name in shape) {
    const value = fieldCopy(shape[name]!, row, name, path, unreadable);
    if (value !== undefined) copy[name] = value;
  }
  for (const name in row) {
    // Not by assignment: a field "__proto__" would set the prototype of the copy.
    if (!Object.hasOwn(shape, name)) Object.defineProperty(copy, name, { enumerable: true });
  }
  return copy;
}

function fieldCopy(
  schema: z.core.$ZodType,
  holder: object,
  name: string | number,
  path: Path,
  unreadable: Unreadable,
): unknown {
  let value: unknown;
  try {
    value = (holder as Readonly<Record<string | number, unknown>>)[name];
  } catch {
    unreadable([...path, name], "plain data that can be read");
    return undefined;
  }
  // A path is made only for what may hold something unreadable.
  if (typeof value !== "object" || value === null) return value;
  return plainCopy(schema, value, [...path, name], unreadable);
}

/** Attributes and options by name; what a value may be is for the schema to say. */
function attributesCopy(given: object): object {
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const value: unknown = (given as Readonly<Record<string, unknown>>)[name];
    const plain = typeof value === "object" && value !== null ? {} : value;
    Object.defineProperty(copy, name, { value: plain, enumerable: true });
  }
  return copy;
}

/**
 * Freezes plain data all the way down.
 *
 * @param value - a copy that is its maker's own
 * @returns the same, frozen
 */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const entry of Object.values(value)) deepFrozen(entry);
  return Object.freeze(value);
}
