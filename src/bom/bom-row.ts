import { parseRatio, type Ratio } from "../core/index.js";
import { isObject, noteUnreadable, readGuarded, UNREADABLE } from "./argument.js";
import type { BomLines } from "./columns.js";
import { type BomIssue, isList, QUANTITY_FORM, show } from "./issue.js";

/** One line of a bill of material: so much of a component goes into one of the parent. */
export interface BomRow {
  /** Id of what is made; any text that is not empty. */
  readonly parent: string;
  /** Id of what goes into it. */
  readonly component: string;
  /** Quantity of the component per one parent, 0 or more: `2`, `"0.125"` or `"1/48"`, exact. */
  readonly quantity: number | string;
}

/** Rows that were read, some of them perhaps refused. */
export interface ReadLines extends BomLines {
  /** Index of the row of each line; a line's own number when no row before it was refused. */
  readonly lineRow: Int32Array;
}

const FIELDS: ReadonlySet<string> = new Set(["parent", "component", "quantity"]);
const ZERO: Ratio = { num: 0n, den: 1n };
const ID_FORM = "a text that is not empty";

/**
 * Checks rows and turns them into columns; a row without two sound ids becomes no line.
 *
 * @param rows - anything that should be a list of {@link BomRow}
 * @param issues - takes every mistake found
 */
export function readBomRows(rows: unknown, issues: BomIssue[]): ReadLines {
  if (!isList(rows)) {
    const message = `The rows (${show(rows)}) must be a list of { parent, component, quantity }.`;
    issues.push({ code: "invalidType", path: [], message });
    return columns([], [], [], []);
  }
  const parents: string[] = [];
  const components: string[] = [];
  const ratios: Ratio[] = [];
  const sources: number[] = [];
  const known = new Map<unknown, Ratio | undefined>(); // most quantities of a bill are alike
  const count = lengthOf(rows, issues);
  for (let r = 0; r < count; r++) {
    const row = readRow(rows, r, issues);
    if (row === undefined) continue;
    const { parent, component, quantity } = row;
    if (!known.has(quantity)) known.set(quantity, parseRatio(quantity));
    const ratio = known.get(quantity);
    if (ratio === undefined || ratio.num < 0n) refuseQuantity(row, ratio, r, issues);
    parents.push(parent);
    components.push(component);
    ratios.push(ratio ?? ZERO);
    sources.push(r);
  }
  return columns(parents, components, ratios, sources);
}

/** The fields of a row whose ids are sound; all that is wrong with its shape is noted. */
function readRow(rows: readonly unknown[], r: number, issues: BomIssue[]): BomRow | undefined {
  const path: (string | number)[] = [r]; // of what is being read, should that throw
  try {
    const row = rows[r];
    if (!isObject(row)) {
      const message = `The row (${show(row)}) must be { parent, component, quantity }.`;
      issues.push({ code: "invalidType", path: [r], message });
      return undefined;
    }
    for (const key of Object.keys(row)) {
      if (FIELDS.has(key)) continue;
      const message = `The field ${show(key)} is unknown here. Correct its name or leave it out.`;
      issues.push({ code: "unknownField", path: [r, key], message });
    }
    const given = row as Record<keyof BomRow, unknown>;
    path[1] = "parent";
    const { parent } = given;
    path[1] = "component";
    const { component } = given;
    path[1] = "quantity";
    const { quantity } = given;
    const sound = [isId(parent, "parent", r, issues), isId(component, "component", r, issues)];
    if (quantity === undefined) refuseMissing("quantity", QUANTITY_FORM, r, issues);
    return sound[0] && sound[1] ? ({ parent, component, quantity } as BomRow) : undefined;
  } catch {
    noteUnreadable(path, issues);
    return undefined;
  }
}

function lengthOf(rows: readonly unknown[], issues: BomIssue[]): number {
  const length = readGuarded([], issues, () => rows.length);
  return length === UNREADABLE ? 0 : length;
}

function isId(id: unknown, field: string, r: number, issues: BomIssue[]): boolean {
  if (typeof id === "string" && id !== "") return true;
  if (id === undefined) return refuseMissing(field, ID_FORM, r, issues);
  const message = `The ${field} (${show(id)}) must be ${ID_FORM}.`;
  issues.push({ code: "invalidType", path: [r, field], message });
  return false;
}

function refuseMissing(field: string, form: string, r: number, issues: BomIssue[]): false {
  const message = `The field "${field}" is missing. It must be ${form}.`;
  issues.push({ code: "missingField", path: [r, field], message });
  return false;
}

function refuseQuantity(row: BomRow, ratio: Ratio | undefined, r: number, issues: BomIssue[]) {
  const { parent, component, quantity } = row;
  if (quantity === undefined) return; // noted as missing
  const subject = `The quantity (${show(quantity)}) of component ${show(component)} in ${show(parent)}`;
  const path = [r, "quantity"];
  if (ratio === undefined) {
    issues.push({ code: "invalidQuantity", path, message: `${subject} must be ${QUANTITY_FORM}.` });
  } else {
    const message = `${subject} must be 0 or more.`;
    issues.push({ code: "outOfRange", path, message, value: quantity });
  }
}

/** Interns the ids, numbered by their order, so that no result depends on the order of the rows. */
function columns(
  parents: readonly string[],
  components: readonly string[],
  lineRatio: readonly Ratio[],
  sources: readonly number[],
): ReadLines {
  const items = [...new Set([...parents, ...components])].sort(); // by UTF-16 code units
  const numberOf = new Map(items.map((id, n) => [id, n]));
  const lineParent = Int32Array.from(parents, (id) => numberOf.get(id)!);
  const lineComponent = Int32Array.from(components, (id) => numberOf.get(id)!);
  const lineRow = Int32Array.from(sources);
  return { items, numberOf, lineParent, lineComponent, lineRatio, lineRow };
}
