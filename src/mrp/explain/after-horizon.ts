import type { Model } from "../compile/model.js";
import { NEVER, NONE, type PlacedRows } from "../input/problem.js";
import { SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";

/** What is there besides the point's own planned orders. */
export interface OtherSupply {
  readonly day: number;
  readonly quantity: number;
  readonly kind: number;
  /** As in {@link SupplyColumns}. */
  readonly row: number;
  readonly from: number;
  readonly expires: number;
}

/** Stock of a point that is released after the horizon, which the columns of changes do not hold. */
export function stockAfterHorizon(model: Model, point: number): OtherSupply[] {
  const { problem, startDay, rowsOf } = model;
  const { stock } = problem;
  const rows = rowsAfterHorizon(model, stock).get(point);
  if (rows === undefined) return [];
  const there = rowsOf(point).stock;
  return rows
    .filter(
      (row) => there.includes(row) && stock.quantity[row] !== 0 && stock.expires[row] === NEVER,
    )
    .map((row) => ({
      day: stock.day[row]! - startDay,
      quantity: stock.quantity[row]!,
      kind: SUPPLY_KIND.stock,
      row: NONE,
      from: point,
      expires: NEVER,
    }));
}

/** The rows of supplies of a point that are due after the horizon. */
export function suppliesAfterHorizon(model: Model, point: number): number[] {
  const { supplies } = model.problem;
  const rows = rowsAfterHorizon(model, supplies).get(point);
  if (rows === undefined) return [];
  const there = model.rowsOf(point).supplies;
  return rows.filter((row) => there.includes(row) && supplies.quantity[row] !== 0);
}

type RowsByPoint = ReadonlyMap<number, readonly number[]>;

const known = new WeakMap<PlacedRows, { readonly end: number; readonly rows: RowsByPoint }>();

/**
 * Rows after the horizon by stocking point, found once for columns, which plans share; those of other
 * plans, and rows that are gone, are among them.
 */
function rowsAfterHorizon({ points, startDay, days }: Model, columns: PlacedRows): RowsByPoint {
  const end = startDay + days;
  const found = known.get(columns);
  if (found !== undefined && found.end === end) return found.rows;
  const rows = new Map<number, number[]>();
  for (let row = 0; row < columns.count; row++) {
    if (columns.day[row]! < end) continue;
    const point = points.find(columns.item[row]!, columns.site[row]!, columns.segment[row]!);
    const there = rows.get(point);
    if (there === undefined) rows.set(point, [row]);
    else there.push(row);
  }
  known.set(columns, { end, rows });
  return rows;
}
