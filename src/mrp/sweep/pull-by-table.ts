import { ceilProduct } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { OrderColumns } from "./planned-orders.js";

/**
 * Planned orders whose need falls on a day that follows from their due day alone. A guard that holds for
 * all of them (the largest order) chooses the loop, so that none checks its products one by one (Q4).
 */
export function pullByTable(
  model: Model,
  orders: OrderColumns,
  k: number,
  parent: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links } = model;
  const { due, startQuantity } = orders;
  let low = orders.rows.first(parent);
  let high = orders.rows.end(parent);
  if (links.hasRanges) {
    if (links.dueFrom[k]! > 0) low = firstDue(due, low, high, links.dueFrom[k]!);
    if (links.dueTo[k]! < model.days) high = firstDue(due, low, high, links.dueTo[k]!);
  }
  const table = model.tables.tables[links.table.at(k)]!;
  const num = links.num[k]!;
  const den = links.den[k]!;
  const isWide = mayBeWide(orders, parent, num);
  if (orders.hasRepeats(parent)) {
    pullAlike(orders, low, high, num, den, isWide, table, target, touched);
  } else if (isWide) {
    pullWide(due, startQuantity, low, high, num, den, table, target, touched);
  } else if (den === 1) {
    pullWhole(due, startQuantity, low, high, num, table, target, touched);
  } else {
    pullRatio(due, startQuantity, low, high, num, den, table, target, touched);
  }
}

/**
 * Whether a product of an order of a parent may be too large for a number. Most plans have no order that
 * large at all, so that no parent is looked up: with few orders each, that would take a fifth of a sweep.
 */
export function mayBeWide(
  { mostStarted, largest }: OrderColumns,
  parent: number,
  num: number,
): boolean {
  if (mostStarted * num <= Number.MAX_SAFE_INTEGER) return false;
  return largest.at(parent) * num > Number.MAX_SAFE_INTEGER;
}

/** The first of ascending rows that is due on a day or after it. */
function firstDue(due: Int32Array, from: number, to: number, day: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (due[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two orders at a time: each store makes the machine look at the kind of every array again. */
function pullWhole(
  due: Int32Array,
  quantity: Float64Array,
  low: number,
  high: number,
  num: number,
  table: Int32Array,
  target: Float64Array,
  touched: Int32Array,
): void {
  let j = low;
  for (; j + 1 < high; j += 2) {
    const day = table[due[j]!]!;
    const nextDay = table[due[j + 1]!]!;
    const need = quantity[j]! * num;
    const nextNeed = quantity[j + 1]! * num;
    target[day]! -= need;
    target[nextDay]! -= nextNeed;
    touched[day >> 5]! |= 1 << (day & 31);
    touched[nextDay >> 5]! |= 1 << (nextDay & 31);
  }
  if (j === high) return;
  const day = table[due[j]!]!;
  target[day]! -= quantity[j]! * num;
  touched[day >> 5]! |= 1 << (day & 31);
}

/** `Math.ceil(q × num / den)` is exact while the product is below 2^53 (Q2). */
function pullRatio(
  due: Int32Array,
  quantity: Float64Array,
  low: number,
  high: number,
  num: number,
  den: number,
  table: Int32Array,
  target: Float64Array,
  touched: Int32Array,
): void {
  let j = low;
  for (; j + 1 < high; j += 2) {
    const day = table[due[j]!]!;
    const nextDay = table[due[j + 1]!]!;
    const need = Math.ceil((quantity[j]! * num) / den);
    const nextNeed = Math.ceil((quantity[j + 1]! * num) / den);
    target[day]! -= need;
    target[nextDay]! -= nextNeed;
    touched[day >> 5]! |= 1 << (day & 31);
    touched[nextDay >> 5]! |= 1 << (nextDay & 31);
  }
  if (j === high) return;
  const day = table[due[j]!]!;
  target[day]! -= Math.ceil((quantity[j]! * num) / den);
  touched[day >> 5]! |= 1 << (day & 31);
}

function pullWide(
  due: Int32Array,
  quantity: Float64Array,
  low: number,
  high: number,
  num: number,
  den: number,
  table: Int32Array,
  target: Float64Array,
  touched: Int32Array,
): void {
  for (let j = low; j < high; j++) {
    const day = table[due[j]!]!;
    target[day]! -= ceilProduct(quantity[j]!, num, den);
    touched[day >> 5]! |= 1 << (day & 31);
  }
}

/** Rows that stand for several orders. */
function pullAlike(
  { due, repeat, startQuantity }: OrderColumns,
  low: number,
  high: number,
  num: number,
  den: number,
  isWide: boolean,
  table: Int32Array,
  target: Float64Array,
  touched: Int32Array,
): void {
  for (let j = low; j < high; j++) {
    const day = table[due[j]!]!;
    const quantity = startQuantity[j]!;
    const each = isWide ? ceilProduct(quantity, num, den) : Math.ceil((quantity * num) / den);
    target[day]! -= each * repeat![j]!;
    touched[day >> 5]! |= 1 << (day & 31);
  }
}
