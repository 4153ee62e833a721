/**
 * The checks that every function of this folder gives its arguments, by hand and without a schema
 * library, so that a single function stays small. A function names its fields in a table, one
 * check each; all mistakes of a call are refused at once.
 */
import { formatPath, type Issue, PlanningInputError } from "../core/index.js";

/** What kinds of mistakes an argument can have. */
export type ArgumentIssueCode =
  | "missingField"
  | "unknownField"
  | "invalidType"
  | "outOfRange"
  | "contradiction"
  | "moreMistakes";

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

/** No refusal lists more mistakes; a last one says how many more there are. */
const MANY = 1000;

/** After so many mistakes a list is not read any further. */
const TOO_MANY = 100_000;

/**
 * Reads the argument of a function: an object with these fields and no other.
 *
 * @param argument - what the caller gave
 * @param fields - the check of each field
 * @returns the values read, each only once
 * @throws PlanningInputError with every mistake of the call
 */
export function readArgument<F extends Fields>(argument: unknown, fields: F): Read<F> {
  const issues: Issue[] = [];
  const values = guarded(argument, { path: [], issues }, (value, place) =>
    readFields(value, place, fields),
  );
  refuseAll(issues);
  return values as Read<F>;
}

function refuseAll(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  if (issues.length <= MANY) throw new PlanningInputError(issues);
  const count = issues.length - MANY;
  const atLeast = issues.length < TOO_MANY ? "" : "at least ";
  const message = `There are ${atLeast}${count} more mistakes. Correct these first.`;
  const more = { code: "moreMistakes", path: [], message, count };
  throw new PlanningInputError([...issues.slice(0, MANY), more]);
}

/** An object with these fields, as a part of an argument. */
export function objectOf<F extends Fields>(fields: F): Check<Read<F>> {
  return (value, place) => readFields(value, place, fields) as Read<F>;
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
    for (let n = 0; n < length && place.issues.length < TOO_MANY; n++) {
      const entry = { path: [...place.path, n], issues: place.issues };
      try {
        entries.push(check(value[n], entry));
      } catch {
        unreadable(entry);
        entries.push(undefined as T);
      }
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
    return found as T;
  };
}

/** A text that is not empty. */
export function identifier(value: unknown, place: Place): string {
  if (typeof value !== "string" || value === "")
    wrongType(value, place, "a text that is not empty");
  return value as string;
}

/** `true` or `false`. */
export function flag(value: unknown, place: Place): boolean {
  if (typeof value !== "boolean") wrongType(value, place, "true or false");
  return value as boolean;
}

/** Adds a mistake to a place: for checks of one's own. */
export function add(
  place: Place,
  code: ArgumentIssueCode,
  message: string,
  figures: Readonly<Record<string, unknown>> = {},
): void {
  place.issues.push({ code, path: place.path, message, ...figures });
}

/** Refuses a call for what its sound fields say together. @throws PlanningInputError */
export function refuse(
  code: ArgumentIssueCode,
  path: readonly (string | number)[],
  message: string,
): never {
  throw new PlanningInputError([{ code, path, message }]);
}

/** Notes that a value is missing, or of another kind than `form` says. */
export function wrongType(value: unknown, place: Place, form: string): void {
  if (value === undefined) {
    add(place, "missingField", `The ${nameOf(place)} is missing. It must be ${form}.`);
  } else add(place, "invalidType", must(value, place, `be ${form}`));
}

function readFields(value: unknown, place: Place, fields: Fields): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const names = Object.keys(fields);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    wrongType(value, place, `{ ${names.join(", ")} }`);
    return read;
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key)) continue;
    const message = `The field ${show(key)} is unknown here. Correct its name or leave it out; known are ${names.join(", ")}.`;
    add({ ...place, path: [...place.path, key] }, "unknownField", message);
  }
  for (const name of names) {
    const field = { path: [...place.path, name], issues: place.issues };
    const take = (from: unknown) => fields[name]?.((from as typeof read)[name], field);
    read[name] = guarded(value, field, take);
  }
  return read;
}

/** Reads what may throw of itself (getters, proxies), and notes that instead of letting it out. */
function guarded<T>(value: unknown, place: Place, read: Check<T>): T | undefined {
  try {
    return read(value, place);
  } catch {
    unreadable(place);
    return undefined;
  }
}

function unreadable(place: Place): void {
  add(place, "invalidType", `The ${nameOf(place)} cannot be read. Give plain values.`);
}

/** "The leadTime (-2) must be 0 or more." */
export function must(value: unknown, place: Place, what: string): string {
  return `The ${nameOf(place)} (${show(value)}) must ${what}.`;
}

function nameOf({ path }: Place): string {
  return path.length === 0 ? "argument" : formatPath(path);
}

/** A value as a short text, whatever it is. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  }
  if (typeof value === "object" && value !== null)
    return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}
