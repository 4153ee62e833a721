import {
  type CheckedColumns,
  COLUMN_LISTS,
  checkColumns,
  isRecord,
  refuseUnknown,
} from "./column-check.js";
import type { Context } from "./context.js";
import type { ReadDemands } from "./demands.js";
import { NEVER, type PlacedRows, type StockRows, type SupplyRows } from "./problem.js";

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

/** What was given as columns, as the planner reads it; lists that were not are left out. */
export interface ReadColumns {
  readonly demands?: ReadDemands;
  readonly supplies?: SupplyRows;
  readonly stock?: StockRows;
}

/** Checks columns once. */
export function readColumns(context: Context, columns: PlanningColumns | undefined): ReadColumns {
  if (columns === undefined) return {};
  if (!isRecord(columns)) {
    context.issues.add("invalidType", ["columns"], "The columns must be an object.");
    return {};
  }
  refuseUnknown(context, columns, COLUMN_LISTS, ["columns"]);
  const [demands, supplies, stock] = COLUMN_LISTS.map((list) =>
    checkColumns(context, columns, list),
  );
  return {
    ...(demands === undefined ? {} : { demands: demandColumns(context, demands) }),
    ...(supplies === undefined ? {} : { supplies: supplyColumns(supplies) }),
    ...(stock === undefined ? {} : { stock: stockColumns(context, stock) }),
  };
}

/** Columns of demands as the planner reads demands. */
function demandColumns(context: Context, rows: PlacedRows): ReadDemands {
  const priority = new Float64Array(rows.count).fill(Number.POSITIVE_INFINITY);
  const none = (): undefined => undefined;
  const id = (row: number): string => `${row}`;
  return {
    ...rows,
    id,
    attributes: none,
    customer: none,
    priority,
    lastDay: context.startDay,
    dropped: [],
  };
}

/** Columns of open purchases as the planner reads supplies. */
function supplyColumns(rows: CheckedColumns): SupplyRows {
  return {
    ...rows,
    id: (row) => `${row}`,
    kind: () => "purchase",
    expires: new Int32Array(rows.count).fill(NEVER),
    detail: new Map(),
  };
}

/** Columns of stock as the planner reads stock. */
function stockColumns({ startDay }: Context, rows: PlacedRows): StockRows {
  return {
    ...rows,
    day: rows.day.map((day) => Math.max(day, startDay)),
    expires: new Int32Array(rows.count).fill(NEVER),
  };
}
