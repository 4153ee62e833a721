import {
  addWorkingDays,
  type Decimal,
  formatDay,
  lazySequence,
  quantityToDecimal,
  type Sequence,
} from "../../core/index.js";
import { goesOutOn } from "../compile/decoupled-lead-times.js";
import type { PointSource } from "../compile/model.js";
import { type Attributes, NONE } from "../input/problem.js";
import { startOfRow } from "../sweep/link-needs.js";
import type { PlanState } from "./plan-state.js";

/** An order that the plan proposes. All days are plain dates, all quantities exact. */
export interface PlannedOrder {
  /** R3: `[item, site, segment, due, source, n]` as JSON text; stable from plan to plan. */
  readonly id: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** The id of its source, where it has one. */
  readonly source: string | null;
  readonly kind: "make" | "buy" | "transfer";
  /** The good quantity that becomes stock (Q3). */
  readonly quantity: Decimal;
  /** What is ordered, exploded and shipped: more than `quantity` where there is a yield. */
  readonly startQuantity: Decimal;
  /** Release time before the start (T7). */
  readonly orderDate: string;
  /** Scheduled backward; it may lie before the planning start. */
  readonly start: string;
  readonly deliveryDate: string;
  /** The day on which the quantity is usable. */
  readonly due: string;
  /** The later of `start` and the planning start. */
  readonly release: string;
  /** Days by which `due` lies after the day wanted; 0 while orders keep their due day (N11). */
  readonly daysLate: number;
  readonly supplier?: string;
  /** The site that ships a transfer. */
  readonly from?: string;
  /** Those of its item, item-site and source. */
  readonly attributes?: Attributes;
}

/** Numbers that lead from the place of an order to its row; made when first asked for. */
export class OrderIndex {
  readonly count: number;
  readonly #state: PlanState;
  /** The place of the first order of each row; `undefined` when rows and orders are the same. */
  readonly #placeOfRow: Int32Array | undefined;
  /** How many orders of the same key come before each row (R3). */
  readonly #ordinal: Int32Array;

  constructor(state: PlanState) {
    this.#state = state;
    const { orders } = state;
    const { repeat } = orders;
    if (repeat !== undefined) {
      this.#placeOfRow = new Int32Array(orders.count + 1);
      for (let row = 0; row < orders.count; row++) {
        this.#placeOfRow[row + 1] = this.#placeOfRow[row]! + repeat[row]!;
      }
    }
    this.count = this.#placeOfRow?.[orders.count] ?? orders.count;
    this.#ordinal = countKeys(state);
  }

