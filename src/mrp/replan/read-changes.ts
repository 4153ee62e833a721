import { formatDay } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { Path } from "../input/path.js";
import { type MoreRows, NONE, type PlacedRows, type Problem } from "../input/problem.js";
import type { PlanChanges } from "./plan-changes.js";
import type { PlanRows } from "./plan-rows.js";
import { rowKey } from "./row-key.js";

/** Bulk rows by the name of their list. */
export const BULK_NAMES = ["demands", "supplies", "stock"] as const;
export type BulkName = (typeof BULK_NAMES)[number];

/** Changed rows that are read. */
export interface ReadChanges {
  /** The changes, with rows that are put anew beside those that change. */
  readonly changes: PlanChanges;
  readonly more: MoreRows;
  /** The rows that go: removed, or put anew. */
  readonly gone: Readonly<Record<BulkName, readonly number[]>>;
}

/**
 * Reads changed bulk rows.
 *
 * @returns `undefined` when they reach further than their stocking points, or have mistakes
 */
export function readRows(
  model: Model,
  rows: PlanRows,
  changes: PlanChanges,
): ReadChanges | undefined {
  const first = readChanges(model, rows, changes);
  if (first === undefined) return undefined;
  const together = besideForecast(model, rows, changes, first);
  return together === changes ? first : readChanges(model, rows, together);
}

function readChanges(model: Model, rows: PlanRows, changes: PlanChanges): ReadChanges | undefined {
  const { problem } = model;
  const more = problem.readMore({
    demands: changes.demands?.put ?? [],
    supplies: changes.supplies?.put ?? [],
    stock: changes.stock?.put ?? [],
    allocations: [],
  });
  if (more === undefined || !staysWithin(problem, more)) return undefined;
  const gone = findGone(problem, rows, changes, rows.site);
  if (gone === undefined || shortensHorizon(problem, rows, gone, more)) return undefined;
  return { changes, more, gone };
}

/**
 * D1: orders of a stocking point consume its forecast together, so all its demands are put anew where
 * some of them are and there is forecast.
 */
function besideForecast(
  model: Model,
  rows: PlanRows,
  changes: PlanChanges,
  { more, gone }: ReadChanges,
): PlanChanges {
  const { demands } = model.problem;
  const points = new Set<number>();
  const consumed = new Set<number>();
  for (const row of gone.demands) points.add(pointOf(model, demands, row));
  for (let row = 0; row < more.demands.count; row++) {
    const point = pointOf(model, more.demands, row);
    points.add(point);
    if (more.demands.isForecast(row)) consumed.add(point);
  }
  points.delete(NONE);
  for (const point of points) {
    if (rows.of(point).demands.some((row) => demands.isForecast(row))) consumed.add(point);
  }
  if (consumed.size === 0) return changes;
  const put = [...(changes.demands?.put ?? [])];
  const named = new Set([...put.map(({ id }) => id), ...(changes.demands?.remove ?? [])]);
  for (const point of consumed) {
    if (point === NONE) continue;
    for (const row of rows.of(point).demands) {
      const id = demands.id(row);
      if (named.has(id)) continue;
      named.add(id);
      put.push(rows.givenDemand(id)!);
    }
  }
  return { ...changes, demands: { ...changes.demands, put } };
}

/**
 * Whether messages of the input speak of rows that change, or of places that move: they hold the
 * paths of rows.
 */
export function sharesMessages(
  problem: Problem,
  { lineage, site }: PlanRows,
  lists: readonly string[],
  changes: PlanChanges,
  { gone }: ReadChanges,
): boolean {
  const said = problem.messages.filter(({ path }) => lists.includes(`${path[0]}`));
  if (said.length === 0) return false;
  if (lists.some((list) => (changes[list as BulkName]?.remove ?? []).length > 0)) return true;
  const speaksOf = (list: BulkName): boolean => {
    const places = new Set(said.flatMap(({ path }) => (path[0] === list ? [path[1]] : [])));
    return gone[list].some((row) => places.has(lineage.placeInInput(list, row)));
  };
  return (
    isDropped(problem, said, changes) ||
    BULK_NAMES.some(speaksOf) ||
    (said.some(({ path }) => path[0] === "stock") && shiftsStock(changes, gone.stock, site))
  );
}

