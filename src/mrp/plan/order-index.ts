import { formatDay } from "../../core/index.js";
import { NONE } from "../input/problem.js";
import { type OrderColumns, ordersOf } from "../sweep/planned-orders.js";
import { datesInPlan, mayShift, sourceOfRow } from "./order-days.js";
import type { PlanState } from "./plan-state.js";
import { segmentOf } from "./segment.js";

/** What leads from the orders of a stocking point to its rows. */
interface PointOrders {
  /** By row of the point: how many of its orders come before; `undefined`: as many as rows. */
  readonly before: Int32Array | undefined;
  /** By row of the point: how many orders of the same key come before (R3). */
  readonly ordinal: Int32Array;
  /** The same by order, where equal ones may have other dates (N11); else `undefined`. */
  readonly ordinalOfEach: Int32Array | undefined;
}

/** Where an order stands: its stocking point, its row, and its number among the equal orders of the row. */
export interface OrderPlace {
  readonly point: number;
  readonly row: number;
  readonly repeat: number;
}

/** Numbers that lead from the place of an order to its row; made when first asked for. */
export class OrderIndex {
  readonly #state: PlanState;
  /** How many orders stand before each stocking point. */
  readonly #before: Float64Array;
  readonly #points = new Map<number, PointOrders>();

  constructor(state: PlanState) {
    this.#state = state;
    const { model, orders } = state;
    this.#before = new Float64Array(model.points.count + 1);
    for (let point = 0; point < model.points.count; point++) {
      this.#before[point + 1] = this.#before[point]! + ordersOf(orders, point);
    }
  }

