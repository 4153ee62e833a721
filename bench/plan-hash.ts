import type { Model } from "../src/mrp/compile/model.js";
import type { OrderColumns } from "../src/mrp/sweep/planned-orders.js";
import type { YardstickTimes } from "./yardstick.js";

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const WORD = 2 ** 32;

/** Orders by item and then by due day, those of an item and a day as one of their sum. */
export type PlannedOrders = Generator<{
  readonly item: number;
  /** Days from the planning start. */
  readonly day: number;
  readonly quantity: number;
}>;

/**
 * A hash of the planned orders by which two engines can show that they made the same plan: 32-bit FNV-1a over
 * the bytes of (uint32 item, uint32 due day, uint64 quantity), little endian, of each order.
 *
 * @returns eight hexadecimal digits
 */
export function planHash(orders: PlannedOrders): string {
  let hash = OFFSET_BASIS;
  for (const { item, day, quantity } of orders) {
    hash = withWord(hash, item);
    hash = withWord(hash, day);
    hash = withWord(hash, quantity % WORD);
    hash = withWord(hash, Math.floor(quantity / WORD));
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * The planned orders of the engine.
 *
 * @param model - of one site, an item has one stocking point
 */
export function* engineOrders({ points, problem }: Model, orders: OrderColumns): PlannedOrders {
  const { due, quantity, repeat, rows } = orders;
  const pointOf = new Int32Array(problem.items.length).fill(-1);
  for (let point = 0; point < points.count; point++) pointOf[points.item[point]!] = point;
  for (const [item, point] of pointOf.entries()) {
    if (point < 0) continue;
    const end = rows.end(point);
    for (let row = rows.first(point); row < end; ) {
      const day = due[row]!;
      let sum = 0;
      for (; row < end && due[row] === day; row++) sum += quantity[row]! * (repeat?.[row] ?? 1);
      yield { item, day, quantity: sum };
    }
  }
}

/** Refuses to compare times with those of a yardstick that made another plan. */
export function refuseOtherPlan(orders: PlannedOrders, yardstick: YardstickTimes): void {
  const hash = planHash(orders);
  if (hash === yardstick.hash) return;
  throw new Error(`This plan (${hash}) is not that of the yardstick (${yardstick.hash}).`);
}

function withWord(hash: number, word: number): number {
  let mixed = hash;
  for (let shift = 0; shift < 32; shift += 8) {
    mixed = Math.imul(mixed ^ ((word >>> shift) & 255), PRIME);
  }
  return mixed;
}
