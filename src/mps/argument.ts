/**
 * The checks that every function of this folder gives its arguments, by hand and without a schema
 * library. A function names its fields in a table, one check each; all mistakes of a call are
 * refused at once.
 */
import { type Calendar, Decimal, formatPath, type Issue, type Ratio } from "../core/index.js";
import { refuseAll, TOO_MANY } from "./refusal.js";

/** What kinds of mistakes an argument of the master schedule can have. */
export type MasterScheduleIssueCode =
  | "missingField"
  | "unknownField"
  | "invalidType"
  | "invalidDate"
  | "invalidQuantity"
  | "tooFine"
  | "outOfRange"
  | "duplicateId"
  | "unknownId"
  | "contradiction"
  | "quantityOverflow"
  | "moreMistakes";

/** Where a value stands in the argument, and the list that takes what is wrong with it. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly issues: Issue[];
}

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
 */
export function readArgument<F extends Fields>(
  argument: unknown,
  fields: F,
  together?: (read: DoubtfulFields<F>, issues: Issue[]) => void,
): Read<F> {
  const issues: Issue[] = [];
  const read = objectOf(fields)(argument, { path: [], issues });
  if (read !== UNSOUND) together?.(read as DoubtfulFields<F>, issues);
  refuseAll(issues);
  return read;
}

/** An object with these fields, as a part of an argument. */
export function objectOf<F extends Fields>(fields: F): Check<Read<F>> {
  return (value, place) => guarded(value, place, () => readFields(value, place, fields)) as Read<F>;
}

/** A list of which each entry passes the check; read into a list of our own. */
export function listOf<T>(check: Check<T>, atLeast = 0): Check<T[]> {
  return (value, place) => {
    const entries: T[] = [];
    if (!Array.isArray(value)) {
      wrongType(value, place, "a list");
      return UNSOUND;
    }
    const { length } = value;
    if (length < atLeast) {
      const message = `The ${formatPath(place.path)} must have at least ${atLeast} ${atLeast === 1 ? "entry" : "entries"}, not ${length}.`;
      add(place, "outOfRange", message);
      return UNSOUND;
    }
    for (let n = 0; n < length; n++) {
      if (place.issues.length >= TOO_MANY) return UNSOUND;
      const entry = { path: [...place.path, n], issues: place.issues };
      entries.push(guarded(value, entry, (list) => check((list as unknown[])[n], entry)) as T);
    }
    return entries;
  };
}

/** A value that may be left out; then it is what `otherwise` says. */
export function optional<T>(check: Check<T>): Check<T | undefined>;
export function optional<T>(check: Check<T>, otherwise: T): Check<T>;
export function optional<T>(check: Check<T>, otherwise?: T): Check<T | undefined> {
  return (value, place) => (value === undefined ? otherwise : check(value, place));
}

/** One of these texts. */
export function oneOf<T extends string>(...choices: readonly T[]): Check<T> {
  return (value, place) => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) {
      const texts = choices.map((choice) => `"${choice}"`).join(", ");
      if (value === undefined || typeof value !== "string") wrongType(value, place, texts);
      else add(place, "outOfRange", must(value, place, `be one of ${texts}`), { value });
    }
    return found ?? UNSOUND;
  };
}

/** A text that is not empty. */
export function identifier(value: unknown, place: Place): string {
  if (typeof value === "string" && value !== "") return value;
  wrongType(value, place, "a text that is not empty");
  return UNSOUND;
}

/** `true` or `false`. */
export function flag(value: unknown, place: Place): boolean {
  if (typeof value === "boolean") return value;
  wrongType(value, place, "true or false");
  return UNSOUND;
}

/** Adds a mistake to a place. */
export function add(
  place: Place,
  code: MasterScheduleIssueCode,
  message: string,
  figures: Readonly<Record<string, unknown>> = {},
): void {
  place.issues.push({ code, path: place.path, message, ...figures });
}

/** Notes that a value is missing, or of another kind than `form` says. */
export function wrongType(value: unknown, place: Place, form: string): void {
  if (value === undefined) {
    add(place, "missingField", `The ${nameOf(place)} is missing. It must be ${form}.`);
  } else add(place, "invalidType", must(value, place, `be ${form}`));
}

/** "The backward (-2) must be 0 or more." */
export function must(value: unknown, place: Place, what: string): string {
  return `The ${nameOf(place)} (${show(value)}) must ${what}.`;
}

/** A value as a short text, whatever it is. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  }
  if (Decimal.isDecimal(value)) return String(value);
  if (typeof value === "object" && value !== null)
    return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}

function readFields(
  value: unknown,
  place: Place,
  fields: Fields,
): Record<string, unknown> | undefined {
  const names = Object.keys(fields);
  if (!isObject(value)) {
    wrongType(value, place, `{ ${names.join(", ")} }`);
    return UNSOUND;
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key)) continue;
    const message = `The field ${show(key)} is unknown here. Correct its name or leave it out; known are ${names.join(", ")}.`;
    add({ ...place, path: [...place.path, key] }, "unknownField", message);
  }
  const read: Record<string, unknown> = {};
  for (const name of names) {
    const field = { path: [...place.path, name], issues: place.issues };
    const take = (from: unknown) => fields[name]?.((from as typeof read)[name], field);
    read[name] = guarded(value, field, take);
  }
  return read;
}

/** Whether a value has fields: no list, and no Map, Date or Number, whose contents are none. */
export function isObject(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Reads what may throw of itself (getters, proxies), and notes that instead of letting it out. */
export function guarded<T>(value: unknown, place: Place, read: Check<T>): T | undefined {
  try {
    return read(value, place);
  } catch {
    add(place, "invalidType", `The ${nameOf(place)} cannot be read. Give plain values.`);
    return UNSOUND;
  }
}

function nameOf({ path }: Place): string {
  return path.length === 0 ? "argument" : formatPath(path);
}
