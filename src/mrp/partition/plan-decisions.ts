import { formatDay, PlanningInputError } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PagedMap } from "../pages/index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import type { Need, NeedOrigin } from "../sweep/need.js";
import type { GivenStock, OrderColumns, PhantomNeed, PlanEvent } from "../sweep/planned-orders.js";
import { askedOf } from "./asked.js";

/**
 * What a plan decided, as columns and without its input: what {@link mergePlans} takes. Whatever makes a
 * structured clone carries it: `postMessage`, or `serialize` of `node:v8`.
 */
export interface PlanDecisions {
  readonly format: "orlicky.decisions";
  readonly version: 1;
  readonly startDate: string;
  readonly horizonEnd: string;
  /** How many orders are planned. */
  readonly orders: number;
  readonly points: DecidedPoints;
  readonly rows: DecidedRows;
  readonly supplies: DecidedSupplies;
  readonly seen: DecidedNeeds;
}

/** Stocking points in the order of the sweep: numbers in the lists of names. */
export interface DecidedPoints {
  readonly items: readonly string[];
  readonly sites: readonly string[];
  readonly segments: readonly string[];
  readonly item: Int32Array;
  readonly site: Int32Array;
  /** −1 without a segment. */
  readonly segment: Int32Array;
  /** How many rows of orders each has. */
  readonly count: Int32Array;
  /** A number that says what was asked of each; it differs where its rows or parameters do. */
  readonly asked: Int32Array;
}

/** Rows of orders, point by point; days count from the planning start, quantities in 10^-decimals. */
export interface DecidedRows {
  readonly due: Int32Array;
  readonly quantity: Float64Array;
  /** `undefined`: as `quantity`. */
  readonly startQuantity: Float64Array | undefined;
  /** `undefined`: 1 each. */
  readonly repeat: Int32Array | undefined;
  /** `undefined`: the first one. */
  readonly source: Int32Array | undefined;
  /** {@link FOLLOWS}, or `undefined` for all: it follows from the due day. */
  readonly start: Int32Array | undefined;
  /** `undefined`: 0. */
  readonly late: Int32Array | undefined;
}

/** No day: the start of an order follows from its due day. */
export const FOLLOWS = -2_147_483_648;

/** What became of open supplies. */
export interface DecidedSupplies {
  readonly id: readonly string[];
  readonly day: Int32Array;
  readonly wanted: Int32Array;
  readonly reason: Uint8Array;
  /** NaN: it keeps its quantity. */
  readonly quantity: Float64Array;
}

/** A stocking point by its number among those decided, and what is kept of it. */
type OfPoint<Thing> = readonly (readonly [point: number, things: readonly Thing[]])[];

/**
 * What columns do not hold. The point of an origin is one of those decided; its row counts from the first
 * row of that point, of a firm order among the supplies; its change from the first one of the point.
 */
export interface DecidedNeeds {
  readonly events: OfPoint<PlanEvent>;
  readonly phantomNeeds: OfPoint<PhantomNeed>;
  readonly phantomStock: OfPoint<GivenStock>;
  readonly keptNeeds: OfPoint<Need>;
  readonly receivedNeeds: OfPoint<Need>;
}

/**
 * What a plan decided, to be carried to where it is merged with that of other parts: some 20 bytes an order,
 * and nothing of its input.
 *
 * @param plan - what `planRequirements` or `replan` returned
 * @returns plain columns, a copy
 * @throws PlanningInputError when it is no plan, or one of which only a part was planned anew
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", items: [{ id: "wheel", onHand: -3 }] };
 * const decisions = structuredClone(planDecisions(planRequirements(input)));
 * mergePlans(input, [decisions]).orders.at(0)!.quantity.toNumber(); // => 3
 * ```
 */
export function planDecisions(plan: Plan): PlanDecisions {
  const state = stateOf(plan);
  if (state.pending !== undefined) {
    const message =
      "Only a part of this plan was planned anew. Replan the rest first: replan(plan, {}).";
    throw new PlanningInputError([{ code: "contradiction", path: ["plan"], message }]);
  }
  const { model, orders } = state;
  const supplies = suppliesOf(model);
  return {
    format: "orlicky.decisions",
    version: 1,
    startDate: formatDay(model.startDay),
    horizonEnd: formatDay(model.problem.horizonEnd),
    orders: orders.orders,
    points: pointsOf(state),
    rows: rowsOf(model, orders),
    supplies: decidedSupplies(state, supplies),
    seen: needsSeen(state, supplies),
  };
}

