import { LOT_RULE } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { nextTouched } from "./next-touched.js";

/** L1, L0: each day's shortage, raised to the minimum, up to the multiple. */
export function coverByDay(
  { cover, delta, touched, due, quantity }: Arena,
  from: number,
  to: number,
  receipt: Int32Array,
): void {
  const { minimum, multiple } = cover;
  let { stock, highest, row } = cover;
  let largest = 0;
  const last = (to - 1) >> 5;
  for (let word = from >> 5; word <= last; word++) {
    let bits = touched[word]!;
    if (bits === 0) continue;
    if (word === from >> 5) bits &= -1 << (from & 31);
    if (word === last) bits &= -1 >>> (31 - ((to - 1) & 31));
    touched[word]! ^= bits;
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
  cover.went(stock, highest, largest, row);
}

/** No day: no window is open. */
const CLOSED = -1;

/**
 * L3 with L0: as {@link coverByDay}, each order for the deepest shortfall in the window that begins on
 * its day. How much that is shows when the window is over, so an order gets its size then.
 */
export function coverByPeriod(
  arena: Arena,
  from: number,
  to: number,
  receipt: Int32Array,
  windowEnd: Int32Array,
): void {
  const { cover, delta, touched, due, quantity } = arena;
  const { minimum, multiple } = cover;
  let { stock, highest, row } = cover;
  let largest = 0;
  let end = CLOSED;
  // Of the days after the order in its window, without it.
  let lowest = 0;
  let top = 0;
  const last = (to - 1) >> 5;
  for (let word = from >> 5; word <= last; word++) {
    let bits = touched[word]!;
    if (bits === 0) continue;
    if (word === from >> 5) bits &= -1 << (from & 31);
    if (word === last) bits &= -1 >>> (31 - ((to - 1) & 31));
    touched[word]! ^= bits;
    for (; bits !== 0; bits &= bits - 1) {
      const day = (word << 5) + 31 - Math.clz32(bits & -bits);
      const change = delta[day]!;
      delta[day] = 0;
      if (day < end) {
        stock += change;
        if (stock < lowest) lowest = stock;
        if (stock > top) top = stock;
        continue;
      }
      if (end !== CLOSED) {
        const size = raised(-lowest, minimum, multiple);
        quantity[row - 1] = size;
        stock += size;
        if (size > largest) largest = size;
        if (top + size > highest) highest = top + size;
        end = CLOSED;
      }
      stock += change;
      if (stock >= 0) {
        if (stock > highest) highest = stock;
        continue;
      }
      due[row++] = receipt[day]!;
      end = windowEnd[day]!;
      lowest = stock;
      top = Number.NEGATIVE_INFINITY;
    }
  }
  if (end !== CLOSED) {
    const size = raised(-deepest(arena, to, end, stock, lowest), minimum, multiple);
    quantity[row - 1] = size;
    stock += size;
    if (size > largest) largest = size;
    if (top + size > highest) highest = top + size;
  }
  cover.went(stock, highest, largest, row);
}

/** L2, L12 with L0: as {@link coverByDay}, the size of an order by a lot quantity or up to a level. */
export function coverByLot(
  arena: Arena,
  from: number,
  to: number,
  rule: number,
  receipt: Int32Array,
): void {
  const { cover, delta, touched, due, quantity } = arena;
  const { minimum, multiple, lot } = cover;
  let { stock, highest, row } = cover;
  let largest = 0;
  for (let day = nextTouched(touched, from); day < to; day = nextTouched(touched, day + 1)) {
    touched[day >> 5]! ^= 1 << (day & 31);
    stock += delta[day]!;
    delta[day] = 0;
    if (stock >= 0) {
      if (stock > highest) highest = stock;
      continue;
    }
    const size = raised(lotFor(rule, lot, stock), minimum, multiple);
    due[row] = receipt[day]!;
    quantity[row++] = size;
    stock += size;
    if (size > largest) largest = size;
  }
  cover.went(stock, highest, largest, row);
}

/** What a lot rule that does not look ahead orders for a shortage, counted from the floor. */
export function lotFor(rule: number, figure: number, stock: number): number {
  if (rule === LOT_RULE.fixedOrderQuantity) return Math.ceil(-stock / figure) * figure;
  return rule === LOT_RULE.orderUpTo ? figure - stock : -stock;
}

/** L0: a size raised to the minimum, up to the multiple. */
export function raised(size: number, minimum: number, multiple: number): number {
  const least = Math.max(size, minimum);
  return multiple > 0 ? Math.ceil(least / multiple) * multiple : least;
}

/** The lowest stock of some days, or what was the lowest before them. */
export function deepest(
  { delta, touched }: Arena,
  from: number,
  to: number,
  stock: number,
  lowest: number,
): number {
  let level = stock;
  let least = lowest;
  for (let day = nextTouched(touched, from); day < to; day = nextTouched(touched, day + 1)) {
    level += delta[day]!;
    if (level < least) least = level;
  }
  return least;
}
