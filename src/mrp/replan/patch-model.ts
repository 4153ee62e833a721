import { type Model, NETTING, type RowsOfPoint } from "../compile/model.js";
import {
  type Consumption,
  type MoreRows,
  NONE,
  type PlacedRows,
  type Problem,
} from "../input/problem.js";
import { speaksOfParameters } from "./changed-parameters.js";
import { patchParameters } from "./patch-parameters.js";
import { placeRowsAgain } from "./place-rows-again.js";
import type { PlanChanges } from "./plan-changes.js";
import { PARAMETER_LISTS } from "./plan-parameters.js";
import { PlanRows } from "./plan-rows.js";
import {
  BULK_NAMES,
  type BulkName,
  pointOf,
  type ReadChanges,
  readRows,
  sharesMessages,
} from "./read-changes.js";
import { rowKey } from "./row-key.js";

/** A model in which the rows of some stocking points are others. */
export interface PatchedModel {
  readonly model: Model;
  readonly rows: PlanRows;
  /** The stocking points that are to be netted. */
  readonly points: readonly number[];
}

/** What only a new run may change: what is not among these. */
const QUICK: ReadonlySet<string> = new Set([...BULK_NAMES, ...PARAMETER_LISTS]);

/**
 * Changes bulk rows and planning parameters in a compiled problem without compiling it again.
 *
 * @returns `undefined` when the changes reach further than the stocking points of their rows: other
 * lists (allocations are told by their numbers), the horizon, phantoms, firm orders, places that begin or end, messages of the input, or
 * mistakes
 */
export function patchModel(
  model: Model,
  known: PlanRows,
  changes: PlanChanges,
): PatchedModel | undefined {
  const { problem } = model;
  const lists = Object.keys(changes).filter((name) => changes[name as BulkName] !== undefined);
  if (!lists.every((list) => QUICK.has(list))) return undefined;
  if ((problem.input.reservations ?? []).length > 0 || model.capacities.size > 0) return undefined;
  const rows = new PlanRows(model, known);
  const withParameters = speaksOfParameters(changes)
    ? patchParameters(model, rows, changes)
    : { model, points: [] };
  if (withParameters === undefined) return undefined;
  const bulk = BULK_NAMES.filter((list) => changes[list] !== undefined);
  if (bulk.length === 0) return { rows, ...withParameters };
  const read = readRows(withParameters.model, rows, changes);
  if (read === undefined || sharesMessages(problem, rows, bulk, changes, read)) return undefined;
  const withRows = patched(withParameters.model, rows, read);
  if (withRows === undefined) return undefined;
  return { ...withRows, points: [...withParameters.points, ...withRows.points] };
}

