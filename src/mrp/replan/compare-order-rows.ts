import { formatDay, powerOfTen } from "../../core/index.js";
import type { PointSource } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import { mayShift, orderDays, sourceOfRow } from "../plan/order-days.js";
import type { OrderPlace } from "../plan/order-index.js";
import type { PlanState } from "../plan/plan-state.js";
import type { PointPair } from "./compare-points.js";
import { type FrozenIds, orderKey } from "./frozen-ids.js";

/** The same orders of two plans that differ, and those that only one plan has, in its order. */
export interface SameOrders {
  readonly pairs: readonly (readonly [OrderPlace, OrderPlace])[];
  readonly onlyA: readonly OrderPlace[];
  readonly onlyB: readonly OrderPlace[];
}

/** Equal orders of one row, or some of them. */
interface Run {
  readonly row: number;
  readonly repeat: number;
  readonly count: number;
}

/**
 * Compares the orders of a stocking point: the n-th that is wanted for a day from a source in one plan
 * with the n-th in the other. Works on rows, so that many equal orders cost no more than one.
 */
export function sameOrders(a: PlanState, b: PlanState, pair: PointPair): SameOrders {
  const inA = runsByKey(a, pair.a);
  const inB = runsByKey(b, pair.b);
  const alike = orderComparison(a, b, pair);
  const pairs: (readonly [OrderPlace, OrderPlace])[] = [];
  const onlyA: OrderPlace[] = [];
  const onlyB: OrderPlace[] = [];
  for (const [key, runs] of inA) {
    const others = inB.get(key) ?? [];
    inB.delete(key);
    while (runs.length > 0 && others.length > 0) {
      const [run, other] = [runs[0]!, others[0]!];
      const count = Math.min(run.count, other.count);
      if (!alike(run.row, run.repeat, other.row, other.repeat)) {
        for (let k = 0; k < count; k++) {
          pairs.push([placeOf(pair.a, run, k), placeOf(pair.b, other, k)]);
        }
      }
      take(runs, count);
      take(others, count);
    }
    expand(pair.a, runs, onlyA);
    expand(pair.b, others, onlyB);
  }
  for (const runs of inB.values()) expand(pair.b, runs, onlyB);
  return { pairs, onlyA: onlyA.sort(inPlanOrder), onlyB: onlyB.sort(inPlanOrder) };
}

function inPlanOrder(one: OrderPlace, other: OrderPlace): number {
  return one.row - other.row || one.repeat - other.repeat;
}

/** Whether a stocking point has the same orders in both plans, row by row. */
export function haveSameOrders(a: PlanState, b: PlanState, pair: PointPair): boolean {
  if (pair.a === NONE || pair.b === NONE) {
    return countRows(a, pair.a) + countRows(b, pair.b) === 0;
  }
  const count = countRows(a, pair.a);
  if (count !== countRows(b, pair.b)) return false;
  if (count === 0 || areShared(a, b, pair)) return true;
  const alike = orderComparison(a, b, pair);
  const areApart = mayShift(a, pair.a) || mayShift(b, pair.b);
  const [firstA, firstB] = [a.orders.rows.first(pair.a), b.orders.rows.first(pair.b)];
  for (let k = 0; k < count; k++) {
    const equal = a.orders.repeat?.[firstA + k] ?? 1;
    if (equal !== (b.orders.repeat?.[firstB + k] ?? 1)) return false;
    for (let repeat = 0; repeat < (areApart ? equal : 1); repeat++) {
      if (!alike(firstA + k, repeat, firstB + k, repeat)) return false;
    }
  }
  return true;
}

/** R2: plans that share what did not change have the same rows, and know the same sources. */
function areShared(a: PlanState, b: PlanState, pair: PointPair): boolean {
  return (
    a.orders.due === b.orders.due &&
    a.orders.rows.first(pair.a) === b.orders.rows.first(pair.b) &&
    a.model.startDay === b.model.startDay &&
    a.model.points === b.model.points &&
    a.model.sources.sharesAt(pair.a, b.model.sources, pair.b) &&
    a.model.tables === b.model.tables &&
    // Where orders take feasible dates, these follow from other stocking points, too.
    !mayShift(a, pair.a) &&
    !mayShift(b, pair.b)
  );
}

/** The places of all orders of a stocking point. */
export function placesOf(state: PlanState, point: number): OrderPlace[] {
  const places: OrderPlace[] = [];
  if (point !== NONE) expand(point, runsOf(state, point), places);
  return places;
}

function countRows({ orders }: PlanState, point: number): number {
  return point === NONE ? 0 : orders.rows.end(point) - orders.rows.first(point);
}

/**
 * What tells orders of a stocking point apart but for their number: the day wanted and the source. Of an
 * order that is not late this is what its id says (R3); where one is late, ids of others may count on.
 */
function keyOf(state: PlanState, point: number, row: number): string {
  return `${wantedDay(state, row)} ${sourceOfRow(state, point, row).row?.id ?? ""}`;
}

function wantedDay({ orders: { due, late }, model }: PlanState, row: number): number {
  return due[row]! - (late?.[row] ?? 0) + model.startDay;
}

/**
 * The places of all orders of a stocking point by key and number: those of equal ones are the same order.
 * Numbers that supplies of the plan have are passed over: their orders are those supplies now.
 */
