import {
  addMistake,
  type Check,
  flag,
  type Issue,
  isIterable,
  isPlainObject,
  listOf,
  objectOf,
  optional,
  readGuarded,
  refuseMistakes,
  showValue,
  TOO_MANY,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import { anyText } from "./charted-rows.js";
import { cellText } from "./csv-cell.js";

/** How a table is written. */
export interface TableCsvOptions {
  /** Keys of the rows, in the order of the columns; all keys as they first come when left out. */
  readonly columns?: readonly string[] | undefined;
  /**
   * Puts a `'` before a text that a spreadsheet would take for a formula; `true` when left out. Say `false`
   * where a program reads the text back, never for people.
   */
  readonly guardFormulas?: boolean | undefined;
}

const fields = objectOf({
  columns: optional(listOf(anyText, 1)),
  guardFormulas: optional(flag, true),
});

/**
 * Writes plain rows as CSV, as RFC 4180 has it: the rows of any report, the postings of a ledger.
 *
 * Numbers are in plain digits, as exact as they are; `null` and what a row does not have is empty. A text
 * that begins as a formula does (`=`, `+`, `-`, `@`, a control character) gets a `'` in front, so that no
 * spreadsheet works it out; numbers stay numbers.
 *
 * @param rows - plain objects of texts, numbers and `null`
 * @param options - which columns, and whether to guard against formulas
 * @returns a heading and a line for each row, each ended by CR LF; empty where there are neither rows nor
 * columns
 * @throws PlanningInputError with every mistake: something else in a row, a column that no row has
 *
 * Source: RFC 4180; OWASP, CSV injection.
 *
 * @example
 * ```ts
 * const rows = [
 *   { item: '12" wheel', value: new Decimal("1234.50"), family: null },
 *   { item: "=1+1", value: new Decimal(-3), family: "carts" },
 * ];
 * tableCsv(rows).split("\r\n");
 * // => ["item,value,family", '"12"" wheel",1234.5,', "'=1+1,-3,carts", ""]
 * tableCsv(rows, { columns: ["value"] }); // => "value\r\n1234.5\r\n-3\r\n"
 * ```
 */
export function tableCsv(rows: Iterable<object>, options: TableCsvOptions = {}): string {
  const issues: Issue[] = [];
  const read = fields(options, { path: [], issues });
  const list = readGuarded(rows, { path: ["rows"], issues }, listOfRows) ?? [];
  const keys = list.map((row, n) => readGuarded(row, { path: ["rows", n], issues }, keysOf));
  const known = new Set(keys.flatMap((own) => own ?? []));
  const columns = read?.columns ?? [...known];
  noteColumns(columns, known, list.length > 0, issues);
  const isGuarded = read?.guardFormulas ?? true;
  const cell = (row: object, n: number, column: string): string => {
    const place = { path: ["rows", n, column], issues };
    const value = (): unknown => (Object.hasOwn(row, column) ? Reflect.get(row, column) : null);
    return readGuarded(row, place, () => cellText(value(), place, isGuarded)) ?? "";
  };
  const headings = columns.map((column) => cellText(column, { path: [], issues }, isGuarded));
  const lines = columns.length === 0 && list.length === 0 ? [] : [lineOf(headings)];
  for (const [n, row] of list.entries()) {
    if (issues.length >= TOO_MANY) break;
    if (keys[n] === undefined) continue;
    lines.push(lineOf(columns.map((column) => cell(row as object, n, column))));
  }
  refuseMistakes(issues);
  return lines.map((line) => `${line}\r\n`).join("");
}

/** A line of one empty field says that it is one: it would be read as no row. */
function lineOf(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === "" ? '""' : cells.join(",");
}

const listOfRows: Check<unknown[]> = (rows, place) => {
  if (isIterable(rows)) return [...rows];
  wrongType(rows, place, "a list of rows");
  return UNSOUND;
};

const keysOf: Check<readonly string[]> = (row, place) => {
  if (isPlainObject(row)) return Object.keys(row);
  wrongType(row, place, "an object of texts, numbers and null");
  return UNSOUND;
};

function noteColumns(
  columns: readonly string[],
  keys: ReadonlySet<string>,
  hasRows: boolean,
  issues: Issue[],
): void {
  const seen = new Set<string>();
  for (const [n, column] of columns.entries()) {
    if (column === UNSOUND) continue;
    const place = { path: ["columns", n], issues };
    if (seen.has(column)) {
      const message = `The column ${showValue(column)} is asked for twice. Leave one out.`;
      addMistake(place, "duplicateId", message);
    } else if (hasRows && !keys.has(column)) {
      const message = `No row has ${showValue(column)}. Ask for a column that there is.`;
      addMistake(place, "unknownId", message);
    }
    seen.add(column);
  }
}
