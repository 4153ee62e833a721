import { isPlainObject } from "../../core/index.js";

/** More values than any record has; also what ends data that contains itself. */
const MOST_VALUES = 1_000_000;
const DEEPEST = 20;

/** Thrown, and caught here, when data is not plain. */
const NOT_PLAIN = new Error("This is no plain data.");

/** What could be copied of a record, and the names of the fields that could not. */
export interface PlainForeign {
  readonly copy: Readonly<Record<string, unknown>>;
  readonly unreadable: readonly string[];
}

/**
 * Copies fields of a foreign record into plain data, each read once, so that none says something else
 * the second time. Empty values are left out: of what is empty nothing is known.
 *
 * @param value - anything: getters and proxies too, which may throw
 * @param names - the fields that matter
 * @param isEmpty - what the system writes for nothing
 * @returns the copy and the fields that cannot be read; `undefined` when the record is none
 */
export function plainForeign(
  value: unknown,
  names: readonly string[],
  isEmpty: (value: unknown) => boolean,
): PlainForeign | undefined {
  let room = MOST_VALUES;
  const copyOf = (inner: unknown, depth: number): unknown => {
    room -= 1;
    if (room < 0 || depth > DEEPEST) throw NOT_PLAIN;
    if (isEmpty(inner)) return undefined;
    if (typeof inner !== "object" || inner === null) return inner;
    if (Array.isArray(inner)) {
      const list: unknown[] = [];
      const { length } = inner;
      if (length > room) throw NOT_PLAIN;
      for (let n = 0; n < length; n++) list.push(copyOf(inner[n], depth + 1));
      return list;
    }
    if (!isPlainObject(inner)) throw NOT_PLAIN;
    return fieldsOf(inner, Object.keys(inner), depth);
  };
  const fieldsOf = (row: object, keys: readonly string[], depth: number): object => {
    const copy: Record<string, unknown> = {};
    for (const name of keys) {
      const field = copyOf((row as Readonly<Record<string, unknown>>)[name], depth + 1);
      // Not by assignment: a field "__proto__" would set the prototype of the copy.
      if (field !== undefined)
        Object.defineProperty(copy, name, { value: field, enumerable: true });
    }
    return copy;
  };
  try {
    if (!isPlainObject(value)) return undefined;
    const copy = {};
    const unreadable: string[] = [];
    for (const name of names) {
      try {
        Object.defineProperties(copy, Object.getOwnPropertyDescriptors(fieldsOf(value, [name], 0)));
      } catch {
        unreadable.push(name);
      }
    }
    return { copy, unreadable };
  } catch {
    return undefined;
  }
}
