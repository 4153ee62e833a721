import { FIRST_DAY, isPlainObject, LARGEST_QUANTITY, LAST_DAY } from "../../core/index.js";
import type { Context } from "./context.js";
import { type PlanningIssue, show } from "./issues.js";
import type { Path } from "./path.js";
import type { PlacedColumns, PlanningColumns } from "./planning-columns.js";
import { NONE, type PlacedRows } from "./problem.js";
import { readFields, unknownNames, unreadable } from "./read-fields.js";

type ColumnList = keyof PlanningColumns;

/** The lists that may be given as columns. */
export const COLUMN_LISTS: readonly ColumnList[] = ["demands", "supplies", "stock"];

/** Columns of one length whose figures are in range. */
export interface CheckedColumns extends PlacedRows {
  readonly frozen: Uint8Array;
}

const NO_COLUMNS: CheckedColumns = {
  count: 0,
  item: new Int32Array(0),
  site: new Int32Array(0),
  segment: new Int32Array(0),
  day: new Int32Array(0),
  quantity: new Float64Array(0),
  frozen: new Uint8Array(0),
};

/** Checks the columns of one list; `undefined` when none are given. */
export function checkColumns(
  context: Context,
  columns: unknown,
  list: ColumnList,
): CheckedColumns | undefined {
  if (columns === undefined) return undefined;
  refuseBoth(context, list);
  const path = ["columns", list];
  const given = columnsOfForm(context, columns, list, path);
  if (given === undefined) return NO_COLUMNS;
  const count = given.item.length;
  const rows = {
    count,
    // Copies: a host may use its buffers again while the plan is in use.
    item: given.item.slice(),
    site: given.site?.slice() ?? new Int32Array(count),
    segment: new Int32Array(count).fill(NONE),
    day: given.day.slice(),
    quantity: given.quantity.slice(),
    frozen: given.frozen?.slice() ?? new Uint8Array(count),
  };
  checkRows(context, rows, path, list === "stock" ? -LARGEST_QUANTITY : 0);
  return rows;
}

/** What stands there as columns must not stand there as rows too. */
function refuseBoth(context: Context, list: ColumnList): void {
  const { input, issues } = context;
  if (input[list] !== undefined) {
    const message = `The ${list} stand there as rows and as columns. Give one of them.`;
    issues.add("contradiction", [list], message);
  }
  if (list !== "stock") return;
  for (const rows of ["items", "itemSites"] as const) {
    for (const [k, { onHand }] of (input[rows] ?? []).entries()) {
      if (onHand === undefined) continue;
      const message = `The onHand (${show(onHand)}) stands beside stock as columns. Give all stock as columns, or none.`;
      issues.add("contradiction", [rows, k, "onHand"], message);
    }
  }
}

const KIND_OF_COLUMN = {
  item: "Int32Array",
  site: "Int32Array",
  day: "Int32Array",
  quantity: "Float64Array",
  frozen: "Uint8Array",
} as const;

type GivenColumns = PlacedColumns & { readonly frozen?: Uint8Array };

