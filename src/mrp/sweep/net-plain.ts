import { overflow } from "../compile/changes.js";
import type { Model } from "../compile/model.js";
import { LOT_RULE } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { coverByDay, coverByLot, coverByPeriod } from "./cover-days.js";
import { fillOtherColumns } from "./order-columns.js";

/**
 * Nets a stocking point that has one source, one floor and nothing that moves (N1 – N3, N6).
 *
 * Everything that changes stock stands in `arena.delta`, its days in `arena.touched`; both are left
 * clean. Stock is counted from the floor, so that a shortage is a negative number.
 */
export function netPlain(model: Model, arena: Arena, point: number): void {
  const stock = model.onHand.at(point) - model.floor[point]!;
  if (stock < 0) arena.touch(0);
  arena.reserve(model.days);
  const { cover, count } = arena;
  cover.begin(stock, count);
  const { days, tables } = model;
  const receipt = tables.tables[model.receipt[point]!]!;
  const rule = model.lotRule[point]!;
  const level = rule === LOT_RULE.orderUpTo ? model.floor[point]! : 0;
  const lot = model.lotFigure[point]! - level;
  cover.size(model.minimum[point]!, model.multiple[point]!, Number.POSITIVE_INFINITY, lot);
  if (rule === LOT_RULE.lotForLot) coverByDay(arena, 0, days, receipt);
  else if (rule === LOT_RULE.periodOrderQuantity) {
    coverByPeriod(arena, 0, days, receipt, tables.tables[model.window[point]!]!);
  } else coverByLot(arena, 0, days, rule, receipt);
  guardCover(model, arena, point);
  fillOtherColumns(arena, count, cover.row, false);
  arena.repeat?.fill(1, count, cover.row);
  arena.largestStart = cover.largest;
  arena.orders += cover.row - count;
  arena.count = cover.row;
}

/**
 * Q4: one look at the extremes proves every step between. What a day takes is no more than the
 * highest stock and what is ordered on a day together.
 */
export function guardCover(model: Model, { cover }: Arena, point: number): void {
  if (Math.max(0, cover.highest) + cover.mostAtOnce <= Number.MAX_SAFE_INTEGER) return;
  throw overflow(model.problem, model.points.item[point]!);
}
