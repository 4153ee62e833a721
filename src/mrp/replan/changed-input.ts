import { isPlainObject, PlanningInputError } from "../../core/index.js";
import { withOwnFields } from "../input/own-fields.js";
import type { Path } from "../input/path.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { EXPECTED } from "../schema/values.js";
import { type DecimalsOf, decimalsOf } from "./booked-decimals.js";
import { bookAll } from "./bookings.js";
import { ChangeIssues } from "./change-issues.js";
import { checkChanges } from "./check-changes.js";
import { ownChanges } from "./own-changes.js";
import { CHANGED_LISTS, type ChangedList, type PlanChanges } from "./plan-changes.js";
import { readSafely } from "./read-safely.js";
import { hasIds, keyFields, onlySite, rowKey } from "./row-key.js";

/** A changed input, and where its rows come from. */
export interface ChangedInput {
  readonly input: PlanningInput;
  /** By list and row: where in the changes it stands, for rows that do. */
  readonly saidBy: ReadonlyMap<string, ReadonlyMap<number, Path>>;
}

/**
 * A planning input with changes made to it: what {@link replan} plans.
 *
 * @param input - the rows of the data contract
 * @param changes - rows to put and to remove by list, bookings, a new planning start
 * @returns a new input; lists that do not change are the same arrays
 * @throws PlanningInputError when the changes are of a wrong form, or name what is not there; what rows
 * say that are put is looked at when they are planned
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", items: [{ id: "wheel", onHand: 3 }] };
 * const changed = changeInput(input, {
 *   demands: { put: [{ id: "d1", item: "wheel", quantity: 4, due: "2026-01-09" }] },
 * });
 * changed.demands?.length; // => 1
 * ```
 */
export function changeInput(input: PlanningInput, changes: PlanChanges): PlanningInput {
  return readSafely({ input }, (given) =>
    readSafely(changes, (read) => {
      refuseNoInput(given.input);
      return changedInput(withOwnFields(given.input), ownChanges(read)).input;
    }),
  );
}

/** Whether it may be an input: its fields are looked at when it is planned. */
function refuseNoInput(input: unknown): void {
  const issues = new ChangeIssues();
  if (!isPlainObject(input)) issues.wrongType(["input"], input, "an object of lists of rows");
  else {
    const fields = input as { readonly [Field in keyof PlanningInput]?: unknown };
    const { conventions } = fields;
    if (conventions !== undefined && !isPlainObject(conventions)) {
      issues.wrongType(["input", "conventions"], conventions, EXPECTED.fields);
    }
    for (const list of CHANGED_LISTS) checkRows(list, fields[list], issues);
  }
  if (issues.found.length > 0) throw new PlanningInputError(issues.found);
}

function checkRows(list: ChangedList, rows: unknown, issues: ChangeIssues): void {
  if (rows === undefined) return;
  if (!Array.isArray(rows)) {
    issues.wrongType(["input", list], rows, "a list");
    return;
  }
  for (let k = 0; k < rows.length; k++) {
    const row: unknown = rows[k];
    const isRow = typeof row === "object" && row !== null;
    if (!isRow) issues.wrongType(["input", list, k], row, "a row");
  }
}

/** As {@link changeInput}, with what leads from rows back to the changes. */
export function changedInput(input: PlanningInput, changes: PlanChanges): ChangedInput {
  const issues = new ChangeIssues();
  const saidBy = new Map<string, ReadonlyMap<number, Path>>();
  if (!checkChanges(changes, issues)) throw new PlanningInputError(issues.found);
  const { startDate, horizonEnd, currency, conventions } = changes;
  let changed = bookAll(input, changes.bookings ?? [], bookedDecimals(input, changes), issues);
  if (startDate !== undefined) changed = { ...changed, startDate };
  if (currency !== undefined) changed = { ...changed, currency };
  if (conventions !== undefined) {
    changed = { ...changed, conventions: { ...changed.conventions, ...conventions } };
  }
  if (horizonEnd === null) {
    const { horizonEnd: _, ...open } = changed;
    changed = open;
  } else if (horizonEnd !== undefined) changed = { ...changed, horizonEnd };
  // Sites first: the only one is that of rows which name none.
  for (const list of ["sites", ...CHANGED_LISTS.filter((name) => name !== "sites")] as const) {
    if (changes[list] === undefined) continue;
    const rows: readonly unknown[] = changed[list] ?? [];
    const result = changeRows(list, rows, changes, onlySite(changed), issues);
    changed = { ...changed, [list]: result.rows };
    saidBy.set(list, result.saidBy);
  }
  if (issues.found.length > 0) throw new PlanningInputError(issues.found);
  return { input: changed, saidBy };
}