/** The columns, each read once; `undefined` unless all are there, of their kinds, and of one length. */
function columnsOfForm(
  context: Context,
  columns: unknown,
  list: ColumnList,
  path: Path,
): GivenColumns | undefined {
  const { issues } = context;
  const before = issues.found.length;
  const optional = list === "supplies" ? ["site", "frozen"] : ["site"];
  const names = ["item", "day", "quantity", ...optional] as (keyof typeof KIND_OF_COLUMN)[];
  const wrong = `The columns of ${list} must be an object of typed arrays.`;
  const given = readRecord(context, columns, names, path, wrong);
  if (given === undefined) return undefined;
  const lengths = new Map<string, number>();
  for (const name of names) {
    const column = given[name];
    const at = [...path, name];
    if (column === undefined) {
      if (name === "site" && context.sites.length > 1) {
        const message = "The column site is missing. With several sites every row names its own.";
        issues.add("missingField", at, message);
      } else if (!optional.includes(name)) {
        issues.add(
          "missingField",
          at,
          `The column ${name} is missing. Give it as ${KIND_OF_COLUMN[name]}.`,
        );
      }
    } else if (!isOfKind(column, KIND_OF_COLUMN[name])) {
      const message = `The column ${name} (${show(column)}) must be ${KIND_OF_COLUMN[name] === "Int32Array" ? "an" : "a"} ${KIND_OF_COLUMN[name]}.`;
      issues.add("invalidType", at, message);
    } else lengths.set(name, (column as Int32Array).length);
  }
  const rows = lengths.get("item");
  for (const [name, length] of lengths) {
    if (rows === undefined || length === rows) continue;
    const message = `The column ${name} has ${length} rows, the column item ${rows}. All columns have one length.`;
    issues.add("contradiction", [...path, name], message);
  }
  return issues.found.length === before ? (given as unknown as GivenColumns) : undefined;
}

/** Whether a value is a typed array; what only says so of itself is none. */
function isOfKind(column: unknown, kind: string): boolean {
  return (
    ArrayBuffer.isView(column) && Object.prototype.toString.call(column) === `[object ${kind}]`
  );
}

/**
 * Fields, each read once; those that are not known or cannot be read are noted.
 *
 * @param wrong - is said of what is no object of fields
 * @returns `undefined` when it is none
 */
export function readRecord(
  { issues }: Context,
  given: unknown,
  names: readonly string[],
  path: Path,
  wrong: string,
): Record<string, unknown> | undefined {
  const refuse = ({ code, path: at, message }: PlanningIssue): void =>
    issues.addUnsound(code, at, message);
  try {
    if (!isPlainObject(given)) {
      issues.add("invalidType", path, wrong);
      return undefined;
    }
    for (const key of unknownNames(given, names)) {
      const message = `The field ${show(key)} of ${path.join(".")} is unknown. Correct its name or leave it out.`;
      issues.add("unknownField", [...path, key], message);
    }
  } catch {
    refuse(unreadable(path));
    return undefined;
  }
  return readFields(given, names, path, refuse);
}

function checkRows(context: Context, rows: CheckedColumns, path: Path, least: number): void {
  const items = context.items.length;
  const sites = context.sites.length;
  for (let r = 0; r < rows.count; r++) {
    if (rows.item[r]! < 0 || rows.item[r]! >= items) {
      outside(
        context,
        [...path, "item", r],
        rows.item[r]!,
        `the number of an item, below ${items}`,
      );
    }
    if (rows.site[r]! < 0 || rows.site[r]! >= sites) {
      outside(context, [...path, "site", r], rows.site[r]!, `the number of a site, below ${sites}`);
    }
    if (rows.day[r]! < FIRST_DAY || rows.day[r]! > LAST_DAY) {
      const days = `a day of the years 1900 to 2199 (${FIRST_DAY} to ${LAST_DAY})`;
      outside(context, [...path, "day", r], rows.day[r]!, days);
    }
    const quantity = rows.quantity[r]!;
    if (!Number.isSafeInteger(quantity) || quantity < least) {
      const what = least < 0 ? "a safe integer" : "a safe integer, 0 or more";
      outside(context, [...path, "quantity", r], quantity, what);
    } else if (quantity < 0 && rows.day[r]! > context.startDay) {
      outside(context, [...path, "quantity", r], quantity, "0 or more: it is not on hand at T0");
    }
    if (rows.frozen[r]! > 1) outside(context, [...path, "frozen", r], rows.frozen[r]!, "0 or 1");
  }
}

function outside(context: Context, path: Path, value: number, expected: string): void {
  const message = `The ${path.at(-2)} (${value}) of row ${path.at(-1)} must be ${expected}.`;
  context.issues.add("outOfRange", path, message, { value });
}
