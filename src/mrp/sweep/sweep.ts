import { coverRowOf, NO_COVER } from "../compile/cover-rows.js";
import { CHANGE, type Model, NETTING } from "../compile/model.js";
import { Arena } from "./arena.js";
import type { CapacityLedger } from "./capacity-ledger.js";
import { addCoProducts } from "./co-products.js";
import { grantCapacity } from "./grant-capacity.js";
import { likelyRows } from "./likely-rows.js";
import type { Need } from "./need.js";
import { needsOf } from "./needs.js";
import { netBuffer } from "./net-buffer.js";
import { netCommon } from "./net-common.js";
import { netGeneral } from "./net-general.js";
import { netPlain } from "./net-plain.js";
import { netReorderPoint } from "./net-reorder-point.js";
import { passNeedsOn } from "./pass-on.js";
import { netPhantom } from "./phantom.js";
import { refuseTooMany } from "./place-order.js";
import { pullNeeds } from "./pull.js";
import { READ_TOGETHER } from "./read-ahead.js";

/** How far a sweep has come. */
export interface SweepStep {
  /** Stocking points that are planned, of those of this pass. */
  readonly planned: number;
  /** 1, or 2 where suppliers' capacities ask for a second pass (K46). */
  readonly pass: number;
}

/**
 * Plans every stocking point; where that asks more of suppliers than they can bring, once more with
 * what they grant (K46).
 *
 * @param model - the compiled problem
 * @param arena - buffers of an earlier sweep of the same model, to be used again
 * @returns the arena with the planned orders
 */
export function sweep(model: Model, arena: Arena = new Arena(model)): Arena {
  const steps = sweepSteps(model, arena, Number.POSITIVE_INFINITY);
  while (steps.next().done !== true);
  return arena;
}

/**
 * Sweeps as {@link sweep} does, and rests whenever a stocking point is done and so much was planned since
 * the last rest.
 *
 * @param rows - rows of orders, about; a point counts as one, too
 */
export function* sweepSteps(model: Model, arena: Arena, rows: number): Generator<SweepStep, void> {
  arena.capacity = undefined;
  yield* passSteps(model, arena, rows, 1);
  if (model.capacities.size === 0) return;
  arena.capacity = grantCapacity(model, arena);
  if (arena.capacity !== undefined) yield* passSteps(model, arena, rows, 2);
}

function* passSteps(
  model: Model,
  arena: Arena,
  rows: number,
  pass: number,
): Generator<SweepStep, void> {
  const { count } = model.points;
  begin(model, arena);
  for (let planned = planSome(model, arena, 0, rows, count); planned < count; ) {
    yield { planned, pass };
    planned = planSome(model, arena, planned, rows, count);
  }
}

/**
 * Plans once more, as the last time that a plan was made, up to the stocking point that is watched (P3).
 *
 * @param granted - what suppliers grant (K46), see {@link grantedIn}
 */
export function sweepToWatched(
  model: Model,
  arena: Arena,
  granted: CapacityLedger | undefined,
): void {
  arena.capacity = granted;
  sweepOnce(model, arena, arena.watch!.point);
}

/** What suppliers grant in a plan (K46); `undefined` where every order gets all. */
export function grantedIn(model: Model): CapacityLedger | undefined {
  if (model.capacities.size === 0) return undefined;
  const arena = new Arena(model);
  sweepOnce(model, arena);
  return grantCapacity(model, arena);
}

/** Plans every stocking point up to one. */
function sweepOnce(model: Model, arena: Arena, last: number = model.points.count - 1): void {
  begin(model, arena);
  planSome(model, arena, 0, Number.POSITIVE_INFINITY, last + 1);
}

function begin(model: Model, arena: Arena): void {
  arena.clear(model);
  arena.likelyRows ??= likelyRows(model);
  arena.reserve(arena.likelyRows + model.days);
}

/**
 * Plans stocking points in turn, level by level: pulls their needs from their parents' finished orders,
 * nets them, sizes and appends their own.
 *
 * @param rows - after how many rows of orders to rest, a point counted as one
 * @returns the first point that is not planned
 */
function planSome(model: Model, arena: Arena, first: number, rows: number, end: number): number {
  let point = first;
  const until = arena.count + rows;
  while (point < end && arena.count + point - first < until) {
    if ((point - first) % READ_TOGETHER === 0) readAhead(model, arena, point, end);
    planPoint(model, arena, point++);
  }
  return point;
}

/** Fetches what the next stocking points are about to pull, {@link READ_TOGETHER} of them at most. */
export function readAhead(model: Model, arena: Arena, point: number, end: number): void {
  arena.readAhead.fetch(model, arena, point, Math.min(point + READ_TOGETHER, end));
}

/** Plans one stocking point; those that may need it are planned. */
export function planPoint(model: Model, arena: Arena, point: number): void {
  const first = arena.count;
  addRows(model, arena, point);
  arena.rows.set(point, first, arena.count);
}

/** Plans one stocking point: its rows come behind all others, and it is not noted yet that they are its own. */
export function addRows(model: Model, arena: Arena, point: number): void {
  const first = arena.count;
  arena.largestStart = 0;
  if (arena.watch?.point === point) netWatched(model, arena, point);
  else netPoint(model, arena, point);
  arena.setLargest(point, arena.largestStart);
  arena.used += arena.count - first;
}

function netPoint(model: Model, arena: Arena, point: number): void {
  if (model.movesNeeds) passNeedsOn(model, arena, point);
  switch (model.netting[point]) {
    case NETTING.plain:
      addChanges(model, arena, point);
      pullNeeds(model, arena, point, arena.delta, arena.touched);
      reportBeyond(model, arena, point);
      netPlain(model, arena, point);
      refuseTooMany(model, arena, point);
      break;
    case NETTING.general:
      planGeneral(model, arena, point, true);
      break;
    case NETTING.reorderPoint:
      planReorderPoint(model, arena, point);
      break;
    case NETTING.phantom:
      netPhantom(model, arena, point);
      break;
  }
}

