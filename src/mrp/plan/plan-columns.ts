import { NONE } from "../input/problem.js";
import { datesInPlan } from "./order-days.js";
import type { PlanState } from "./plan-state.js";

/**
 * Planned orders as columns, one row for each order or group of equal ones, for readers in bulk.
 * Items and sites are numbers of rows of the input, days are days since 1970-01-01, quantities are
 * counts of 10^-decimals of the item.
 */
export interface PlanColumns {
  readonly length: number;
  readonly item: Int32Array;
  readonly site: Int32Array;
  readonly due: Int32Array;
  readonly start: Int32Array;
  readonly quantity: Float64Array;
  readonly startQuantity: Float64Array;
  /** How many equal orders a row stands for. */
  readonly repeat: Int32Array;
}

/** Copies the orders of a plan, point by point, into columns that a host may keep. */
export function planColumns(state: PlanState): PlanColumns {
  const { model, orders } = state;
  if (model.conventions.pastDue === "forward") return shiftedColumns(state);
  const { points, startDay } = model;
  let length = 0;
  for (let point = 0; point < points.count; point++) {
    length += orders.rows.end(point) - orders.rows.first(point);
  }
  const columns = emptyColumns(length);
  let to = 0;
  for (let point = 0; point < points.count; point++) {
    const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
    const next = to + end - first;
    columns.item.fill(points.item[point]!, to, next);
    columns.site.fill(points.site[point]!, to, next);
    columns.quantity.set(orders.quantity.subarray(first, end), to);
    columns.startQuantity.set(orders.startQuantity.subarray(first, end), to);
    if (orders.repeat !== undefined) columns.repeat.set(orders.repeat.subarray(first, end), to);
    for (let row = first; row < end; row++)
      columns.due[to + row - first] = orders.due[row]! + startDay;
    const table = model.startTable[point]!;
    const starts = table === NONE ? undefined : model.tables.tables[table]!;
    for (let row = first; row < end; row++) {
      const start = starts === undefined ? orders.start![row]! : starts[orders.due[row]!]!;
      columns.start[to + row - first] = start + startDay;
    }
    to = next;
  }
  return columns;
}

function emptyColumns(length: number): PlanColumns {
  return {
    length,
    item: new Int32Array(length),
    site: new Int32Array(length),
    due: new Int32Array(length),
    start: new Int32Array(length),
    quantity: new Float64Array(length),
    startQuantity: new Float64Array(length),
    repeat: new Int32Array(length).fill(1),
  };
}

/** Under `pastDue: "forward"` equal orders of a row may have different dates (N11). */
function shiftedColumns(state: PlanState): PlanColumns {
  const { model, orders } = state;
  const groups: ShiftedOrders[] = [];
  for (let point = 0; point < model.points.count; point++) {
    for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
      for (const group of shiftedOrders(state, point, row)) groups.push(group);
    }
  }
  const columns = emptyColumns(groups.length);
  for (const [n, { point, row, start, due, times }] of groups.entries()) {
    columns.item[n] = model.points.item[point]!;
    columns.site[n] = model.points.site[point]!;
    columns.due[n] = due + model.startDay;
    columns.start[n] = start + model.startDay;
    columns.quantity[n] = orders.quantity[row]!;
    columns.startQuantity[n] = orders.startQuantity[row]!;
    columns.repeat[n] = times;
  }
  return columns;
}

/** Equal orders of a row with the same dates. */
interface ShiftedOrders {
  readonly point: number;
  readonly row: number;
  readonly start: number;
  readonly due: number;
  times: number;
}

/** The equal orders of a row by the dates that they have in the plan. */
export function shiftedOrders(state: PlanState, point: number, row: number): ShiftedOrders[] {
  const groups: ShiftedOrders[] = [];
  for (let repeat = 0; repeat < (state.orders.repeat?.[row] ?? 1); repeat++) {
    const { start, due } = datesInPlan(state, point, row, repeat);
    const last = groups.at(-1);
    if (last?.start === start && last.due === due) last.times++;
    else groups.push({ point, row, start, due, times: 1 });
  }
  return groups;
}
