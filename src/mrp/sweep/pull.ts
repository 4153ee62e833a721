import { ceilProduct } from "../../core/index.js";
import { NO_COVER } from "../compile/cover-rows.js";
import { type Model, NETTING } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import type { OrderColumns } from "./arena.js";
import {
  dueOfFirm,
  inEffect,
  linkNeed,
  needDayOf,
  phantomLinkNeed,
  startOfFirm,
  startQuantityOfFirm,
} from "./link-needs.js";
import type { Need } from "./need.js";

/**
 * Takes from a day's change of stock what a component's parents need of it (N7).
 *
 * Every link is one loop over the finished orders of its parent. A guard that holds for all of
 * them (the largest order) chooses the loop, so that none checks its products one by one (Q4).
 *
 * @param target - change of stock by netting day, one slot more for beyond the horizon
 * @param touched - a bit for each day that is changed
 */
export function pullNeeds(
  model: Model,
  orders: OrderColumns,
  point: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links, netting, firm } = model;
  const kept = orders.keptNeeds.size === 0 ? undefined : orders.keptNeeds.get(point);
  if (kept !== undefined) addNeeds(kept, target, touched);
  else if (orders.receivedNeeds.size > 0) {
    addNeeds(orders.receivedNeeds.get(point) ?? [], target, touched);
  }
  for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
    const parent = links.parent[k]!;
    // What is kept holds all needs but those of who asked when the point was planned already (K44).
    if (kept !== undefined && parent < point) continue;
    if (links.table.at(k) !== NONE) {
      pullByTable(model, orders, k, parent, target, touched);
    } else if (netting[parent] === NETTING.phantom) {
      pullPhantomNeeds(model, orders, point, k, target, touched);
    } else pullEach(model, orders, point, k, parent, target, touched);
    if (firm.size > 0) pullFirm(model, orders, point, k, parent, target, touched);
  }
}

/** Needs that have moved, or that are left of those that have. */
function addNeeds(needs: readonly Need[], target: Float64Array, touched: Int32Array): void {
  for (const { day, quantity } of needs) {
    target[day]! -= quantity;
    touched[day >> 5]! |= 1 << (day & 31);
  }
}

/** Planned orders whose need falls on a day that follows from their due day alone. */
function pullByTable(
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
function mayBeWide({ mostStarted, largest }: OrderColumns, parent: number, num: number): boolean {
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

/** Orders whose source or start must be looked at one by one. */
function pullEach(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  parent: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links } = model;
  const selector = links.selector[k]!;
  // Most needs fall on the start itself, and most products are small.
  const isUsual =
    links.fixed[k] === 0 &&
    links.multiple[k] === 0 &&
    !links.huge.has(k) &&
    links.offset[k] === 0 &&
    model.safetyTime[point] === 0 &&
    !mayBeWide(orders, parent, links.num[k]!);
  const takesAll =
    links.from[k]! <= 0 && links.to[k] === NEVER && followsOnly(model, parent, selector);
  if (isUsual && takesAll) pullOnStart(model, orders, k, parent, target, touched);
  else pullWithCare(model, orders, point, k, parent, isUsual, target, touched);
}

/** Whether every order of a point follows a selector. */
function followsOnly({ coverRows, sources }: Model, point: number, selector: number): boolean {
  const row = coverRows === undefined ? NO_COVER : coverRows.at(point);
  return row === NO_COVER
    ? sources.at(point).every((source) => source.selector === selector)
    : coverRows!.table.selector(row) === selector;
}

/** Orders that all take the link, on their start and by a ratio. */
function pullOnStart(
  model: Model,
  orders: OrderColumns,
  k: number,
  parent: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { days, links } = model;
  const { due, repeat, startQuantity } = orders;
  const table = model.startTable[parent]!;
  // What is due on a day starts on the same one, or each order has its own start.
  const starts = table === NONE ? undefined : model.tables.tables[table]!;
  const own = orders.start;
  const areAlike = orders.hasRepeats(parent);
  const num = links.num[k]!;
  const den = links.den[k]!;
  const end = orders.rows.end(parent);
  for (let j = orders.rows.first(parent); j < end; j++) {
    const start = starts === undefined ? own![j]! : starts[due[j]!]!;
    const day = Math.min(days, Math.max(0, start));
    const need = Math.ceil((startQuantity[j]! * num) / den);
    target[day]! -= areAlike ? need * repeat![j]! : need;
    touched[day >> 5]! |= 1 << (day & 31);
  }
}

/**
 * Orders of which some may take another link, or whose needs fall on other days.
 *
 * @param isUsual - whether needs fall on the start itself and follow from a ratio
 */
function pullWithCare(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  parent: number,
  isUsual: boolean,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { days, links } = model;
  const { due, repeat, source, startQuantity } = orders;
  const sources = model.sources.at(parent);
  const selector = links.selector[k]!;
  const table = model.startTable[parent]!;
  const starts = table === NONE ? undefined : model.tables.tables[table]!;
  const num = links.num[k]!;
  const den = links.den[k]!;
  const end = orders.rows.end(parent);
  for (let j = orders.rows.first(parent); j < end; j++) {
    const followed = sources[source === undefined ? 0 : source[j]!]!.selector;
    if (followed !== selector) continue;
    const start = starts === undefined ? orders.start![j]! : starts[due[j]!]!;
    if (!inEffect(model, links, k, start, due[j]!)) continue;
    const day = isUsual ? Math.min(days, Math.max(0, start)) : needDayOf(model, point, k, start);
    const each = isUsual
      ? Math.ceil((startQuantity[j]! * num) / den)
      : linkNeed(links, k, startQuantity[j]!);
    target[day]! -= each * (repeat === undefined ? 1 : repeat[j]!);
    touched[day >> 5]! |= 1 << (day & 31);
  }
}

function pullFirm(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  parent: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links } = model;
  for (const order of model.firm.get(parent) ?? []) {
    if (order.selector !== links.selector[k]) continue;
    const start = startOfFirm(model, orders, parent, order);
    if (!inEffect(model, links, k, start, dueOfFirm(model, orders, order))) continue;
    const day = needDayOf(model, point, k, start);
    target[day]! -= linkNeed(links, k, startQuantityOfFirm(model, orders, parent, order));
    touched[day >> 5]! |= 1 << (day & 31);
  }
}

/** Takes from a component what the needs of a phantom leave over for it. */
function pullPhantomNeeds(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links } = model;
  for (const need of orders.phantomNeeds.get(links.parent[k]!) ?? []) {
    if (!inEffect(model, links, k, need.start, need.due)) continue;
    const day = needDayOf(model, point, k, need.start, need.offset, need.origin.point);
    target[day]! -= phantomLinkNeed(model, k, need.left);
    touched[day >> 5]! |= 1 << (day & 31);
  }
}