/** Whether rows of stock may stand elsewhere: those of a key come to stand together, however many. */
function shiftsStock({ stock }: PlanChanges, gone: readonly number[], site: string): boolean {
  const put = stock?.put ?? [];
  const keys = new Set(put.map((row) => rowKey("stock", row, site)));
  return gone.length > 1 || (gone.length > 0 && keys.size < put.length);
}

/** Whether rows that are read reach no further than their stocking points, and leave the horizon. */
function staysWithin(problem: Problem, { supplies, lastDay }: MoreRows): boolean {
  for (const { firm, components, from } of supplies.detail.values()) {
    if (firm || components.length > 0 || from !== NONE) return false;
  }
  if (problem.input.horizonEnd !== undefined) return true;
  return [lastDay, ...supplies.day].every((day) => day <= problem.horizonEnd);
}

/** N12: whether rows go with which the horizon ends, and none comes that ends it on the same day. */
function shortensHorizon(
  { input, demands, supplies, horizonEnd }: Problem,
  { lineage }: PlanRows,
  gone: Readonly<Record<BulkName, readonly number[]>>,
  more: MoreRows,
): boolean {
  if (input.horizonEnd !== undefined) return false;
  if (more.lastDay === horizonEnd || more.supplies.day.includes(horizonEnd)) return false;
  const endsIt = (list: "demands" | "supplies", columns: PlacedRows): boolean =>
    gone[list].some((row) => columns.day[row] === horizonEnd);
  if (endsIt("demands", demands) || endsIt("supplies", supplies)) return true;
  // Days of forecasts reach further than that on which they begin.
  const last = formatDay(horizonEnd);
  return gone.demands.some(
    (row) => demands.isForecast(row) && lineage.given("demands", row).until === last,
  );
}

/** The rows that go: removed, or put anew; `undefined` when one is not there, or reaches further. */
function findGone(
  problem: Problem,
  rows: PlanRows,
  changes: PlanChanges,
  site: string,
): Record<BulkName, number[]> | undefined {
  const gone = {
    demands: [] as number[],
    supplies: [] as number[],
    stock: [] as number[],
  };
  for (const list of ["demands", "supplies"] as const) {
    const find = (id: string) => (list === "demands" ? rows.demand(id) : rows.supplies.find(id));
    const named = new Set((changes[list]?.put ?? []).map(({ id }) => id));
    for (const id of named) {
      const row = find(id);
      if (row !== undefined) gone[list].push(row);
    }
    for (const id of changes[list]?.remove ?? []) {
      const row = find(id);
      if (row === undefined || named.has(id)) return undefined;
      named.add(id);
      gone[list].push(row);
    }
  }
  const named = new Set((changes.stock?.put ?? []).map((row) => rowKey("stock", row, site)));
  for (const key of named) {
    for (const row of rows.stock.find(key) ?? []) gone.stock.push(row);
  }
  for (const removed of changes.stock?.remove ?? []) {
    const key = rowKey("stock", removed, site);
    const there = rows.stock.find(key) ?? [];
    if (there.length === 0 || named.has(key)) return undefined;
    named.add(key);
    for (const row of there) gone.stock.push(row);
  }
  const { supplies } = problem;
  for (const row of gone.supplies) {
    const detail = supplies.detail.get(row);
    if (detail?.firm || (detail !== undefined && detail.components.length > 0)) return undefined;
  }
  return gone;
}

/** Whether a forecast is put that was dropped before, and so is no row. */
function isDropped(
  { input }: Problem,
  said: readonly { readonly path: Path }[],
  { demands }: PlanChanges,
): boolean {
  const ids = new Set(
    said.flatMap(({ path: [list, row] }) =>
      list === "demands" && typeof row === "number" ? [input.demands?.[row]?.id] : [],
    ),
  );
  return (demands?.put ?? []).some(({ id }) => ids.has(id));
}

/** The stocking point of a row. */
export function pointOf({ points }: Model, rows: PlacedRows, row: number): number {
  return points.find(rows.item[row]!, rows.site[row]!, rows.segment[row]!);
}
