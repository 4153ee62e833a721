import { type CheckedColumns, COLUMN_LISTS, checkColumns, readRecord } from "./column-check.js";
import type { Context } from "./context.js";
import type { ReadDemands } from "./demands.js";
import type { PlacedColumns, PlanningColumns } from "./planning-columns.js";
import { NEVER, type PlacedRows, type StockRows, type SupplyRows } from "./problem.js";

export type { PlacedColumns, PlanningColumns } from "./planning-columns.js";

/** What was given as columns, as the planner reads it; lists that were not are left out. */
export interface ReadColumns {
  readonly demands?: ReadDemands;
  readonly supplies?: SupplyRows;
  readonly stock?: StockRows;
  /** Copies of the columns, as they were given. */
  readonly given?: PlanningColumns;
}

/** Checks columns once. */
export function readColumns(context: Context, columns: PlanningColumns | undefined): ReadColumns {
  if (columns === undefined) return {};
  const wrong = "The columns must be an object.";
  const lists = readRecord(context, columns, COLUMN_LISTS, ["columns"], wrong);
  if (lists === undefined) return {};
  const [demands, supplies, stock] = COLUMN_LISTS.map((list) =>
    checkColumns(context, lists[list], list),
  );
  return {
    ...(demands === undefined ? {} : { demands: demandColumns(context, demands) }),
    ...(supplies === undefined ? {} : { supplies: supplyColumns(supplies) }),
    ...(stock === undefined ? {} : { stock: stockColumns(context, stock) }),
    given: {
      ...(demands === undefined ? {} : { demands: placed(demands) }),
      ...(supplies === undefined
        ? {}
        : { supplies: { frozen: supplies.frozen, ...placed(supplies) } }),
      ...(stock === undefined ? {} : { stock: placed(stock) }),
    },
  };
}

function placed({ item, site, day, quantity }: CheckedColumns): PlacedColumns {
  return { item, site, day, quantity };
}

/** Columns of demands as the planner reads demands. */
function demandColumns(context: Context, rows: PlacedRows): ReadDemands {
  const none = (): undefined => undefined;
  const id = (row: number): string => `${row}`;
  return {
    id,
    attributes: none,
    customer: none,
    priority: undefined,
    lastDay: context.startDay,
    dropped: [],
    given: rows.count,
    rowAt: (place) => place,
    placeOf: (row) => row,
    isForecast: () => false,
    placeInInput: (row) => row,
    forecast: () => undefined,
    consumptions: [],
    ...rows,
  };
}

/** Columns of open purchases as the planner reads supplies. */
function supplyColumns(rows: CheckedColumns): SupplyRows {
  return {
    id: (row) => `${row}`,
    kind: () => "purchase",
    expires: new Int32Array(rows.count).fill(NEVER),
    detail: new Map(),
    ...rows,
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
