/**
 * The checks that functions give their arguments, by hand and without a schema library, so that a
 * single function stays small. A function names its fields in a table, one check each; all mistakes
 * of a call are refused at once.
 */
import type { Calendar } from "./calendar.js";
import type { Decimal } from "./decimal.js";
import { formatPath, type Issue, PlanningInputError } from "./issue.js";
import {
  addMistake,
  type Place,
  placeName,
  refuseMistakes,
  showValue,
  TOO_MANY,
  wrongType,
} from "./mistake.js";
import type { Ratio } from "./ratio.js";

/**
 * Reads one value. What is wrong is added to the place's issues; what is given back is then
 * {@link UNSOUND}, which nobody sees because the call is refused. Who looks at it before that takes it
 * as {@link Doubtful}.
 */
export type Check<T> = (value: unknown, place: Place) => T;

/** Stands in the place of every value with which something is wrong. */
export const UNSOUND = undefined as never;

/** What was read while some of it may be unsound: then it is `undefined`, down to single fields. */
export type Doubtful<T> =
  | undefined
  | (T extends Ratio | Calendar | Decimal
      ? T
      : T extends readonly (infer Entry)[]
        ? readonly Doubtful<Entry>[]
        : T extends object
          ? { readonly [K in keyof T]: Doubtful<T[K]> }
          : T);

/** The fields of an argument, each with its check. */
export type Fields = Readonly<Record<string, Check<unknown>>>;

/** What a table of fields reads. */
export type Read<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Check<infer T> ? T : never;
};

/** What a table of fields reads before it is known to be sound. */
export type DoubtfulFields<F extends Fields> = {
  readonly [K in keyof F]: Doubtful<Read<F>[K]>;
};

/**
 * Reads the argument of a function: an object with these fields and no other.
 *
 * @param argument - what the caller gave
 * @param fields - the check of each field
 * @param together - notes what is wrong with the fields together, as far as they are sound
 * @returns the values read, each only once
 * @throws PlanningInputError with every mistake of the call
 *
 * @example
 * ```ts
 * readArgument({ name: "lathe" }, { name: identifier, open: optional(flag, true) });
 * // => { name: "lathe", open: true }
 * ```
 */
export function readArgument<F extends Fields>(
  argument: unknown,
  fields: F,
  together?: (read: DoubtfulFields<F>, issues: Issue[]) => void,
): Read<F> {
  const issues: Issue[] = [];
  const read = objectOf(fields)(argument, { path: [], issues });
  if (read !== UNSOUND) together?.(read as DoubtfulFields<F>, issues);
  refuseMistakes(issues);
  return read;
}

/**
 * Makes the check of an object with these fields and no other.
 *
 * @param fields - the check of each field
 * @returns a check that reads each field once
 *
 * @example
 * ```ts
 * const issues: Issue[] = [];
 * objectOf({ id: identifier })({ id: "" }, { path: ["tool"], issues });
 * issues.map(({ path }) => path); // => [["tool", "id"]]
 * ```
 */
export function objectOf<F extends Fields>(fields: F): Check<Read<F>> {
  return (value, place) =>
    readGuarded(value, place, () => readFields(value, place, fields)) as Read<F>;
}

/**
 * Whether a value is a list; not so a proxy that lets nobody ask.
 *
 * @param value - any value
 *
 * @example
 * ```ts
 * isList([]); // => true
 * isList({ length: 0 }); // => false
 * ```
 */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * Makes the check of a list of which each entry passes a check.
 *
 * @param check - of an entry
 * @param atLeast - how many entries there must be
 * @returns a check that reads into a list of its own
 *
 * @example
 * ```ts
 * const place: Place = { path: ["names"], issues: [] };
 * listOf(identifier)(["saw", "lathe"], place); // => ["saw", "lathe"]
 * ```
 */
export function listOf<T>(check: Check<T>, atLeast = 0): Check<T[]> {
  return (value, place) => {
    const entries: T[] = [];
    if (!isList(value)) {
      wrongType(value, place, "a list");
      return UNSOUND;
    }
    const { length } = value;
    if (length < atLeast) {
      const message = `The ${formatPath(place.path)} must have at least ${atLeast} ${atLeast === 1 ? "entry" : "entries"}, not ${length}.`;
      addMistake(place, "outOfRange", message);
      return UNSOUND;
    }
    for (let n = 0; n < length; n++) {
      if (place.issues.length >= TOO_MANY) return UNSOUND;
      const entry = { path: [...place.path, n], issues: place.issues };
      entries.push(readGuarded(value, entry, (list) => check((list as unknown[])[n], entry)) as T);
    }
    return entries;
  };
}

