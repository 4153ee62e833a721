import type * as z from "zod";
import {
  type BulkList,
  bulkRowSchemas,
  masterDataSchema,
  type PlanningInput,
} from "../schema/planning-input.js";
import { EXPECTED } from "../schema/values.js";
import { isSoundRow, UnsoundRow } from "./bulk-check.js";
import { asPart, BULK_ROWS, inChunks, type Steps } from "./chunks.js";
import { type IssueList, type PlanningIssueCode, show } from "./issues.js";
import { masterDataIsSound } from "./master-check.js";
import { withOwnFields } from "./own-fields.js";
import { ownerOf } from "./owner.js";
import type { Path } from "./path.js";
import { soundPart, soundStandIns } from "./sound-part.js";

const BULK_LISTS = Object.keys(bulkRowSchemas) as BulkList[];

/**
 * Checks shape, choices and forms of values; what is sound here can be read without fear.
 *
 * Rows are checked by hand-written loops that give zod's verdict, and zod is called for those that fail,
 * to word the mistake. Rows that are sound and have fields by their class are copied, all others are
 * the same.
 *
 * @param allRows - whether demands are checked, too; else that is for who reads them
 * @returns at the end the input; where something is unsound, what is left of it, so that everything
 * else can be checked too; `undefined` when nothing is left
 * @throws UnsoundRow when something is not sound while demands are left out
 */
export function* shapeSteps(
  input: unknown,
  issues: IssueList,
  allRows: boolean,
): Steps<PlanningInput | undefined> {
  const isSound = yield* asPart(0, 0.75, masterDataIsSound(input));
  if (!isSound && !allRows) throw new UnsoundRow();
  const rest = isSound ? input : soundMasterData(input, issues);
  if (rest === undefined) return undefined;
  let borrows = !isSound;
  const repaired: PropertyDescriptorMap = {};
  for (const [n, list] of BULK_LISTS.entries()) {
    const given = (rest as PlanningInput)[list];
    if (given === undefined || (list === "demands" && !allRows)) continue;
    const part = 0.25 / BULK_LISTS.length;
    const from = 0.75 + n * part;
    const { rows, areSound } = yield* asPart(
      from,
      from + part,
      rowSteps(list, given, input, issues),
    );
    borrows ||= !areSound;
    if (rows === given) continue;
    if (!allRows) throw new UnsoundRow();
    if (rows.includes(undefined)) return undefined;
    repaired[list] = { value: rows, enumerable: true };
  }
  // What is left of an unsound input is a view, which nothing copies.
  if (issues.found.length === 0 && borrows) return withOwnFields(rest as PlanningInput);
  if (Object.keys(repaired).length === 0) return rest as PlanningInput;
  return Object.create(rest as object, repaired) as PlanningInput;
}

/** What is sound of master data that are not, in one piece; what is wrong is noted. */
function soundMasterData(input: unknown, issues: IssueList): unknown {
  const wrong = (value: unknown): readonly ZodIssue[] =>
    masterDataSchema.safeParse(value).error?.issues ?? [];
  const found = wrong(input);
  addIssues(found, input, [], issues);
  return found.length === 0 ? input : soundPart(input, [], found, wrong);
}

/** Rows of a list, with what is sound of those that are not in their place. */
interface CheckedRows {
  readonly rows: readonly unknown[];
  /** Whether all of them are, and all of their fields their own. */
  readonly areSound: boolean;
}

function* rowSteps(
  list: BulkList,
  rows: readonly unknown[],
  input: unknown,
  issues: IssueList,
): Steps<CheckedRows> {
  let areSound = true;
  let repaired: unknown[] | undefined;
  const wrong = (value: unknown): readonly ZodIssue[] =>
    bulkRowSchemas[list].safeParse(value).error?.issues ?? [];
  const standInAt = soundStandIns(wrong);
  /** Of all that are no objects the same is said. */
  let ofNoObject: readonly ZodIssue[] | undefined;
  yield* inChunks(rows.length, BULK_ROWS, (from, end) => {
    for (let r = from; r < end; r++) {
      const row = rows[r];
      if (isSoundRow(list, row)) continue;
      areSound = false;
      const isObject = typeof row === "object" && row !== null;
      if (!isObject) ofNoObject ??= wrong(row);
      const found = isObject ? wrong(row) : ofNoObject!;
      if (found.length === 0) continue;
      const path = [list, r];
      addIssues(found, input, path, issues);
      repaired ??= Array.from(rows);
      repaired[r] = isObject ? soundPart(row, path, found, wrong) : standInAt(path);
    }
  });
  return { rows: repaired ?? rows, areSound };
}

type ZodIssue = z.core.$ZodIssue;

function addIssues(
  found: readonly ZodIssue[],
  input: unknown,
  base: Path,
  issues: IssueList,
): void {
  for (const issue of found) {
    const path = [
      ...base,
      ...issue.path.map((key) => (typeof key === "symbol" ? `${String(key)}` : key)),
    ];
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const message = `The field ${show(key)}${ownerOf(input, path)} is unknown. Correct its name or leave it out.`;
        issues.add("unknownField", [...path, key], message);
      }
      continue;
    }
    const inner = innerIssues(issue);
    if (inner !== undefined) addIssues(inner, input, path, issues);
    else addUnsound(issue, valueAt(input, path), input, path, issues);
  }
}

/** What is wrong inside a value that may have several forms, when it has one of them on the outside. */
function innerIssues(issue: ZodIssue): readonly ZodIssue[] | undefined {
  if (issue.code !== "invalid_union") return undefined;
  return issue.errors.find((form) => form.length > 0 && form.every(({ path }) => path.length > 0));
}

function addUnsound(
  issue: ZodIssue,
  value: unknown,
  input: unknown,
  path: Path,
  issues: IssueList,
): void {
  const field = path.at(-1) ?? "input";
  const owner = ownerOf(input, path.slice(0, -1));
  const named = typeof field === "number" ? `entry ${field} of ${path.at(-2)}` : field;
  const message =
    value === undefined
      ? `The ${typeof field === "number" ? named : `field ${field}`}${owner} is missing. It must be ${issue.message}.`
      : `The ${named} (${show(value)})${owner} must be ${issue.message}.`;
  const figures = value === undefined ? {} : { value: plain(value) };
  issues.addUnsound(codeOf(issue, value), path, message, figures);
}

const DATES: ReadonlySet<string> = new Set([EXPECTED.date, EXPECTED.minute, EXPECTED.timeOfDay]);

/** Which code an issue of zod has in the contract. */
function codeOf(issue: ZodIssue, value: unknown): PlanningIssueCode {
  if (value === undefined) return "missingField";
  if (DATES.has(issue.message)) return "invalidDate";
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
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** A value that can stand beside a message: texts, numbers and flags as they are. */
function plain(value: unknown): unknown {
  return ["string", "number", "boolean"].includes(typeof value) ? value : show(value);
}
