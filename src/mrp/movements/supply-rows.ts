import { CHANGE, type Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { supplyPoint } from "../plan/supply-point.js";
import { arrivalOf } from "./awaited-days.js";
import { SUPPLY_MOVEMENT_KINDS, type SupplyMovementColumns } from "./supply-movement-columns.js";

/** The open supplies of a plan, and where their rows stand among them. */
export interface SupplyRows {
  readonly columns: SupplyMovementColumns;
  /** The place of a row of the problem's supplies. */
  readonly placeOf: (row: number) => number;
}

/**
 * Lists open supplies in the order of `plan.supplies`, then those of which nothing is to come.
 *
 * @param isReal - whether on the days on which they really come
 */
export function supplyRows(state: PlanState, isReal: boolean): SupplyRows {
  const { model, orders } = state;
  const { points, problem, startDay } = model;
  const { supplies } = problem;
  const rows: number[] = [];
  const first = new Int32Array(points.count + 1);
  const named = pointsOfRows(model);
  for (let point = 0; point < points.count; point++) {
    if (named[point] === 1) {
      const { standing, waiting } = model.detail(point);
      for (const { row } of standing) rows.push(row);
      for (const { row } of waiting) rows.push(row);
    }
    first[point + 1] = rows.length;
  }
  const count = rows.length;
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  for (const row of emptyWithComponents(model)) {
    if (placeOf.has(row)) continue;
    placeOf.set(row, rows.length);
    rows.push(row);
  }
  const dayOf = (row: number): number =>
    startDay + (isReal ? arrivalOf(state, row) : orders.supplyDay.at(row));
  const quantityOf = (row: number): number => orders.resized.get(row) ?? supplies.quantity[row]!;
  return {
    placeOf: (row) => placeOf.get(row)!,
    columns: {
      count,
      rows: rows.length,
      first,
      point: Int32Array.from(rows, (row) => supplyPoint(model, row)),
      day: Int32Array.from(rows, dayOf),
      due: Int32Array.from(rows, (row) => supplies.day[row]!),
      quantity: Float64Array.from(rows, quantityOf),
      kind: Uint8Array.from(rows, (row) => SUPPLY_MOVEMENT_KINDS.indexOf(supplies.kind(row))),
      isFirm: Uint8Array.from(rows, (row) => (supplies.detail.get(row)?.firm ? 1 : 0)),
      id: (place) => supplies.id(rows[place]!),
      supplier: (place) => supplierOf(model, rows[place]!),
    },
  };
}

/** Whom it names, else that of the source that it names. */
function supplierOf(model: Model, row: number): string | null {
  const { supplier, source } = model.problem.supplies.detail.get(row) ?? {};
  if (supplier !== undefined || source === undefined) return supplier ?? null;
  const point = supplyPoint(model, row);
  if (point === NONE) return null;
  return model.sources.at(point).find(({ row: one }) => one?.id === source)?.row?.supplier ?? null;
}

/** 1: some row of supplies, which may be gone, is of the stocking point: most are asked nothing more. */
function pointsOfRows(model: Model): Uint8Array {
  const { supplies } = model.problem;
  const named = new Uint8Array(model.points.count);
  for (let row = 0; row < supplies.count; row++) {
    const point = supplyPoint(model, row);
    if (point !== NONE) named[point] = 1;
  }
  return named;
}

/** Supplies for which components are still to be issued. */
function* emptyWithComponents({ changes, points, toIssue }: Model): Iterable<number> {
  if (toIssue.length === 0) return;
  for (let point = 0; point < points.count; point++) {
    for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
      const origin = changes.origin[c]!;
      if (origin === NONE || origin % 4 !== CHANGE.component) continue;
      yield toIssue[Math.floor(origin / 4)]!.supplyRow;
    }
  }
}
