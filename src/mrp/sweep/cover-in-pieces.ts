import { ceilProduct, floorProduct } from "../../core/index.js";
import { LOT_RULE, type Yield } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { deepest, lotFor, raised } from "./cover-days.js";
import { nextTouched } from "./next-touched.js";

/**
 * Covers days of a stocking point whose orders have a maximum, or lose a part: a lot becomes so many full
 * orders in one row, and one order of the rest, as {@link orderPieces} cuts it.
 *
 * @param loss - the yield; `undefined` without loss
 */
export function coverInPieces(
  arena: Arena,
  from: number,
  to: number,
  rule: number,
  receipt: Int32Array,
  windowEnd: Int32Array,
  loss: Yield | undefined,
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
    writePieces(arena, receipt[day]!, lot, loss);
  }
}

/**
 * Writes the orders of a lot by the figures of the cover.
 *
 * @param loss - the yield; `undefined` without loss
 */
export function writePieces(arena: Arena, day: number, lot: number, loss: Yield | undefined): void {
  if (!(lot <= Number.MAX_SAFE_INTEGER)) arena.cover.mostAtOnce = Number.POSITIVE_INFINITY;
  else if (loss === undefined) writeWhole(arena, day, lot);
  else writeWithLoss(arena, day, lot, loss);
}

function writeWhole({ cover, due, quantity, repeat }: Arena, day: number, lot: number): void {
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

/** Q3: the lot is what is good of the orders, and modifiers are for what they start. */
function writeWithLoss(arena: Arena, day: number, lot: number, { num, den }: Yield): void {
  const { minimum, multiple, maximum } = arena.cover;
  let rest = lot;
  if (maximum < Number.POSITIVE_INFINITY) {
    const good = floorProduct(maximum, num, den);
    // The least good quantity that must start the maximum: just more than one count less gives.
    const least = floorProduct(maximum - 1, num, den) + 1;
    const times = rest >= least ? Math.floor((rest - least) / good) + 1 : 0;
    if (times > 0) writeStarted(arena, day, good, maximum, times);
    rest -= times * good;
  }
  if (rest > 0) {
    const start = raised(ceilProduct(rest, den, num), minimum, multiple);
    const good = start <= Number.MAX_SAFE_INTEGER ? floorProduct(start, num, den) : start;
    writeStarted(arena, day, good, start, 1);
    rest -= good;
  }
  const ordered = lot - rest;
  const { cover } = arena;
  if (!(ordered <= cover.mostAtOnce)) cover.mostAtOnce = ordered;
  cover.stock += ordered;
}

/** Writes equal orders in one row. */
function writeStarted(
  { cover, due, quantity, startQuantity, repeat }: Arena,
  day: number,
  good: number,
  start: number,
  times: number,
): void {
  const row = cover.row++;
  due[row] = day;
  quantity[row] = good;
  startQuantity[row] = start;
  if (repeat !== undefined) repeat[row] = times;
  cover.alike += times - 1;
  if (start > cover.largest) cover.largest = start;
}
