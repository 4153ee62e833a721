import { overflow } from "../compile/changes.js";
import type { Model } from "../compile/model.js";
import { LOT_RULE } from "../compile/plain.js";
import type { Arena } from "./arena.js";

/**
 * Nets a stocking point that has one source, one floor and nothing that moves (N1 – N3, N6).
 *
 * Everything that changes stock stands in `arena.delta`, its days in `arena.touched`; both are left
 * clean. `stock` is counted from the floor, so that a shortage is a negative number.
 */
export function netPlain(model: Model, arena: Arena, point: number): void {
  const { delta, dayList } = arena;
  const floor = model.floor[point]!;
  let stock = model.onHand[point]! - floor;
  if (stock < 0) arena.touch(0);
  const count = listTouchedDays(arena, model.days);
  arena.reserve(count);
  const { due, quantity, start, source, repeat } = arena;
  const rule = model.lotRule[point]!;
  const figure = model.lotFigure[point]!;
  const minimum = model.minimum[point]!;
  const multiple = model.multiple[point]!;
  const receipt = model.tables.tables[model.receipt[point]!]!;
  const windowEnd =
    rule === LOT_RULE.periodOrderQuantity ? model.tables.tables[model.window[point]!]! : receipt;
  let row = arena.count;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const day = dayList[i]!;
    stock += delta[day]!;
    delta[day] = 0;
    if (stock >= 0 && stock <= Number.MAX_SAFE_INTEGER) continue;
    let size = -stock;
    if (rule === LOT_RULE.periodOrderQuantity)
      size = deepest(arena, i, count, windowEnd[day]!, stock);
    else if (rule === LOT_RULE.fixedOrderQuantity) size = Math.ceil(size / figure) * figure;
    else if (rule === LOT_RULE.orderUpTo) size = figure - floor - stock;
    if (size < minimum) size = minimum;
    if (multiple > 0) size = Math.ceil(size / multiple) * multiple;
    // NaN and infinite sizes come from stock that left the exact range; they fail here too.
    if (!(size > 0 && size <= Number.MAX_SAFE_INTEGER)) {
      forgetFrom(arena, i, count);
      throw overflow(model.problem, model.points.item[point]!);
    }
    due[row] = receipt[day]!;
    quantity[row] = size;
    if (start !== undefined) start[row] = 0;
    if (source !== undefined) source[row] = 0;
    if (repeat !== undefined) repeat[row] = 1;
    row++;
    if (size > largest) largest = size;
    stock += size;
  }
  if (arena.startQuantity !== quantity) {
    arena.startQuantity.set(quantity.subarray(arena.count, row), arena.count);
  }
  arena.orders += row - arena.count;
  arena.count = row;
  arena.largest[point] = largest;
}

/** L3: the deepest shortfall before the window ends. */
function deepest(arena: Arena, from: number, count: number, end: number, stock: number): number {
  const { delta, dayList } = arena;
  let level = stock;
  let lowest = stock;
  for (let i = from + 1; i < count && dayList[i]! < end; i++) {
    level += delta[dayList[i]!]!;
    if (level < lowest) lowest = level;
  }
  return -lowest;
}

/** Lists the touched days within the horizon, ascending, and clears their bits. */
function listTouchedDays(arena: Arena, days: number): number {
  const { touched, dayList } = arena;
  let count = 0;
  for (let word = 0; word < touched.length; word++) {
    let bits = touched[word]!;
    if (bits === 0) continue;
    touched[word] = 0;
    const base = word << 5;
    while (bits !== 0) {
      const day = base + 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      if (day < days) dayList[count++] = day;
    }
  }
  return count;
}

function forgetFrom(arena: Arena, from: number, count: number): void {
  for (let i = from; i < count; i++) arena.delta[arena.dayList[i]!] = 0;
}