  at(place: number): OrderPlace {
    const { orders, model } = this.#state;
    const point = lastAtMost(this.#before, place, model.points.count);
    const first = orders.rows.first(point);
    const within = place - this.#before[point]!;
    const { before } = this.#of(point);
    if (before === undefined) return { point, row: first + within, repeat: 0 };
    const row = lastAtMost(before, within, before.length);
    return { point, row: first + row, repeat: within - before[row]! };
  }

  /** How many orders stand before those of a stocking point. */
  before(point: number): number {
    return this.#before[point]!;
  }

  /** The place of an order among all. */
  placeOf(point: number, row: number, repeat: number): number {
    const within = row - this.#state.orders.rows.first(point);
    const { before } = this.#of(point);
    return this.#before[point]! + (before === undefined ? within : before[within]!) + repeat;
  }

  /** The order with an id; `undefined` when the plan has none such. */
  find(id: unknown): OrderPlace | undefined {
    const key = readOrderId(id);
    const point = key === undefined ? NONE : this.#pointOf(key);
    if (key === undefined || point === NONE) return undefined;
    const { orders } = this.#state;
    const first = orders.rows.first(point);
    const { ordinal, ordinalOfEach } = this.#of(point);
    for (let row = first; row < orders.rows.end(point); row++) {
      const times = orders.repeat?.[row] ?? 1;
      // Where equal orders share their dates, n tells which of them it is.
      const from = ordinalOfEach === undefined ? key.n - ordinal[row - first]! : 0;
      const to = ordinalOfEach === undefined ? from + 1 : times;
      if (!Number.isInteger(from) || from < 0 || to > times) continue;
      for (let repeat = from; repeat < to; repeat++) {
        if (orderId(this.#state, this, point, row, repeat) === id) return { point, row, repeat };
      }
    }
    return undefined;
  }

  #pointOf({ item, site, segment }: OrderKey): number {
    const { problem, points } = this.#state.model;
    const itemNumber = problem.itemOf.get(item);
    const siteNumber = problem.sites.findIndex(({ id }) => id === site);
    const segmentNumber = segment === null ? NONE : problem.segments.indexOf(segment);
    if (itemNumber === undefined || siteNumber < 0) return NONE;
    if (segment !== null && segmentNumber < 0) return NONE;
    return points.find(itemNumber, siteNumber, segmentNumber);
  }

  /** The n of an order id. */
  ordinal(point: number, row: number, repeat: number): number {
    const { before, ordinal, ordinalOfEach } = this.#of(point);
    const within = row - this.#state.orders.rows.first(point);
    if (ordinalOfEach === undefined) return ordinal[within]! + repeat;
    return ordinalOfEach[(before === undefined ? within : before[within]!) + repeat]!;
  }

  #of(point: number): PointOrders {
    let known = this.#points.get(point);
    if (known === undefined) {
      const { orders } = this.#state;
      known = {
        before: ordersBefore(orders, point),
        ordinal: countKeys(this.#state, point),
        ordinalOfEach: mayShift(this.#state, point) ? countEach(this.#state, point) : undefined,
      };
      this.#points.set(point, known);
    }
    return known;
  }
}

const indexes = new WeakMap<PlanState, OrderIndex>();

/** The one index of a plan's orders. */
export function orderIndexOf(state: PlanState): OrderIndex {
  let index = indexes.get(state);
  if (index === undefined) {
    index = new OrderIndex(state);
    indexes.set(state, index);
  }
  return index;
}

/** What of an order id leads to its stocking point, and its n. */
interface OrderKey {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly n: number;
}

/** R3: reads an order id; callers may hand over anything. */
function readOrderId(id: unknown): OrderKey | undefined {
  if (typeof id !== "string") return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(id);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 6) return undefined;
  const [item, site, segment, , , n] = parts as unknown[];
  const isKey =
    typeof item === "string" &&
    typeof site === "string" &&
    (segment === null || typeof segment === "string") &&
    typeof n === "number";
  return isKey ? { item, site, segment, n } : undefined;
}

function ordersBefore(orders: OrderColumns, point: number): Int32Array | undefined {
  if (!orders.hasRepeats(point)) return undefined;
  const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
  const before = new Int32Array(end - first);
  for (let k = 1; k < before.length; k++)
    before[k] = before[k - 1]! + orders.repeat![first + k - 1]!;
  return before;
}

/** The last of ascending numbers that is at most a value; of equal ones the last. */
function lastAtMost(numbers: ArrayLike<number>, value: number, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function countKeys({ model, orders }: PlanState, point: number): Int32Array {
  const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
  const ordinal = new Int32Array(end - first);
  const sources = model.sources.at(point);
  const counts = new Map<number, number>(); // by due day and source
  let due = NONE;
  for (let row = first; row < end; row++) {
    if (orders.due[row] !== due) {
      due = orders.due[row]!;
      // What comes later than wanted may stand before what comes as early (K46).
      if (orders.late === undefined) counts.clear();
    }
    const source = orders.source?.[row] ?? 0;
    const own = sources[source]!.row?.id === undefined ? sources.length : source;
    const key = due * (sources.length + 1) + own;
    const before = counts.get(key) ?? 0;
    ordinal[row - first] = before;
    counts.set(key, before + (orders.repeat?.[row] ?? 1));
  }
  return ordinal;
}

/** The n of each order by the due day that it has in the plan. */
function countEach(state: PlanState, point: number): Int32Array {
  const { model, orders } = state;
  const ordinal = new Int32Array(ordersOf(orders, point));
  const sources = model.sources.at(point);
  const counts = new Map<number, number>(); // by due day and source
  let order = 0;
  for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
    const source = orders.source?.[row] ?? 0;
    const own = sources[source]!.row?.id === undefined ? sources.length : source;
    for (let repeat = 0; repeat < (orders.repeat?.[row] ?? 1); repeat++) {
      const key = datesInPlan(state, point, row, repeat).due * (sources.length + 1) + own;
      const before = counts.get(key) ?? 0;
      ordinal[order++] = before;
      counts.set(key, before + 1);
    }
  }
  return ordinal;
}

/** R3: the id of a planned order. */
export function orderId(
  state: PlanState,
  index: OrderIndex,
  point: number,
  row: number,
  repeat: number,
): string {
  const { model } = state;
  const { problem, points } = model;
  return JSON.stringify([
    problem.items[points.item[point]!]!.id,
    problem.sites[points.site[point]!]!.id,
    segmentOf(state, point),
    formatDay(datesInPlan(state, point, row, repeat).due + model.startDay),
    sourceOfRow(state, point, row).row?.id ?? null,
    index.ordinal(point, row, repeat),
  ]);
}