/** Nets a stocking point as its turn comes in a sweep, and tells how (P3). */
function netWatched(model: Model, arena: Arena, point: number): void {
  const { netting } = model;
  if (netting[point] === NETTING.phantom || netting[point] === NETTING.passedBy) {
    netPoint(model, arena, point);
    return;
  }
  if (model.movesNeeds) passNeedsOn(model, arena, point);
  arena.observe = arena.watch!.observer;
  netAgain(model, arena, point, true);
  arena.observe = undefined;
}

/**
 * Nets a stocking point to see how its orders come about (P3): by the general loop also where the fast
 * one makes them.
 *
 * @param ends - whether needs may move on from it; in a plan that stands they have moved
 */
export function netAgain(model: Model, arena: Arena, point: number, ends: boolean): void {
  arena.observe?.begins();
  if (model.netting[point] === NETTING.reorderPoint) planReorderPoint(model, arena, point);
  else planGeneral(model, arena, point, ends);
}

function planGeneral(model: Model, arena: Arena, point: number, ends: boolean): void {
  const { coverRows } = model;
  const row = coverRows === undefined ? coverRowOf(model.detail(point)) : coverRows.at(point);
  if (row !== NO_COVER && arena.observe === undefined) {
    const covers = coverRows === undefined ? model.detail(point).covers : coverRows.table;
    addChanges(model, arena, point);
    addCoProducts(model, arena, arena, point, arena.delta);
    pullNeeds(model, arena, point, arena.delta, arena.touched);
    reportBeyond(model, arena, point);
    netCommon(model, arena, point, covers, row);
    return;
  }
  const detail = model.detail(point);
  addNeedsApart(model, arena, point, () => true);
  addCoProducts(model, arena, arena, point);
  pullNeeds(model, arena, point, arena.delta, arena.touched);
  reportBeyond(model, arena, point);
  netGeneral(model, arena, point, {
    orders: detail.parameters.method !== "unplanned",
    waiting: detail.drawable,
    moves: true,
    lots: detail.lots,
    needs: singleNeeds(model, arena, point),
    reports: true,
    ends,
  });
}

/** N9 and buffers, and what expires of the stock that its orders and supplies lead to (N2). */
function planReorderPoint(model: Model, arena: Arena, point: number): void {
  const { lots, parameters } = model.detail(point);
  addNeedsApart(model, arena, point, () => true);
  addCoProducts(model, arena, arena, point);
  pullNeeds(model, arena, point, arena.delta, arena.touched);
  reportBeyond(model, arena, point);
  const from = arena.count;
  if (parameters.method === "ddmrp") netBuffer(model, arena, point);
  else netReorderPoint(model, arena, point);
  for (let row = from; row < arena.count; row++) {
    const due = arena.due[row]! - (arena.late?.[row] ?? 0);
    if (due >= model.days) continue;
    arena.supply[due]! += arena.quantity[row]! * (arena.repeat?.[row] ?? 1);
    arena.touch(due);
  }
  const needs = singleNeeds(model, arena, point);
  const looksOn = { orders: false, waiting: [], moves: false, needs, reports: true, ends: false };
  netGeneral(model, arena, point, { lots, ...looksOn });
}

/** N13: the needs one by one where each is a net requirement of its own. */
function singleNeeds(model: Model, arena: Arena, point: number): Need[] | undefined {
  return model.conventions.grouping === "demand" ? needsOf(model, arena, point) : undefined;
}

/** Puts what stands before planning into `arena.delta`, supply and needs together. */
function addChanges(model: Model, arena: Arena, point: number): void {
  const { rows, day, quantity } = model.changes;
  const { delta, touched } = arena;
  const end = rows.end(point);
  for (let c = rows.first(point); c < end; c++) {
    const on = day[c]!;
    delta[on]! += quantity[c]!;
    touched[on >> 5]! |= 1 << (on & 31);
  }
}

/**
 * Puts needs into `arena.delta` and standing supply into `arena.supply`.
 *
 * @param stands - whether the supply of a row counts at its own day
 */
export function addNeedsApart(
  model: Model,
  arena: Arena,
  point: number,
  stands: (supplyRow: number) => boolean,
): void {
  const { rows, day, quantity, origin } = model.changes;
  for (let c = rows.first(point); c < rows.end(point); c++) {
    if (quantity[c]! < 0) arena.delta[day[c]!]! += quantity[c]!;
    else if (origin[c]! % 4 !== CHANGE.supply || stands(Math.floor(origin[c]! / 4))) {
      arena.supply[day[c]!]! += quantity[c]!;
    }
    arena.touch(day[c]!);
  }
}

/** N12: says what lies beyond the horizon, and forgets it. */
function reportBeyond(model: Model, arena: Arena, point: number): void {
  const { days } = model;
  const dependent = -arena.delta[days]!;
  if (dependent === 0 && model.beyond.size === 0) return;
  const independent = model.beyond.get(point);
  arena.delta[days] = 0;
  arena.touched[days >> 5]! &= ~(1 << (days & 31));
  if (independent === undefined && dependent === 0) return;
  let count = independent?.count ?? 0;
  if (dependent > 0) {
    count += needsOf(model, arena, point).filter((need) => need.day >= days).length;
  }
  const quantity = (independent?.quantity ?? 0) + dependent;
  arena.say({ code: "beyondHorizon", point, day: days, count, quantity });
}
