import { type CoverTable, SPAN, TURN } from "../compile/cover-table.js";
import { LOT_RULE, type Model } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { coverByDay, coverByLot, coverByPeriod } from "./cover-days.js";
import { coverInPieces } from "./cover-in-pieces.js";
import { CoverWithCare } from "./cover-with-care.js";
import { guardCover } from "./net-plain.js";
import { nextTouched } from "./next-touched.js";
import { finishRows } from "./order-columns.js";
import { refuseTooMany } from "./place-order.js";

/**
 * Nets a stocking point as {@link netGeneral} does where only the day and what is missing decide: steps
 * of the floor, a fence, supplies that are drawn and moved, several sources, maximum orders and yield.
 *
 * Everything that changes stock stands in `arena.delta`, its days in `arena.touched`; both are left
 * clean. A step of the floor up is as good as a need, one down as good as a receipt, since stock is
 * counted from the floor.
 *
 * @param row - the row of the point in the cover table
 */
export function netCommon(
  model: Model,
  arena: Arena,
  point: number,
  covers: CoverTable,
  row: number,
): void {
  arena.reserve(covers.hasMaximum(row) ? 2 * model.days : model.days);
  try {
    takeTurns(arena, covers, row);
    arena.cover.begin(model.onHand.at(point), arena.count);
    const care = covers.needsCare(row)
      ? new CoverWithCare(model, arena, point, covers, row)
      : undefined;
    const fenceEnd = covers.fenceEnd(row);
    if (fenceEnd > 0) passFence(model, arena, point, fenceEnd, care);
    const { spans } = covers;
    const end = covers.firstSpan(row + 1);
    for (let span = covers.firstSpan(row); span < end; span += SPAN.width) {
      let from = Math.max(spans[span + SPAN.from]!, fenceEnd);
      const to = spans[span + SPAN.to]!;
      if (care !== undefined && from < to) from = care.cover(span, from);
      if (from < to) coverSpan(model, arena, point, spans, span, from);
    }
    care?.finish();
    guardCover(model, arena, point);
    arena.largestStart = Math.max(arena.cover.largest, arena.largestStart);
    refuseTooMany(model, arena, point);
  } catch (error) {
    arena.wipe();
    throw error;
  }
}

/** Puts steps of the floor to the changes of stock, and marks the days on which something may happen. */
function takeTurns(arena: Arena, covers: CoverTable, row: number): void {
  const { delta } = arena;
  const { turns } = covers;
  const end = covers.firstTurn(row + 1);
  for (let turn = covers.firstTurn(row); turn < end; turn += TURN.width) {
    const day = turns[turn + TURN.day]!;
    delta[day]! -= turns[turn + TURN.step]!;
    arena.touch(day);
  }
}

/** N8, K5: inside the fence only what is there by its own day is drawn; what is missing at its end is said. */
function passFence(
  { days }: Model,
  arena: Arena,
  point: number,
  fenceEnd: number,
  care: CoverWithCare | undefined,
): void {
  const { cover, delta, touched } = arena;
  const end = Math.min(fenceEnd, days);
  for (let day = nextTouched(touched, 0); day < end; day = nextTouched(touched, day + 1)) {
    touched[day >> 5]! ^= 1 << (day & 31);
    cover.stock += delta[day]!;
    delta[day] = 0;
    if (cover.stock > cover.highest) cover.highest = cover.stock;
    if (cover.stock < 0) care?.drawInsideFence(day);
  }
  if (cover.stock >= 0) return;
  arena.say({ code: "fenceShortage", point, day: fenceEnd, quantity: -cover.stock });
}

/** Covers the days of a span from one on, where one source takes every order. */
function coverSpan(
  model: Model,
  arena: Arena,
  point: number,
  spans: Float64Array,
  span: number,
  from: number,
): void {
  const { cover } = arena;
  const { tables } = model.tables;
  const to = spans[span + SPAN.to]!;
  const rule = spans[span + SPAN.rule]!;
  cover.sizeBy(spans, span);
  const receipt = tables[model.receipt[point]!]!;
  const windowEnd = rule === LOT_RULE.periodOrderQuantity ? tables[model.window[point]!]! : receipt;
  const first = cover.row;
  const loss = model.yields[point];
  if (cover.maximum < Number.POSITIVE_INFINITY || loss !== undefined) {
    coverInPieces(arena, from, to, rule, receipt, windowEnd, loss);
  } else {
    if (rule === LOT_RULE.lotForLot) coverByDay(arena, from, to, receipt);
    else if (rule === LOT_RULE.periodOrderQuantity) {
      coverByPeriod(arena, from, to, receipt, windowEnd);
    } else coverByLot(arena, from, to, rule, receipt);
    arena.repeat?.fill(1, first, cover.row);
  }
  finishRows(model, arena, point, spans[span + SPAN.source]!, spans[span + SPAN.starts]!, first);
}
