/** What suppliers have capacity for, row by row, and what is left of it (K46). */
import type { Day } from "./calendar.js";
import { readDay } from "./calendar.js";
import type { Fraction } from "./numbers.js";
import {
  floor,
  inStockUnits,
  larger,
  minus,
  powerOfTen,
  readRatio,
  smaller,
  times,
} from "./numbers.js";
import type { Problem } from "./problem.js";
import { decimalsOf, quantityOf } from "./problem.js";
import type { StockingPoint } from "./stocking-points.js";

/** What is left of one row of capacity, in stock units as written. */
interface Row {
  supplier: string;
  /** Undefined: of all items together. */
  item?: string;
  from: Day;
  /** The last day. */
  until: Day;
  left: Fraction;
}

export type Ledger = Row[];

export function readCapacity(problem: Problem): Ledger {
  const ledger: Ledger = [];
  for (const [s, supplier] of (problem.input.suppliers ?? []).entries()) {
    for (const [c, { from, until, quantity, item }] of (supplier.capacity ?? []).entries()) {
      const days = { supplier: supplier.id, from: readDay(from), until: readDay(until) };
      if (item === undefined) {
        ledger.push({ ...days, left: readRatio(quantity) });
      } else {
        const path = ["suppliers", s, "capacity", c, "quantity"];
        const counts = quantityOf(problem, item, quantity, path);
        ledger.push({ ...days, item, left: inStockUnits(counts, decimalsOf(problem, item)) });
      }
    }
  }
  return ledger;
}

/** The rows that limit an item on a day. */
export function rowsOn(
  ledger: Ledger,
  supplier: string | undefined,
  item: string,
  day: Day,
): Row[] {
  return ledger.filter(
    (row) =>
      row.supplier === supplier &&
      (row.item === undefined || row.item === item) &&
      row.from <= day &&
      day <= row.until,
  );
}

/** What is left on the day, in 10^-decimals of the item; undefined where no row limits it. */
export function leftOn(
  ledger: Ledger,
  supplier: string | undefined,
  { item, policy }: StockingPoint,
  day: Day,
): bigint | undefined {
  const left = rowsOn(ledger, supplier, item, day).map((row) =>
    larger(0n, floor(times(row.left, powerOfTen(policy.decimals)))),
  );
  return left.length === 0 ? undefined : left.reduce(smaller);
}

export function use(
  ledger: Ledger,
  supplier: string | undefined,
  { item, policy }: StockingPoint,
  day: Day,
  quantity: bigint,
): void {
  for (const row of rowsOn(ledger, supplier, item, day)) {
    row.left = minus(row.left, inStockUnits(quantity, policy.decimals));
  }
}