/** Where items are counted otherwise from now on, the planning run looks at what was booked. */
function bookedDecimals(input: PlanningInput, changes: PlanChanges): DecimalsOf {
  if (changes.items !== undefined || changes.units !== undefined) return () => undefined;
  return decimalsOf({ ...input, conventions: { ...input.conventions, ...changes.conventions } });
}

/** An entry of a change that gives a row, and where it stands. */
interface Entry {
  readonly row: object;
  readonly path: Path;
}

interface ChangedRowsOfList {
  readonly rows: readonly unknown[];
  readonly saidBy: ReadonlyMap<number, Path>;
}

/**
 * The rows of a list: those that are put in the place of the first one of their key, else behind all
 * others, fields of others changed, and others gone.
 */
function changeRows(
  list: ChangedList,
  rows: readonly unknown[],
  changes: PlanChanges,
  site: string,
  issues: ChangeIssues,
): ChangedRowsOfList {
  const entries = (way: "put" | "change"): Map<string, Entry[]> =>
    grouped(list, way, changes[list]?.[way] ?? [], site);
  const [put, change] = [entries("put"), entries("change")];
  const removed = new Map<string, number>();
  for (const [k, key] of (changes[list]?.remove ?? []).entries()) {
    removed.set(hasIds(list) ? (key as string) : rowKey(list, key, site), k);
  }
  const found = new Map<string, number>();
  const saidBy = new Map<number, Path>();
  const result: unknown[] = [];
  const place = ({ path, row }: Entry): void => {
    saidBy.set(result.length, path);
    result.push(row);
  };
  for (const row of rows) {
    const key = rowKey(list, row, site);
    const times = found.get(key) ?? 0;
    const isNamed = put.has(key) || change.has(key) || removed.has(key);
    if (isNamed) found.set(key, times + 1);
    if (put.has(key)) {
      if (times === 0) put.get(key)!.forEach(place);
    } else if (change.has(key)) {
      const [{ path }] = change.get(key) as [Entry];
      let merged = row as object;
      for (const { row: fields } of change.get(key)!) merged = { ...merged, ...fields };
      place({ path, row: merged });
    } else if (!removed.has(key)) result.push(row);
  }
  for (const [key, group] of put) if (!found.has(key)) group.forEach(place);
  checkNames(list, { put, change, removed, found }, changes, issues);
  return { rows: result, saidBy };
}

function grouped(
  list: ChangedList,
  way: "put" | "change",
  given: readonly object[],
  site: string,
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const [k, row] of given.entries()) {
    const key = rowKey(list, row, site);
    const entry = { row, path: [list, way, k] };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** What is named must be there, once where its fields change, and must not be named in two ways. */
function checkNames(
  list: ChangedList,
  {
    put,
    change,
    removed,
    found,
  }: {
    readonly put: ReadonlyMap<string, readonly Entry[]>;
    readonly change: ReadonlyMap<string, readonly Entry[]>;
    readonly removed: ReadonlyMap<string, number>;
    readonly found: ReadonlyMap<string, number>;
  },
  changes: PlanChanges,
  issues: ChangeIssues,
): void {
  for (const [key, entries] of change) {
    const { path, row } = entries[0]!;
    const times = found.get(key) ?? 0;
    if (put.has(key)) issues.namedTwice(path, list, keyOf(list, row), put.get(key)![0]!.path);
    else if (times === 0) issues.unknownRow(path, list, keyOf(list, row));
    else if (times > 1) {
      const message = `${times} rows of ${list} have this key, so their fields cannot be changed. Put the rows instead.`;
      issues.contradiction(path, message);
    }
    refuseFieldsTwice(list, entries, issues);
  }
  for (const [key, k] of removed) {
    const path = [list, "remove", k];
    const first = (put.get(key) ?? change.get(key))?.[0];
    if (first !== undefined) issues.namedTwice(path, list, keyOf(list, first.row), first.path);
    else if (!found.has(key)) issues.unknownRow(path, list, changes[list]!.remove![k]);
  }
}

/** Several entries may change a row, but not the same field of it: one of them would count for nothing. */
function refuseFieldsTwice(
  list: ChangedList,
  entries: readonly Entry[],
  issues: ChangeIssues,
): void {
  const keys: readonly string[] = hasIds(list) ? ["id"] : keyFields(list);
  const first = new Map<string, Path>();
  for (const { path, row } of entries) {
    for (const field of Object.keys(row)) {
      const before = first.get(field);
      if (before === undefined) first.set(field, path);
      else if (!keys.includes(field)) issues.changedTwice([...path, field], before);
    }
  }
}

/** What a row is known by: its id, or the fields of its key that it has. */
function keyOf(list: ChangedList, row: object): unknown {
  const fields = row as Readonly<Record<string, unknown>>;
  if (hasIds(list)) return fields.id;
  const given = keyFields(list).filter((field) => fields[field] !== undefined);
  return Object.fromEntries(given.map((field) => [field, fields[field]]));
}
