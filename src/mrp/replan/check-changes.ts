import { isPlainObject, parseDay } from "../../core/index.js";
import { unknownNames } from "../input/read-fields.js";
import { EXPECTED } from "../schema/values.js";
import type { ChangeIssues } from "./change-issues.js";
import { CHANGED_LISTS, type PlanChanges } from "./plan-changes.js";
import { hasIds, keyFields } from "./row-key.js";

const OTHERS = ["startDate", "horizonEnd", "currency", "conventions", "bookings"];
const WAYS: readonly string[] = ["put", "change", "remove"];
const KNOWN: readonly string[] = [...CHANGED_LISTS, ...OTHERS];

/** Checks the form of changes: callers without types may hand over anything. */
export function checkChanges(changes: unknown, issues: ChangeIssues): changes is PlanChanges {
  if (!isRecord(changes)) {
    issues.wrongType(["changes"], changes, "an object of rows to put and to remove, by list");
    return false;
  }
  for (const name of unknownNames(changes, KNOWN)) issues.unknownField([name], KNOWN);
  for (const list of CHANGED_LISTS) {
    const rows = changes[list];
    if (rows === undefined) continue;
    if (!isRecord(rows)) {
      issues.wrongType([list], rows, "an object with put, change or remove");
      continue;
    }
    for (const name of unknownNames(rows, WAYS)) issues.unknownField([list, name], WAYS);
    for (const name of WAYS) {
      const given = rows[name];
      if (given === undefined) continue;
      if (Array.isArray(given)) checkEntries(list, name, given, issues);
      else issues.wrongType([list, name], given, "a list");
    }
  }
  const { bookings, conventions, startDate, horizonEnd, currency } = changes;
  if (startDate !== undefined && !isDay(startDate)) issues.invalidDate(["startDate"], startDate);
  if (horizonEnd !== undefined && horizonEnd !== null && !isDay(horizonEnd)) {
    issues.invalidDate(["horizonEnd"], horizonEnd);
  }
  if (currency !== undefined && (typeof currency !== "string" || currency === "")) {
    issues.wrongType(["currency"], currency, EXPECTED.id);
  }
  if (Array.isArray(bookings)) {
    for (const [k, booking] of bookings.entries()) {
      if (!isRecord(booking)) issues.wrongType(["bookings", k], booking, "a booking");
    }
  } else if (bookings !== undefined) issues.wrongType(["bookings"], bookings, "a list");
  if (conventions !== undefined && !isRecord(conventions)) {
    issues.wrongType(["conventions"], conventions, EXPECTED.fields);
  }
  return issues.found.length === 0;
}

function isDay(value: unknown): boolean {
  return typeof value === "string" && parseDay(value) !== undefined;
}

/** Whether a value is a plain object: a map or a date has no fields of its own. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value);
}

function checkEntries(
  list: (typeof CHANGED_LISTS)[number],
  name: string,
  entries: readonly unknown[],
  issues: ChangeIssues,
): void {
  const isId = name === "remove" && hasIds(list);
  for (let k = 0; k < entries.length; k++) {
    const entry = entries[k];
    const path = [list, name, k];
    if (isId) {
      if (typeof entry !== "string") issues.wrongType(path, entry, "an id");
    } else if (!isRecord(entry)) {
      issues.wrongType(
        path,
        entry,
        name === "remove" ? "an object of the fields of a key" : "a row",
      );
    } else if (name === "change" && hasIds(list) && entry.id === undefined) {
      issues.missingId(path, list);
    } else if (name === "remove") {
      const known = keyFields(list);
      for (const field of unknownNames(entry, known)) {
        issues.unknownField([...path, field], known);
      }
    }
  }
}