/** The two ways to call {@link optional}. */
export interface Optional {
  <T>(check: Check<T>): Check<T | undefined>;
  <T>(check: Check<T>, otherwise: T): Check<T>;
}

/**
 * Makes the check of a value that may be left out.
 *
 * @param check - of the value, where there is one
 * @param otherwise - what is read where there is none
 * @returns the check
 *
 * @example
 * ```ts
 * optional(flag, false)(undefined, { path: ["open"], issues: [] }); // => false
 * ```
 */
export const optional: Optional = <T>(check: Check<T>, otherwise?: T): Check<T> => {
  return (value, place) => (value === undefined ? (otherwise as T) : check(value, place));
};

/**
 * Tells whether a value has fields: no list, and no Map, Date or Number, whose contents are none.
 *
 * @param value - any value
 * @returns whether it is an object of fields
 *
 * @example
 * ```ts
 * isPlainObject({}); // => true
 * isPlainObject(new Map()); // => false
 * ```
 */
export function isPlainObject(value: unknown): value is object {
  try {
    return Object.prototype.toString.call(value) === "[object Object]";
  } catch {
    return false; // A proxy that lets nobody ask.
  }
}

/**
 * Tells whether a value is something to go through: a list, a Set or any other object that can be iterated,
 * but no text.
 *
 * @param value - any value
 * @returns whether it can be iterated
 *
 * @example
 * ```ts
 * isIterable(new Set()); // => true
 * isIterable("rows"); // => false
 * ```
 */
export function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/**
 * Reads what may throw of itself (getters, proxies), and notes that instead of letting it out.
 *
 * @param value - what was given
 * @param place - where
 * @param read - reads it
 * @returns what was read
 *
 * @example
 * ```ts
 * const issues: Issue[] = [];
 * const read = () => {
 *   throw new Error("mine");
 * };
 * readGuarded({}, { path: ["rate"], issues }, read); // => undefined
 * issues[0]?.message; // => "The rate cannot be read. Give plain values."
 * ```
 */
export function readGuarded<T>(value: unknown, place: Place, read: Check<T>): T | undefined {
  try {
    return read(value, place);
  } catch {
    addMistake(place, "invalidType", `The ${placeName(place)} cannot be read. Give plain values.`);
    return UNSOUND;
  }
}

/**
 * Works on what a function of the library has returned; what is no such thing is refused, not stumbled over.
 *
 * @param given - what was handed over
 * @param name - of the argument
 * @param what - it must be: "a plan"
 * @param work - makes something of it, and fails where it is something else
 * @returns what was made of it
 * @throws PlanningInputError (`invalidType`) in the place of any other error, which is its `cause`
 *
 * @example
 * ```ts
 * const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
 * workOn([1, 2], "figures", "a list of figures", sum); // => 3
 * ```
 */
export function workOn<Given, Result>(
  given: Given,
  name: string,
  what: string,
  work: (given: Given) => Result,
): Result {
  try {
    return work(given);
  } catch (error) {
    if (error instanceof PlanningInputError) throw error;
    const issues: Issue[] = [];
    wrongType(given, { path: [name], issues }, what);
    throw Object.assign(new PlanningInputError(issues), { cause: error });
  }
}

function readFields(
  value: unknown,
  place: Place,
  fields: Fields,
): Record<string, unknown> | undefined {
  const names = Object.keys(fields);
  if (!isPlainObject(value)) {
    wrongType(value, place, `{ ${names.join(", ")} }`);
    return UNSOUND;
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key)) continue;
    const message = `The field ${showValue(key)} is unknown here. Correct its name or leave it out; known are ${names.join(", ")}.`;
    addMistake({ ...place, path: [...place.path, key] }, "unknownField", message);
  }
  const read: Record<string, unknown> = {};
  for (const name of names) {
    const field = { path: [...place.path, name], issues: place.issues };
    const take = (from: unknown) => fields[name]?.((from as typeof read)[name], field);
    read[name] = readGuarded(value, field, take);
  }
  return read;
}
