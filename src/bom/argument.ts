import {
  FIRST_DAY,
  formatPath,
  LAST_DAY,
  PlanningInputError,
  parseDay,
  type Ratio,
} from "../core/index.js";
import type { BomGraph } from "./columns.js";
import { type BomIssue, isList, QUANTITY_FORM, show } from "./issue.js";
import { askedRatio, givenOf, graphOf } from "./question.js";

/**
 * How functions of several arguments read them: every reader notes what is wrong and returns a value
 * of the right kind, so that all mistakes are found; {@link refuseAll} then ends the call.
 */
export type Issues = BomIssue[];

/** Where a value stands: names of arguments and fields, indexes and ids down to it. */
export type Path = readonly (string | number)[];

/** The least that a number may be. */
export type Least = "any number" | "0 or more" | "above 0";

const ID_FORM = "a text that is not empty";
const DATE_FORM = 'a day "YYYY-MM-DD"';
const ZERO: Ratio = { num: 0n, den: 1n };

/** Ends a call whose arguments are wrong. @throws PlanningInputError with all that was noted */
export function refuseAll(issues: readonly BomIssue[]): void {
  if (issues.length > 0) throw new PlanningInputError(issues);
}

/** Stands for what threw when it was read (getters, proxies); that has been noted, and is all. */
export const UNREADABLE: unique symbol = Symbol("unreadable");

/**
 * Reads what may throw of itself, and notes that instead of letting it out.
 *
 * @returns what was read, or {@link UNREADABLE}
 */
export function readGuarded<Value>(
  path: Path,
  issues: Issues,
  read: () => Value,
): Value | typeof UNREADABLE {
  try {
    return read();
  } catch {
    noteUnreadable(path, issues);
    return UNREADABLE;
  }
}

/** Notes a value that threw when it was read. */
export function noteUnreadable(path: Path, issues: Issues): void {
  const message = `The ${formatPath(path)} cannot be read. Give plain values.`;
  issues.push({ code: "invalidType", path, message });
}

/** Notes a value of the wrong kind, or one that is missing. */
export function noteType(value: unknown, path: Path, form: string, issues: Issues): void {
  if (value === UNREADABLE) return;
  const name = formatPath(path);
  if (value === undefined) {
    const message = `The ${name} is missing. It must be ${form}.`;
    issues.push({ code: "missingField", path, message });
  } else {
    const message = `The ${name} (${show(value)}) must be ${form}.`;
    issues.push({ code: "invalidType", path, message });
  }
}

/** Notes a value that is out of its range. */
export function noteRange(value: unknown, path: Path, range: string, issues: Issues): void {
  const message = `The ${formatPath(path)} (${show(value)}) must be ${range}.`;
  issues.push({ code: "outOfRange", path, message, value });
}

/** Notes things that cannot both be. */
export function noteContradiction(path: Path, message: string, issues: Issues): void {
  issues.push({ code: "contradiction", path, message });
}

/** Notes an id that stands in two places where one is allowed. */
export function noteTwice(id: string, path: Path, issues: Issues): void {
  const message = `The ${formatPath(path)} (${show(id)}) stands here for the second time. Take one out.`;
  issues.push({ code: "duplicateId", path, message, id });
}

/** Notes an id that nothing defines. */
export function noteUnknown(id: unknown, path: Path, issues: Issues): void {
  const message = `The ${formatPath(path)} (${show(id)}) stands in no line of this bill. Correct the id.`;
  issues.push({ code: "unknownId", path, message, id });
}

/** Reads the fields of an object, each once; a field that it does not know is noted. */
export function readFields<Field extends string>(
  value: unknown,
  path: Path,
  fields: readonly Field[],
  issues: Issues,
): Partial<Record<Field, unknown>> {
  if (!isObject(value)) {
    noteType(value, path, `an object { ${fields.join(", ")} }`, issues);
    return {};
  }
  const keys = readGuarded(path, issues, () => Object.keys(value));
  if (keys === UNREADABLE) return unreadable(fields);
  for (const key of keys) {
    if ((fields as readonly string[]).includes(key)) continue;
    const message = `The field ${show(key)} is unknown here. Correct its name or leave it out.`;
    issues.push({ code: "unknownField", path: [...path, key], message });
  }
  return pickFields(value, path, fields, issues);
}

/** Reads some fields of an object, each once, whatever else it has. */
export function pickFields<Field extends string>(
  value: object,
  path: Path,
  fields: readonly Field[],
  issues: Issues,
): Partial<Record<Field, unknown>> {
  const read: Partial<Record<Field, unknown>> = {};
  for (const field of fields) {
    const take = () => (value as Record<Field, unknown>)[field];
    read[field] = readGuarded([...path, field], issues, take);
  }
  return read;
}

/** Reads all fields that an object has of its own, each once; `undefined` where it cannot be read. */
export function readOwnFields(
  value: object,
  path: Path,
  issues: Issues,
): Readonly<Record<string, unknown>> | undefined {
  const keys = readGuarded(path, issues, () => Object.keys(value));
  return keys === UNREADABLE ? undefined : pickFields(value, path, keys, issues);
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isList(value);
}

function unreadable<Field extends string>(
  fields: readonly Field[],
): Partial<Record<Field, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, UNREADABLE])) as Partial<
    Record<Field, unknown>
  >;
}

/** Reads a list, holes in it as `undefined`; none where it is something else. */
export function readList(value: unknown, path: Path, issues: Issues): readonly unknown[] {
  if (!isList(value)) {
    noteType(value, path, "a list", issues);
    return [];
  }
  const take = (_: unknown, n: number) => readGuarded([...path, n], issues, () => value[n]);
  const list = readGuarded(path, issues, () => Array.from({ length: value.length }, take));
  return list === UNREADABLE ? [] : list;
}

