import type { Model } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { startOfOrder } from "./place-order.js";

/**
 * Writes the columns that only some problems have, all but `repeat`: the first source, no start.
 *
 * @param hasLoss - whether start quantities are written already
 */
export function fillOtherColumns(arena: Arena, from: number, to: number, hasLoss: boolean): void {
  const { quantity, startQuantity, start, late, source } = arena;
  if (startQuantity !== quantity && !hasLoss) {
    startQuantity.set(quantity.subarray(from, to), from);
  }
  if (start !== undefined) start.fill(0, from, to);
  if (late !== undefined) late.fill(0, from, to);
  if (source !== undefined) source.fill(0, from, to);
}

/**
 * Tells the arena of the orders that one source takes, from a row on, and fills their other columns.
 *
 * @param starts - the table of their raw starts, see {@link SPAN}
 */
export function finishRows(
  model: Model,
  arena: Arena,
  point: number,
  source: number,
  starts: number,
  first: number,
): void {
  const { cover } = arena;
  const end = cover.row;
  arena.orders += end - first + cover.alike;
  arena.count = end;
  if (cover.alike > 0) arena.repeats!.set(point, 1);
  cover.alike = 0;
  fillOtherColumns(arena, first, end, model.yields[point] !== undefined);
  if (arena.start === undefined || model.startTable[point] !== NONE) return;
  arena.source!.fill(source, first, end);
  const { due, start, startQuantity } = arena;
  if (starts !== NONE) {
    const table = model.tables.tables[starts]!;
    for (let row = first; row < end; row++) start[row] = table[due[row]!]!;
    return;
  }
  const taker = model.sources.at(point)[source]!;
  for (let row = first; row < end; row++) {
    start[row] = startOfOrder(model, point, taker, due[row]!, startQuantity[row]!);
  }
}
