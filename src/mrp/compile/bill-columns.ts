import { ALWAYS, type Bill, type BillLine, NEVER, type Problem } from "../input/problem.js";

/** Numbers below this are exact, and so are wide products of them. */
export const LARGEST_FACTOR = 2 ** 52;

/** Bills and their lines as columns, in the order of their rows: read once, then looked at often. */
export interface BillColumns {
  readonly count: number;
  readonly item: Int32Array;
  readonly site: Int32Array;
  /** The lines of bill b are start[b] … start[b + 1] − 1. */
  readonly start: Int32Array;
  /** 1: all lines hold for every order on every day, with nothing but a ratio that fits two numbers. */
  readonly isPlain: Uint8Array;
  /** The component of each line. */
  readonly component: Int32Array;
  /** The ratio of each line of a plain bill, stock units per stock unit. */
  readonly num: Float64Array;
  readonly den: Float64Array;
}

/** Reads bills into columns. */
export function billColumns({ bills, substitutes }: Problem): BillColumns {
  const start = lineStarts(bills);
  const lines = start.at(-1)!;
  const columns = {
    count: bills.length,
    item: new Int32Array(bills.length),
    site: new Int32Array(bills.length),
    start,
    isPlain: new Uint8Array(bills.length),
    component: new Int32Array(lines),
    num: new Float64Array(lines),
    den: new Float64Array(lines),
  };
  for (let b = 0; b < bills.length; b++) readBill(columns, b, bills[b]!);
  if (substitutes.size > 0) leavePlain(columns, bills, substitutes);
  return columns;
}

/** A bill with substitutes is looked at line by line. */
function leavePlain(
  columns: { readonly isPlain: Uint8Array },
  bills: readonly Bill[],
  substitutes: Problem["substitutes"],
): void {
  for (const [b, { lines }] of bills.entries()) {
    if (lines.some((line) => substitutes.has(line))) columns.isPlain[b] = 0;
  }
}

function lineStarts(bills: readonly Bill[]): Int32Array {
  const start = new Int32Array(bills.length + 1);
  for (let b = 0; b < bills.length; b++) start[b + 1] = start[b]! + bills[b]!.lines.length;
  return start;
}

function readBill(columns: BillColumns, b: number, bill: Bill): void {
  columns.item[b] = bill.item;
  columns.site[b] = bill.site;
  let isPlain = bill.validFrom === ALWAYS && bill.validTo === NEVER;
  const first = columns.start[b]!;
  for (let n = 0; n < bill.lines.length; n++) {
    const line = bill.lines[n]!;
    const num = Number(line.ratio.num);
    const den = Number(line.ratio.den);
    columns.component[first + n] = line.component;
    columns.num[first + n] = num;
    columns.den[first + n] = den;
    isPlain &&= hasNoTerms(line) && num < LARGEST_FACTOR && den < LARGEST_FACTOR;
  }
  columns.isPlain[b] = isPlain ? 1 : 0;
}

function hasNoTerms(line: BillLine): boolean {
  return (
    !line.fixed &&
    line.multiple === 0 &&
    line.offset === 0 &&
    line.validFrom === ALWAYS &&
    line.validTo === NEVER
  );
}
