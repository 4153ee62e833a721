/**
 * The checks that every function of this folder gives its arguments, by hand and without a schema
 * library. A function names its fields in a table, one check each; all mistakes of a call are
 * refused at once.
 */
import { Decimal, formatPath, type Issue, PlanningInputError } from "../core/index.js";

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
  | "quantityOverflow";

/** Where a value stands in the argument, and the list that takes what is wrong with it. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly issues: Issue[];
}

/**
 * Reads one value. What is wrong is added to the place's issues; the value given back is then a
 * stand-in, which nobody sees because the call is refused.
 */
export type Check<T> = (value: unknown, place: Place) => T;

/** The fields of an argument, each with its check. */
export type Fields = Readonly<Record<string, Check<unknown>>>;

/** What a table of fields reads. */
export type Read<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Check<infer T> ? T : never;
};

/** A list with so many mistakes is not read to its end. */
const MANY = 1000;

/**
 * Reads the argument of a function: an object with these fields and no other.
 *
 * @param argument - what the caller gave
 * @param fields - the check of each field
 * @param together - notes what is wrong with the fields together; called when each is sound
 * @returns the values read, each only once
 * @throws PlanningInputError with every mistake of the call
 */
export function readArgument<F extends Fields>(
  argument: unknown,
  fields: F,
  together?: (read: Read<F>, issues: Issue[]) => void,
): Read<F> {
  const issues: Issue[] = [];
  const read = objectOf(fields)(argument, { path: [], issues });
  if (issues.length === 0) together?.(read, issues);
  refuseAll(issues);
  return read;
}

/** Ends a call whose arguments are wrong. @throws PlanningInputError with all that was noted */
export function refuseAll(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new PlanningInputError(issues);
}

/** An object with these fields, as a part of an argument. */
export function objectOf<F extends Fields>(fields: F): Check<Read<F>> {
  return (value, place) =>
    (guarded(value, place, () => readFields(value, place, fields)) ?? {}) as Read<F>;
}

/** A value that is `undefined` when anything is wrong with it, so that nobody reads a stand-in. */
export function soundOnly<T>(check: Check<T>): Check<T | undefined> {
  return (value, place) => {
    const before = place.issues.length;
    const read = check(value, place);
    return place.issues.length === before ? read : undefined;
  };
}

/** A list of which each entry passes the check; read into a list of our own. */
export function listOf<T>(check: Check<T>, atLeast = 0): Check<T[]> {
  return (value, place) => {
    const entries: T[] = [];
    if (!Array.isArray(value)) {
      wrongType(value, place, "a list");
      return entries;
    }
    const { length } = value;
    if (length < atLeast) {
      const message = `The ${formatPath(place.path)} must have at least ${atLeast} ${atLeast === 1 ? "entry" : "entries"}, not ${length}.`;
      add(place, "outOfRange", message);
    }
    for (let n = 0; n < length && place.issues.length < MANY; n++) {
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
    return found ?? choices[0]!;
  };
}

/** A text that is not empty. */
export function identifier(value: unknown, place: Place): string {
  if (typeof value === "string" && value !== "") return value;
  wrongType(value, place, "a text that is not empty");
  return "";
}

/** `true` or `false`. */
export function flag(value: unknown, place: Place): boolean {
  if (typeof value !== "boolean") wrongType(value, place, "true or false");
  return value === true;
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

function readFields(value: unknown, place: Place, fields: Fields): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const names = Object.keys(fields);
  const given = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  if (given !== value) wrongType(value, place, `{ ${names.join(", ")} }`);
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(fields, key)) continue;
    const message = `The field ${show(key)} is unknown here. Correct its name or leave it out; known are ${names.join(", ")}.`;
    add({ ...place, path: [...place.path, key] }, "unknownField", message);
  }
  // What is no object is one mistake; its fields are read for their stand-ins only.
  const issues = given === value ? place.issues : [];
  for (const name of names) {
    const field = { path: [...place.path, name], issues };
    const take = (from: unknown) => fields[name]?.((from as typeof read)[name], field);
    read[name] = guarded(given, field, take);
  }
  return read;
}

/** Reads what may throw of itself (getters, proxies), and notes that instead of letting it out. */
export function guarded<T>(value: unknown, place: Place, read: Check<T>): T | undefined {
  try {
    return read(value, place);
  } catch {
    add(place, "invalidType", `The ${nameOf(place)} cannot be read. Give plain values.`);
    return undefined;
  }
}

function nameOf({ path }: Place): string {
  return path.length === 0 ? "argument" : formatPath(path);
}
