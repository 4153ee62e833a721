import { FIRST_DAY, LARGEST_QUANTITY, LAST_DAY } from "../../core/index.js";
import type { Context } from "./context.js";
import type { Path } from "./issues.js";
import {
  type DemandRows,
  NEVER,
  NONE,
  type PlacedRows,
  type StockRows,
  type SupplyRows,
} from "./problem.js";

/**
 * Bulk rows as columns, all of one length: what a host that already holds numbers can hand over
 * without writing a million objects.
 */
export interface PlacedColumns {
  /** The number of the item in `input.items`, from 0. */
  readonly item: Int32Array;
  /** The number of the site in `input.sites`, from 0; may be left out with one site. */
  readonly site?: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Counts of 10^-decimals of the item, 0 to 2^53 − 1. */
  readonly quantity: Float64Array;
}

/** Demands, open purchases and stock as columns, each instead of the rows of that name. */
export interface PlanningColumns {
  /** Orders; `day` is the due day. The id of a row is its number as text. */
  readonly demands?: PlacedColumns;
  /** Open purchases; `day` is the due day. The id of a row is its number as text. */
  readonly supplies?: PlacedColumns & {
    /** 1: the supply is never proposed to move. */
    readonly frozen?: Uint8Array;
  };
  /** Available stock; `day` is the day from which it counts. Quantities may be negative. */
  readonly stock?: PlacedColumns;
}

type ColumnList = keyof PlanningColumns;

/** Checks columns once; returns `undefined` when rows of that name are to be read instead. */
export function placedColumns(
  context: Context,
  columns: PlanningColumns | undefined,
  list: ColumnList,
): PlacedRows | undefined {
  const given = columns?.[list];
  if (given === undefined) return undefined;
  if (context.input[list] !== undefined) {
    const message = `The ${list} stand there as rows and as columns. Give one of them.`;
    context.issues.add("contradiction", [list], message);
  }
  const count = given.item.length;
  const path = ["columns", list];
  const several = context.sites.length > 1;
  if (several && given.site === undefined) {
    const message = "The column site is missing. With several sites every row names its own.";
    context.issues.add("missingField", [...path, "site"], message);
  }
  const site = given.site ?? new Int32Array(count);
  const rows = {
    count,
    item: given.item,
    site,
    segment: new Int32Array(count).fill(NONE),
    day: given.day,
    quantity: given.quantity,
  };
  for (const name of ["site", "day", "quantity"] as const) {
    if (rows[name].length === count) continue;
    const message = `The column ${name} has ${rows[name].length} rows, the column item ${count}.`;
    context.issues.add("contradiction", [...path, name], message);
    return { ...rows, count: 0 };
  }
  checkRows(context, rows, path, list === "stock" ? -LARGEST_QUANTITY : 0);
  return rows;
}

function checkRows(context: Context, rows: PlacedRows, path: Path, least: number): void {
  const items = context.items.length;
  const sites = context.sites.length;
  for (let r = 0; r < rows.count; r++) {
    if (rows.item[r]! < 0 || rows.item[r]! >= items) {
      outside(context, [...path, "item", r], rows.item[r]!, "the number of an item");
    }
    if (rows.site[r]! < 0 || rows.site[r]! >= sites) {
      outside(context, [...path, "site", r], rows.site[r]!, "the number of a site");
    }
    if (rows.day[r]! < FIRST_DAY || rows.day[r]! > LAST_DAY) {
      outside(context, [...path, "day", r], rows.day[r]!, "a day of the years 1900 to 2199");
    }
    const quantity = rows.quantity[r]!;
    if (!Number.isSafeInteger(quantity) || quantity < least) {
      const what = least < 0 ? "a safe integer" : "a safe integer, 0 or more";
      outside(context, [...path, "quantity", r], quantity, what);
    }
  }
}

function outside(context: Context, path: Path, value: number, expected: string): void {
  const message = `The ${path.at(-2)} (${value}) must be ${expected}.`;
  context.issues.add("outOfRange", path, message, { value });
}

/** Columns of demands as the planner reads demands. */
export function demandColumns(rows: PlacedRows): DemandRows {
  const priority = new Float64Array(rows.count).fill(Number.POSITIVE_INFINITY);
  const none = (): undefined => undefined;
  return { ...rows, id: (row) => `${row}`, attributes: none, customer: none, priority };
}

/** Columns of open purchases as the planner reads supplies. */
export function supplyColumns(rows: PlacedRows, frozen: Uint8Array | undefined): SupplyRows {
  return {
    ...rows,
    id: (row) => `${row}`,
    kind: () => "purchase",
    frozen: frozen ?? new Uint8Array(rows.count),
    expires: new Int32Array(rows.count).fill(NEVER),
    detail: new Map(),
  };
}

/** Columns of stock as the planner reads stock. */
export function stockColumns(rows: PlacedRows, startDay: number): StockRows {
  return {
    ...rows,
    day: rows.day.map((day) => Math.max(day, startDay)),
    expires: new Int32Array(rows.count).fill(NEVER),
  };
}
