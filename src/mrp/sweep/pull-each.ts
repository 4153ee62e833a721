import { NO_COVER } from "../compile/cover-rows.js";
import type { Model } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import { inEffect, linkNeed, needDayOf } from "./link-needs.js";
import type { OrderColumns } from "./planned-orders.js";
import { mayBeWide } from "./pull-by-table.js";

/** Orders whose source or start must be looked at one by one. */
export function pullEach(
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