export function placesByKey(
  state: PlanState,
  point: number,
  { item, site, segment }: PointPair,
  frozen: FrozenIds,
): Map<string, OrderPlace> {
  const places = new Map<string, OrderPlace>();
  for (const runs of runsByKey(state, point).values()) {
    const { row } = runs[0]!;
    const source = sourceOfRow(state, point, row).row?.id ?? null;
    const key = orderKey(item, site, segment, formatDay(wantedDay(state, row)), source);
    const ofKey: OrderPlace[] = [];
    expand(point, runs, ofKey);
    for (const [n, place] of ofKey.entries()) {
      places.set(`${key},${frozen.number(key, n)}]`, place);
    }
  }
  return places;
}

/** The orders of a stocking point in the order of the plan; those of a row have one date but where they shift. */
export function runsOf(state: PlanState, point: number): Run[] {
  const { rows, repeat } = state.orders;
  const areApart = mayShift(state, point);
  const runs: Run[] = [];
  for (let row = rows.first(point); row < rows.end(point); row++) {
    const count = repeat?.[row] ?? 1;
    if (!areApart) runs.push({ row, repeat: 0, count });
    else for (let k = 0; k < count; k++) runs.push({ row, repeat: k, count: 1 });
  }
  return runs;
}

function runsByKey(state: PlanState, point: number): Map<string, Run[]> {
  const byKey = new Map<string, Run[]>();
  if (point === NONE) return byKey;
  for (const run of runsOf(state, point)) {
    const key = keyOf(state, point, run.row);
    const ofKey = byKey.get(key);
    if (ofKey === undefined) byKey.set(key, [run]);
    else ofKey.push(run);
  }
  return byKey;
}

/** Takes so many orders off the first run. */
function take(runs: Run[], taken: number): void {
  const { row, repeat, count } = runs[0]!;
  if (taken === count) runs.shift();
  else runs[0] = { row, repeat: repeat + taken, count: count - taken };
}

function placeOf(point: number, { row, repeat }: Run, k: number): OrderPlace {
  return { point, row, repeat: repeat + k };
}

function expand(point: number, runs: readonly Run[], places: OrderPlace[]): void {
  for (const run of runs) {
    for (let k = 0; k < run.count; k++) places.push(placeOf(point, run, k));
  }
}

/** Tells whether two orders of a stocking point, by row and repeat, are equal but for their n. */
type OrderComparison = (rowA: number, repeatA: number, rowB: number, repeatB: number) => boolean;

function orderComparison(a: PlanState, b: PlanState, pair: PointPair): OrderComparison {
  const areEqual = countComparison(a, b, pair);
  const comeAlike = sourceComparison(a, b, pair);
  return (rowA, repeatA, rowB, repeatB) => {
    if (
      !areEqual(a.orders.quantity[rowA]!, b.orders.quantity[rowB]!) ||
      !areEqual(a.orders.startQuantity[rowA]!, b.orders.startQuantity[rowB]!) ||
      !comeAlike(a.orders.source?.[rowA] ?? 0, b.orders.source?.[rowB] ?? 0)
    ) {
      return false;
    }
    const daysA = orderDays(a, pair.a, rowA, repeatA);
    const daysB = orderDays(b, pair.b, rowB, repeatB);
    return (
      daysA.due === daysB.due &&
      daysA.start === daysB.start &&
      daysA.orderDate === daysB.orderDate &&
      daysA.delivery === daysB.delivery
    );
  };
}

/** Tells whether counts of an item are equal, which may have other decimals in each plan. */
function countComparison(
  a: PlanState,
  b: PlanState,
  pair: PointPair,
): (countA: number, countB: number) => boolean {
  const decimalsOf = ({ model }: PlanState, point: number): number =>
    point === NONE ? 0 : model.problem.items[model.points.item[point]!]!.decimals;
  const more = decimalsOf(a, pair.a) - decimalsOf(b, pair.b);
  if (more === 0) return (countA, countB) => countA === countB;
  const scale = powerOfTen(Math.abs(more));
  return more > 0
    ? (countA, countB) => BigInt(countA) === BigInt(countB) * scale
    : (countA, countB) => BigInt(countA) * scale === BigInt(countB);
}

/** Tells whether what comes from two sources, by their numbers, has the same id and comes the same way. */
function sourceComparison(
  a: PlanState,
  b: PlanState,
  pair: PointPair,
): (sourceA: number, sourceB: number) => boolean {
  const known = new Map<number, boolean>();
  const sourcesA = pair.a === NONE ? [] : a.model.sources.at(pair.a);
  const sourcesB = pair.b === NONE ? [] : b.model.sources.at(pair.b);
  return (sourceA, sourceB) => {
    const key = sourceA * sourcesB.length + sourceB;
    let alike = known.get(key);
    if (alike === undefined) {
      alike = wayOf(a, sourcesA[sourceA]!) === wayOf(b, sourcesB[sourceB]!);
      known.set(key, alike);
    }
    return alike;
  };
}

/** How an order comes: from which source, its kind, who sells and who ships. */
function wayOf({ model }: PlanState, { kind, row }: PointSource): string {
  const from = row === undefined || row.from === NONE ? null : model.problem.sites[row.from]!.id;
  return JSON.stringify([row?.id ?? null, kind, row?.supplier ?? null, from]);
}
