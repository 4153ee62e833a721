import type * as z from "zod";
import { FIRST_DAY, LAST_DAY, parseDay } from "../../core/index.js";
import {
  type BulkList,
  bulkRowSchemas,
  masterDataSchema,
  type PlanningInput,
} from "../schema/planning-input.js";
import { EXPECTED } from "../schema/values.js";
import { isSoundRow } from "./bulk-check.js";
import { type IssueList, type Path, type PlanningIssueCode, show } from "./issues.js";

const BULK_LISTS = Object.keys(bulkRowSchemas) as BulkList[];

/**
 * Checks shape, choices and forms of values; what is sound here can be read without fear.
 *
 * Master data is checked by zod. Bulk rows are checked by hand-written loops that give zod's
 * verdict, and zod is called for the rows that fail, to word the mistake.
 */
export function checkShape(input: unknown, issues: IssueList): input is PlanningInput {
  const before = issues.found.length;
  const verdict = masterDataSchema.safeParse(input);
  if (!verdict.success) addIssues(verdict.error.issues, input, [], issues);
  for (const list of BULK_LISTS) {
    const rows = (input as Record<string, unknown> | null | undefined)?.[list];
    if (!Array.isArray(rows)) continue;
    for (let r = 0; r < rows.length; r++) {
      if (isSoundRow(list, rows[r])) continue;
      const wording = bulkRowSchemas[list].safeParse(rows[r]);
      if (!wording.success) addIssues(wording.error.issues, rows[r], [list, r], issues);
    }
  }
  return issues.found.length === before;
}

type ZodIssue = z.core.$ZodIssue;

function addIssues(
  found: readonly ZodIssue[],
  input: unknown,
  base: Path,
  issues: IssueList,
): void {
  for (const issue of found) {
    const path = issue.path as (string | number)[];
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const message = `The field ${show(key)} is unknown here. Correct its name or leave it out.`;
        issues.add("unknownField", [...base, ...path, key], message);
      }
      continue;
    }
    const value = valueAt(input, path);
    const field = path.at(-1) ?? base.at(-1) ?? "input";
    const code = codeOf(issue, value);
    const message =
      value === undefined
        ? `The field ${show(field)} is missing. It must be ${issue.message}.`
        : `The ${typeof field === "number" ? `entry ${field}` : field} (${show(value)}) must be ${issue.message}.`;
    issues.add(
      code,
      [...base, ...path],
      message,
      value === undefined ? {} : { value: plain(value) },
    );
  }
}

/** Which code an issue of zod has in the contract. */
function codeOf(issue: ZodIssue, value: unknown): PlanningIssueCode {
  if (value === undefined) return "missingField";
  if (issue.message === EXPECTED.date) return "invalidDate";
  if (issue.message === EXPECTED.quantity || issue.message === EXPECTED.ratio) {
    return "invalidQuantity";
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    return typeof value === "number" ? "outOfRange" : "invalidType";
  }
  return "invalidType";
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function plain(value: unknown): unknown {
  return typeof value === "object" || typeof value === "bigint" ? show(value) : value;
}

/**
 * Reads a date that has the right form.
 *
 * @returns the day; 0 when it lies outside 1900 … 2199, which is noted
 */
export function readDay(text: string, path: Path, issues: IssueList): number {
  const day = parseDay(text);
  if (day === undefined) {
    issues.add("invalidDate", path, `The ${path.at(-1)} (${show(text)}) must be ${EXPECTED.date}.`);
    return 0;
  }
  if (day >= FIRST_DAY && day <= LAST_DAY) return day;
  const message = `The ${path.at(-1)} (${show(text)}) must lie in the years 1900 to 2199.`;
  issues.add("outOfRange", path, message, { value: text });
  return 0;
}