  /** The row of the order at a place, and its number among the equal orders of the row. */
  rowAt(place: number): { readonly row: number; readonly repeat: number } {
    if (this.#placeOfRow === undefined) return { row: place, repeat: 0 };
    const row = lastAtMost(this.#placeOfRow, place, this.#state.orders.count);
    return { row, repeat: place - this.#placeOfRow[row]! };
  }

  /** The stocking point of a row. */
  pointOf(row: number): number {
    const { orders, model } = this.#state;
    return lastAtMost(orders.first, row, model.points.count);
  }

  /** The n of an order id. */
  ordinal(row: number, repeat: number): number {
    return this.#ordinal[row]! + repeat;
  }
}

/** The last of ascending numbers that is at most a value; of equal ones the last. */
function lastAtMost(numbers: Int32Array, value: number, count: number): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function countKeys({ model, orders }: PlanState): Int32Array {
  const ordinal = new Int32Array(orders.count);
  for (let point = 0; point < model.points.count; point++) {
    let due = NONE;
    let counts = new Map<number, number>();
    for (let row = orders.first[point]!; row < orders.first[point + 1]!; row++) {
      if (orders.due[row] !== due) {
        due = orders.due[row]!;
        counts = new Map();
      }
      const source = orders.source?.[row] ?? 0;
      const key = model.sources[point]![source]!.row?.id === undefined ? NONE : source;
      const before = counts.get(key) ?? 0;
      ordinal[row] = before;
      counts.set(key, before + (orders.repeat?.[row] ?? 1));
    }
  }
  return ordinal;
}

/** The planned orders of a plan, each built when it is read. */
export function orderSequence(state: PlanState, index: () => OrderIndex): Sequence<PlannedOrder> {
  const count = state.orders.repeat === undefined ? state.orders.count : index().count;
  return lazySequence(count, (place) => {
    const { row, repeat } = index().rowAt(place);
    return plannedOrder(state, index(), row, repeat);
  });
}

/** Builds the object of one order. */
export function plannedOrder(
  state: PlanState,
  index: OrderIndex,
  row: number,
  repeat: number,
): PlannedOrder {
  const { model, orders } = state;
  const { problem, points } = model;
  const point = index.pointOf(row);
  const itemNumber = points.item[point]!;
  const item = problem.items[itemNumber]!;
  const source = sourceOfRow(state, point, row);
  const days = orderDays(state, point, row, source);
  const supplier = source.row?.supplier;
  const from = source.row === undefined ? NONE : source.row.from;
  const { attributes } = problem.parameters(itemNumber, points.site[point]!);
  const own = source.row?.attributes;
  const startQuantity = orders.startQuantity[row]!;
  const quantity = quantityToDecimal(orders.quantity[row]!, item.decimals);
  return {
    id: orderId(state, index, point, row, repeat),
    item: item.id,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
    source: source.row?.id ?? null,
    kind: source.kind,
    quantity,
    startQuantity:
      startQuantity === orders.quantity[row]
        ? quantity
        : quantityToDecimal(startQuantity, item.decimals),
    orderDate: formatDay(days.orderDate),
    start: formatDay(days.start),
    deliveryDate: formatDay(days.delivery),
    due: formatDay(days.due),
    release: formatDay(Math.max(days.start, model.startDay)),
    daysLate: 0,
    ...(supplier === undefined ? {} : { supplier }),
    ...(from === NONE ? {} : { from: problem.sites[from]!.id }),
    ...(attributes === undefined && own === undefined
      ? {}
      : { attributes: { ...attributes, ...own } }),
  };
}

/** R3: the id of a planned order. */
export function orderId(
  state: PlanState,
  index: OrderIndex,
  point: number,
  row: number,
  repeat: number,
): string {
  const { model, orders } = state;
  const { problem, points } = model;
  return JSON.stringify([
    problem.items[points.item[point]!]!.id,
    problem.sites[points.site[point]!]!.id,
    segmentOf(state, point),
    formatDay(orders.due[row]! + model.startDay),
    sourceOfRow(state, point, row).row?.id ?? null,
    index.ordinal(row, repeat),
  ]);
}

/** The id of the segment of a stocking point, `null` without one. */
export function segmentOf({ model }: PlanState, point: number): string | null {
  const segment = model.points.segment[point]!;
  return segment === NONE ? null : model.problem.segments[segment]!;
}

function sourceOfRow({ model, orders }: PlanState, point: number, row: number): PointSource {
  return model.sources[point]![orders.source?.[row] ?? 0]!;
}

interface OrderDays {
  readonly orderDate: number;
  readonly start: number;
  readonly delivery: number;
  readonly due: number;
}

/** T7: order date, start, delivery and due day of an order, as days since 1970. */
function orderDays(state: PlanState, point: number, row: number, source: PointSource): OrderDays {
  const { model, orders } = state;
  const { siteCalendar, receivingTime } = source.steps;
  const due = orders.due[row]! + model.startDay;
  const start = startOfRow(model, orders, point, row) + model.startDay;
  const goesOut = goesOutOn(model, point);
  return {
    orderDate:
      goesOut === undefined
        ? addWorkingDays(siteCalendar, start, -source.releaseTime)
        : model.startDay + goesOut,
    start,
    // Without a lead time it arrives on the start itself, working day or not.
    delivery: Math.max(start, addWorkingDays(siteCalendar, due, -receivingTime)),
    due,
  };
}