/** The model with rows that are read; `undefined` where places begin or end, or phantoms are touched. */
function patched(
  model: Model,
  rows: PlanRows,
  { changes, more, gone }: ReadChanges,
): PatchedModel | undefined {
  const { problem } = model;
  const added = addRows(rows, changes, more);
  const touched = new Map<number, Record<BulkName, { gone: Set<number>; added: number[] }>>();
  const at = (placed: PlacedRows, row: number) => {
    const point = pointOf(model, placed, row);
    let edit = touched.get(point);
    if (edit === undefined) {
      const none = () => ({ gone: new Set<number>(), added: [] });
      edit = { demands: none(), supplies: none(), stock: none() };
      touched.set(point, edit);
    }
    return edit;
  };
  for (const list of BULK_NAMES) {
    for (const row of gone[list]) at(problem[list], row)[list].gone.add(row);
    for (let row = 0; row < more[list].count; row++) {
      at(more[list], row)[list].added.push(added[list]!.first + row);
    }
  }
  if (touched.has(NONE)) return undefined;
  noteIds(rows, changes, added, rows.site);
  const points = [...touched.keys()].sort((a, b) => a - b);
  for (const point of points) {
    const { netting } = model;
    if (netting[point] === NETTING.phantom || netting[point] === NETTING.passedBy) return undefined;
    const there = rows.of(point);
    const edit = touched.get(point)!;
    const edited = (list: BulkName): number[] => [
      ...there[list].filter((row) => !edit[list].gone.has(row)),
      ...edit[list].added,
    ];
    const isForecast = (row: number): boolean =>
      (added.demands?.rows ?? problem.demands).isForecast(row);
    // Where there is forecast all demands are put anew, further days of forecasts with them.
    const areAnew = there.demands.some(isForecast) || edit.demands.added.some(isForecast);
    const isTouched = edit.demands.gone.size + edit.demands.added.length > 0;
    const now = {
      demands: areAnew && isTouched ? edit.demands.added : edited("demands"),
      supplies: edited("supplies"),
      stock: edited("stock"),
      allocations: there.allocations,
      components: there.components,
    };
    if (!staysPlanned(model, point, now)) return undefined;
    rows.setOf(point, now);
    if (isTouched) {
      rows.setConsumptions(point, consumptionsAt(model, more, added.demands?.first ?? 0, point));
    }
  }
  const changed: Problem = {
    ...problem,
    demands: rows.order(added.demands?.rows ?? problem.demands),
    supplies: added.supplies?.rows ?? problem.supplies,
    stock: added.stock?.rows ?? problem.stock,
  };
  return { model: placeRowsAgain({ ...model, problem: changed }, rows, points), rows, points };
}

function addRows({ lineage }: PlanRows, changes: PlanChanges, more: MoreRows) {
  const given = (list: BulkName): readonly unknown[] => changes[list]?.put ?? [];
  return {
    demands:
      more.demands.count > 0 ? lineage.addDemands(more.demands, given("demands")) : undefined,
    supplies:
      more.supplies.count > 0 ? lineage.addSupplies(more.supplies, given("supplies")) : undefined,
    stock: more.stock.count > 0 ? lineage.addStock(more.stock, given("stock")) : undefined,
  };
}

/** What orders took of the forecast of a stocking point, by rows of the lineage. */
function consumptionsAt(
  model: Model,
  { demands }: MoreRows,
  first: number,
  point: number,
): readonly Consumption[] {
  return demands.consumptions
    .filter(({ forecast }) => pointOf(model, demands, forecast) === point)
    .map(({ order, forecast, quantity }) => ({
      order: first + order,
      forecast: first + forecast,
      quantity,
    }));
}

/** Notes under which ids and keys the rows stand now. */
function noteIds(
  rows: PlanRows,
  changes: PlanChanges,
  added: Readonly<Record<BulkName, { readonly first: number } | undefined>>,
  site: string,
): void {
  rows.removeDemands(changes.demands?.remove ?? []);
  for (const [k, { id }] of (changes.demands?.put ?? []).entries()) {
    rows.setDemand(id, added.demands!.first + k);
  }
  for (const id of changes.supplies?.remove ?? []) rows.supplies.set(id, undefined);
  for (const [k, { id }] of (changes.supplies?.put ?? []).entries()) {
    rows.supplies.set(id, added.supplies!.first + k);
  }
  for (const removed of changes.stock?.remove ?? []) {
    rows.stock.set(rowKey("stock", removed, site), undefined);
  }
  const byKey = new Map<string, number[]>();
  for (const [k, row] of (changes.stock?.put ?? []).entries()) {
    const key = rowKey("stock", row, site);
    const there = byKey.get(key);
    if (there === undefined) byKey.set(key, [added.stock!.first + k]);
    else there.push(added.stock!.first + k);
  }
  for (const [key, of] of byKey) rows.stock.set(key, of);
}

/** K22: with several sites, and in segments, a place may only be planned because a row names it. */
function staysPlanned({ points, problem }: Model, point: number, rows: RowsOfPoint): boolean {
  if (problem.sites.length === 1 && points.segment[point] === NONE) return true;
  return Object.values(rows).some((list: readonly number[]) => list.length > 0);
}