/** Reads a map from ids; entries whose id is none are noted and left out. */
export function readMap(value: unknown, path: Path, issues: Issues): [string, unknown][] {
  let entries: [unknown, unknown][] = [];
  try {
    // By its inner slot, so that a map of another realm is one too.
    entries = [...Map.prototype.entries.call(value as Map<unknown, unknown>)];
  } catch {
    noteType(value, path, "a Map from ids", issues);
  }
  return entries.filter((entry): entry is [string, unknown] => {
    const [key] = entry;
    if (typeof key === "string" && key !== "") return true;
    const message = `The key (${show(key)}) of ${formatPath(path)} must be ${ID_FORM}.`;
    issues.push({ code: "invalidType", path, message });
    return false;
  });
}

/** Reads an id; the empty text where it is none. */
export function readId(value: unknown, path: Path, issues: Issues): string {
  if (typeof value === "string" && value !== "") return value;
  noteType(value, path, ID_FORM, issues);
  return "";
}

/** Reads a quantity, ratio or amount exactly; 0 where it is none. */
export function readQuantity(value: unknown, path: Path, least: Least, issues: Issues): Ratio {
  if (value === UNREADABLE) return ZERO;
  const given = givenOf(value); // as messages show it
  const ratio = askedRatio(value);
  if (ratio === undefined) {
    const code = given === undefined ? "missingField" : "invalidQuantity";
    const what = given === undefined ? "is missing. It" : `(${show(given)})`;
    const message = `The ${formatPath(path)} ${what} must be ${QUANTITY_FORM}.`;
    issues.push({ code, path, message });
    return ZERO;
  }
  if (least === "any number" || ratio.num > 0n) return ratio;
  if (ratio.num < 0n || least === "above 0") noteRange(given, path, least, issues);
  return ratio;
}

/** Reads a map from ids to quantities. */
export function readQuantities(
  value: unknown,
  path: Path,
  least: Least,
  issues: Issues,
): ReadonlyMap<string, Ratio> {
  const entries = readMap(value, path, issues);
  return new Map(
    entries.map(([id, quantity]) => [id, readQuantity(quantity, [...path, id], least, issues)]),
  );
}

/** Reads a whole number of a range; its least where it is none. */
export function readWhole(
  value: unknown,
  path: Path,
  [least, most]: readonly [number, number],
  issues: Issues,
): number {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    noteType(value, path, "a whole number", issues);
  } else if (value < least || value > most) {
    noteRange(value, path, `from ${least} to ${most}`, issues);
  } else return value + 0; // no −0
  return least;
}

/** Reads a date as the text it is, which sorts as days do. */
export function readDate(value: unknown, path: Path, issues: Issues): string {
  const day = parseDay(value);
  if (day !== undefined) {
    if (day < FIRST_DAY || day > LAST_DAY) noteRange(value, path, "in 1900 to 2199", issues);
    return value as string;
  }
  if (value === undefined || value === UNREADABLE) noteType(value, path, DATE_FORM, issues);
  else {
    const message = `The ${formatPath(path)} (${show(value)}) must be ${DATE_FORM} that exists.`;
    issues.push({ code: "invalidDate", path, message });
  }
  return "";
}

/** Reads a word of a choice; its first where it is none. */
export function readChoice<Word extends string>(
  value: unknown,
  path: Path,
  words: readonly [Word, ...Word[]],
  issues: Issues,
): Word {
  if ((words as readonly unknown[]).includes(value)) return value as Word;
  noteType(value, path, words.map(show).join(" or "), issues);
  return words[0];
}

/**
 * Reads a list with one entry for each row of the bill; `undefined` stands for nothing.
 *
 * @param read - reads an entry that is there
 * @param nothing - what an entry that is not there gives
 */
export function readByRow<Value>(
  value: unknown,
  path: Path,
  rows: number,
  read: (entry: unknown, path: Path) => Value,
  nothing: Value,
  issues: Issues,
): (row: number) => Value {
  if (value === undefined) return () => nothing;
  const list = readList(value, path, issues);
  if (isList(value) && list.length !== rows) {
    const message = `The ${formatPath(path)} (${show(list)}) must have one entry for each of the ${rows} rows of the bill.`;
    issues.push({ code: "contradiction", path, message });
  }
  const values = list.map((entry, row) =>
    entry === undefined ? nothing : read(entry, [...path, row]),
  );
  return (row) => values[row] ?? nothing;
}

const NO_LINES = { start: new Int32Array(1), row: new Int32Array(0) };

/** What stands in for a graph that is none, so that the other arguments are still looked at. */
const NO_GRAPH: BomGraph = {
  items: [],
  numberOf: new Map(),
  lineParent: new Int32Array(0),
  lineComponent: new Int32Array(0),
  lineRatio: [],
  linesBelow: NO_LINES,
  linesAbove: NO_LINES,
  codes: new Int32Array(0),
  order: new Int32Array(0),
};

/** Reads a graph made by `bomGraph`. */
export function readGraphOf(value: unknown, path: Path, issues: Issues): BomGraph {
  const graph = graphOf(value);
  if (graph !== undefined) return graph;
  noteType(value, path, "what bomGraph returned", issues);
  return NO_GRAPH;
}

/** Reads the id of an item that a graph knows; −1 where it is none. */
export function readItemOf(graph: BomGraph, value: unknown, path: Path, issues: Issues): number {
  const number = graph.numberOf.get(value as string);
  if (number !== undefined) return number;
  if (graph !== NO_GRAPH && value !== UNREADABLE) noteUnknown(value, path, issues);
  return -1;
}
