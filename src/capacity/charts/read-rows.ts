/** How charts read what other functions returned: the fields that they draw, whatever stands beside. */
import {
  type Check,
  type Fields,
  type Issue,
  isIterable,
  isPlainObject,
  type Read,
  readGuarded,
  UNSOUND,
  wrongType,
} from "../../core/index.js";

/** Any text, the empty one too. */
export const anyText: Check<string> = (value, place) => {
  if (typeof value === "string") return value;
  wrongType(value, place, "a text");
  return UNSOUND;
};

/** What passes a check, or `null`. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, place) => (value === null ? null : check(value, place));
}

/**
 * Reads a list, a sequence or another iterable of rows.
 *
 * @param owner - what has it
 * @param field - under which name
 * @param fields - the check of each field that is drawn
 * @param issues - takes what is wrong
 */
export function readRows<F extends Fields>(
  owner: unknown,
  field: string,
  fields: F,
  issues: Issue[],
): Read<F>[] {
  const list = readGuarded(owner, { path: [field], issues }, listIn(field));
  return (list ?? []).map((row, n) => {
    const read = Object.entries(fields).map(([name, check]) => {
      const place = { path: [field, n, name], issues };
      const take = () => check(isPlainObject(row) ? Reflect.get(row, name) : UNSOUND, place);
      return [name, readGuarded(row, place, take)] as const;
    });
    return Object.fromEntries(read) as Read<F>;
  });
}

function listIn(field: string): Check<unknown[]> {
  return (owner, place) => {
    const list = typeof owner === "object" && owner !== null ? Reflect.get(owner, field) : owner;
    if (isIterable(list)) return [...list];
    wrongType(list, place, "a list");
    return UNSOUND;
  };
}