function pointsOf({ model, orders }: PlanState): DecidedPoints {
  const { points, problem } = model;
  const { count } = points;
  const rows = new Int32Array(count);
  for (let point = 0; point < count; point++) {
    rows[point] = orders.rows.end(point) - orders.rows.first(point);
  }
  return {
    items: problem.items.map(({ id }) => id),
    sites: problem.sites.map(({ id }) => id),
    segments: [...problem.segments],
    item: points.item.slice(0, count),
    site: points.site.slice(0, count),
    segment: points.segment.slice(0, count),
    count: rows,
    asked: askedOf(model),
  };
}

/** The rows one point after the other, wherever they stand in the store. */
function rowsOf(model: Model, orders: OrderColumns): DecidedRows {
  const { count } = model.points;
  let total = 0;
  for (let point = 0; point < count; point++) {
    total += orders.rows.end(point) - orders.rows.first(point);
  }
  const gathered = <Column extends Int32Array | Float64Array>(from: Column, to: Column): Column => {
    let at = 0;
    for (let point = 0; point < count; point++) {
      const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
      to.set(from.subarray(first, end), at);
      at += end - first;
    }
    return to;
  };
  const integers = (column: Int32Array | undefined): Int32Array | undefined =>
    column === undefined ? undefined : gathered(column, new Int32Array(total));
  return {
    due: gathered(orders.due, new Int32Array(total)),
    quantity: gathered(orders.quantity, new Float64Array(total)),
    startQuantity:
      orders.startQuantity === orders.quantity
        ? undefined
        : gathered(orders.startQuantity, new Float64Array(total)),
    repeat: integers(orders.repeat),
    source: integers(orders.source),
    start: startsOf(model, orders, integers(orders.start)),
    late: integers(orders.late),
  };
}

/** The starts of points that have their own. */
function startsOf(
  model: Model,
  orders: OrderColumns,
  starts: Int32Array | undefined,
): Int32Array | undefined {
  if (starts === undefined) return undefined;
  let at = 0;
  for (let point = 0; point < model.points.count; point++) {
    const next = at + orders.rows.end(point) - orders.rows.first(point);
    if (model.startTable[point] !== NONE) starts.fill(FOLLOWS, at, next);
    at = next;
  }
  return starts;
}

/** The rows of the open supplies that the plan has, in the order of its stocking points. */
function suppliesOf(model: Model): number[] {
  const rows: number[] = [];
  if (model.problem.supplies.count === 0) return rows;
  for (let point = 0; point < model.points.count; point++) {
    for (const row of model.rowsOf(point).supplies) rows.push(row);
  }
  return rows;
}

function decidedSupplies({ model, orders }: PlanState, rows: readonly number[]): DecidedSupplies {
  return {
    id: rows.map((row) => model.problem.supplies.id(row)),
    day: Int32Array.from(rows, (row) => orders.supplyDay.at(row)),
    wanted: Int32Array.from(rows, (row) => orders.wanted.at(row)),
    reason: Uint8Array.from(rows, (row) => orders.reason.at(row)),
    quantity: Float64Array.from(rows, (row) => orders.resized.get(row) ?? Number.NaN),
  };
}

function needsSeen({ model, orders }: PlanState, supplies: readonly number[]): DecidedNeeds {
  const placeOf = new Map(supplies.map((row, place) => [row, place]));
  const origin = (from: NeedOrigin): NeedOrigin => {
    const { point, firm, row, change } = from;
    if (change !== NONE) return { ...from, change: change - model.changes.rows.first(point) };
    return { ...from, row: firm ? placeOf.get(row)! : row - orders.rows.first(point) };
  };
  const placed = <One extends { readonly origin: NeedOrigin }>(
    map: PagedMap<readonly One[]>,
  ): OfPoint<One> =>
    listed(map).map(([point, needs]) => [
      point,
      needs.map((need) => ({ ...need, origin: origin(need.origin) })),
    ]);
  return {
    events: [...orders.events.entries()],
    phantomNeeds: placed(orders.phantomNeeds),
    phantomStock: listed(orders.phantomStock),
    keptNeeds: placed(orders.keptNeeds),
    receivedNeeds: placed(orders.receivedNeeds),
  };
}

function listed<Thing>(map: PagedMap<readonly Thing[]>): OfPoint<Thing> {
  return [...map.entries()];
}
