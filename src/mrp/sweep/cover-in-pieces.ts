import { LOT_RULE } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { deepest, lotFor, raised } from "./cover-days.js";
import { nextTouched } from "./next-touched.js";

/**
 * Covers days of a stocking point whose orders have a maximum: a lot becomes so many full orders in one
 * row, and one order of the rest, as {@link orderPieces} cuts it where nothing is lost.
 */
export function coverInPieces(
  arena: Arena,
  from: number,
  to: number,
  rule: number,
  receipt: Int32Array,
  windowEnd: Int32Array,
): void {
  const { cover, delta, touched } = arena;
  for (let day = nextTouched(touched, from); day < to; day = nextTouched(touched, day + 1)) {
    touched[day >> 5]! ^= 1 << (day & 31);
    const stock = cover.stock + delta[day]!;
    delta[day] = 0;
    cover.stock = stock;
    if (stock >= 0) {
      if (stock > cover.highest) cover.highest = stock;
      continue;
    }
    const lot =
      rule === LOT_RULE.periodOrderQuantity
        ? -deepest(arena, day + 1, windowEnd[day]!, stock, stock)
        : lotFor(rule, cover.lot, stock);
    writePieces(arena, receipt[day]!, lot);
  }
}

/** Writes the orders of a lot by the figures of the cover. */
export function writePieces(
  { cover, due, quantity, repeat }: Arena,
  day: number,
  lot: number,
): void {
  if (!(lot <= Number.MAX_SAFE_INTEGER)) {
    cover.mostAtOnce = Number.POSITIVE_INFINITY;
    return;
  }
  const { maximum } = cover;
  let { row } = cover;
  let rest = lot;
  if (lot >= maximum) {
    let times = Math.floor(lot / maximum);
    // A quotient that is all but whole is rounded up to a whole one.
    if (times * maximum > lot) times--;
    due[row] = day;
    quantity[row] = maximum;
    repeat![row++] = times;
    cover.alike += times - 1;
    rest = lot - times * maximum;
    if (maximum > cover.largest) cover.largest = maximum;
  }
  let ordered = lot - rest;
  if (rest > 0) {
    const size = raised(rest, cover.minimum, cover.multiple);
    due[row] = day;
    quantity[row] = size;
    if (repeat !== undefined) repeat[row] = 1;
    row++;
    ordered += size;
    if (size > cover.largest) cover.largest = size;
  }
  if (ordered > cover.mostAtOnce) cover.mostAtOnce = ordered;
  cover.stock += ordered;
  cover.row = row;
}
