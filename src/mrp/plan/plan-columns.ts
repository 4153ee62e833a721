import { NONE } from "../input/problem.js";
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

/** Copies the orders of a plan into columns that a host may keep. */
export function planColumns({ model, orders }: PlanState): PlanColumns {
  const length = orders.count;
  const columns = {
    length,
    item: new Int32Array(length),
    site: new Int32Array(length),
    due: new Int32Array(length),
    start: new Int32Array(length),
    quantity: orders.quantity.slice(0, length),
    startQuantity: orders.startQuantity.slice(0, length),
    repeat: orders.repeat?.slice(0, length) ?? new Int32Array(length).fill(1),
  };
  const { points, startDay } = model;
  copyDays(columns.due, orders.due, 0, length, startDay);
  for (let point = 0; point < points.count; point++) {
    const [from, to] = [orders.first[point]!, orders.first[point + 1]!];
    columns.item.fill(points.item[point]!, from, to);
    columns.site.fill(points.site[point]!, from, to);
    const table = model.startTable[point]!;
    if (table === NONE) copyDays(columns.start, orders.start!, from, to, startDay);
    else lookUpDays(columns.start, orders.due, model.tables.tables[table]!, from, to, startDay);
  }
  return columns;
}

function copyDays(
  into: Int32Array,
  days: Int32Array,
  from: number,
  to: number,
  startDay: number,
): void {
  for (let row = from; row < to; row++) into[row] = days[row]! + startDay;
}

/** Starts that follow from the due day. */
function lookUpDays(
  into: Int32Array,
  due: Int32Array,
  table: Int32Array,
  from: number,
  to: number,
  startDay: number,
): void {
  for (let row = from; row < to; row++) into[row] = table[due[row]!]! + startDay;
}
