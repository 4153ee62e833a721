import { overflow } from "../compile/changes.js";
import type { Model } from "../compile/model.js";
import { LOT_RULE } from "../compile/model.js";
import type { Arena } from "./arena.js";

/**
 * Nets a stocking point that has one source, one floor and nothing that moves (N1 – N3, N6).
 *
 * Everything that changes stock stands in `arena.delta`, its days in `arena.touched`; both are left
 * clean. Stock is counted from the floor, so that a shortage is a negative number.
 */
export function netPlain(model: Model, arena: Arena, point: number): void {
  if (model.onHand.at(point) < model.floor[point]!) arena.touch(0);
  arena.reserve(model.days);
  const from = arena.count;
  const to =
    model.lotRule[point] === LOT_RULE.lotForLot
      ? orderByDay(model, arena, point)
      : orderByRule(model, arena, point, listTouchedDays(arena));
  fillOtherColumns(arena, from, to);
  arena.orders += to - from;
  arena.count = to;
}

/** L1, L0: each day's shortage, raised to the minimum, up to the multiple. Returns the next row. */
function orderByDay(model: Model, arena: Arena, point: number): number {
  const { delta, touched, due, quantity } = arena;
  const minimum = model.minimum[point]!;
  const multiple = model.multiple[point]!;
  const receipt = model.tables.tables[model.receipt[point]!]!;
  let row = arena.count;
  let stock = model.onHand.at(point) - model.floor[point]!;
  let highest = stock;
  let largest = 0;
  for (let word = 0; word < touched.length; word++) {
    let bits = touched[word]!;
    if (bits === 0) continue;
    touched[word] = 0;
    for (; bits !== 0; bits &= bits - 1) {
      const day = (word << 5) + 31 - Math.clz32(bits & -bits);
      stock += delta[day]!;
      delta[day] = 0;
      if (stock >= 0) {
        if (stock > highest) highest = stock;
        continue;
      }
      let size = -stock;
      if (size < minimum) size = minimum;
      if (multiple > 0) size = Math.ceil(size / multiple) * multiple;
      due[row] = receipt[day]!;
      quantity[row++] = size;
      stock += size;
      if (size > largest) largest = size;
    }
  }
  guard(model, point, highest, largest);
  arena.largest.set(point, largest);
  return row;
}

/** L2, L3, L12 with L0: as {@link orderByDay}, the size of an order by its lot rule. */
function orderByRule(model: Model, arena: Arena, point: number, count: number): number {
  const { delta, dayList, due, quantity } = arena;
  const rule = model.lotRule[point]!;
  const figure = model.lotFigure[point]!;
  const minimum = model.minimum[point]!;
  const multiple = model.multiple[point]!;
  const floor = model.floor[point]!;
  const receipt = model.tables.tables[model.receipt[point]!]!;
  const windowEnd =
    rule === LOT_RULE.periodOrderQuantity ? model.tables.tables[model.window[point]!]! : receipt;
  let row = arena.count;
  let stock = model.onHand.at(point) - floor;
  let highest = stock;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const day = dayList[i]!;
    stock += delta[day]!;
    delta[day] = 0;
    if (stock >= 0) {
      if (stock > highest) highest = stock;
      continue;
    }
    let size = -stock;
    if (rule === LOT_RULE.periodOrderQuantity)
      size = deepest(delta, dayList, i + 1, count, windowEnd[day]!, stock);
    else if (rule === LOT_RULE.fixedOrderQuantity) size = Math.ceil(size / figure) * figure;
    else size = figure - floor - stock;
    if (size < minimum) size = minimum;
    if (multiple > 0) size = Math.ceil(size / multiple) * multiple;
    due[row] = receipt[day]!;
    quantity[row++] = size;
    stock += size;
    if (size > largest) largest = size;
  }
  guard(model, point, highest, largest);
  arena.largest.set(point, largest);
  return row;
}

/** L3: the deepest shortfall before the window ends. */
function deepest(
  delta: Float64Array,
  dayList: Int32Array,
  from: number,
  count: number,
  end: number,
  stock: number,
): number {
  let level = stock;
  let lowest = stock;
  for (let i = from; i < count && dayList[i]! < end; i++) {
    level += delta[dayList[i]!]!;
    if (level < lowest) lowest = level;
  }
  return -lowest;
}

/** Lists the touched days, ascending, and clears their bits. */
function listTouchedDays({ touched, dayList }: Arena): number {
  let count = 0;
  for (let word = 0; word < touched.length; word++) {
    let bits = touched[word]!;
    if (bits === 0) continue;
    touched[word] = 0;
    for (; bits !== 0; bits &= bits - 1) {
      dayList[count++] = (word << 5) + 31 - Math.clz32(bits & -bits);
    }
  }
  return count;
}

/**
 * Q4: one look at the extremes proves every step between. What a day takes is no more than the
 * highest stock and the largest order together.
 */
function guard(model: Model, point: number, highest: number, largest: number): void {
  if (Math.max(0, highest) + largest <= Number.MAX_SAFE_INTEGER) return;
  throw overflow(model.problem, model.points.item[point]!);
}

/** Writes the columns that only some problems have: the first source, one order a row. */
function fillOtherColumns(arena: Arena, from: number, to: number): void {
  const { quantity, startQuantity, start, late, source, repeat } = arena;
  if (startQuantity !== quantity) startQuantity.set(quantity.subarray(from, to), from);
  if (start !== undefined) start.fill(0, from, to);
  if (late !== undefined) late.fill(0, from, to);
  if (source !== undefined) source.fill(0, from, to);
  if (repeat !== undefined) repeat.fill(1, from, to);
}
