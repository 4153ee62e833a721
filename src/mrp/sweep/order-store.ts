import type { Model } from "../compile/model.js";
import { copied } from "../pages/index.js";

const SMALLEST_CAPACITY = 1024;
/** Plans that share a store add few rows each, so it grows by half; to copy it takes longer than they do. */
const SHARED_GROWTH = 2;

/** A point has more orders than the rows that a thread has taken for it. */
export class NoRoom extends Error {}

/**
 * Rows of orders in columns. Rows are only added, so plans that differ in a few stocking points share
 * one store, each with ranges of rows of its own.
 */
export class OrderStore {
  /** Rows that are written. */
  count = 0;
  /** Up to which row there is room. */
  end: number;
  /** Whether it makes more room; else its columns are shared with other threads that write into them, too. */
  grows = true;
  due: Int32Array;
  quantity: Float64Array;
  startQuantity: Float64Array;
  repeat: Int32Array | undefined;
  source: Int32Array | undefined;
  start: Int32Array | undefined;
  /** By how many days it comes later than wanted, where suppliers have capacities (K46). */
  late: Int32Array | undefined;
  /** Whether several plans have rows here. */
  isShared = false;

  constructor(model: Model, capacity = SMALLEST_CAPACITY) {
    const { hasYield, hasRepeats, hasOwnStarts } = model;
    this.due = new Int32Array(capacity);
    this.quantity = new Float64Array(capacity);
    this.startQuantity = hasYield ? new Float64Array(capacity) : this.quantity;
    this.repeat = hasRepeats ? new Int32Array(capacity) : undefined;
    this.source = hasOwnStarts ? new Int32Array(capacity) : undefined;
    this.start = hasOwnStarts ? new Int32Array(capacity) : undefined;
    this.late = model.capacities.size > 0 ? new Int32Array(capacity) : undefined;
    this.end = capacity;
  }

  /**
   * Makes room for so many more rows.
   *
   * @throws NoRoom when it may not grow
   */
  reserve(rows: number): void {
    if (this.count + rows > this.end) this.grow(rows);
  }

  private grow(rows: number): void {
    if (!this.grows) throw new NoRoom();
    const needed = this.count + rows;
    const { length } = this.due;
    const more = this.isShared ? Math.ceil(length / SHARED_GROWTH) : length;
    const capacity = Math.max(needed, length + more);
    const hasLoss = this.startQuantity !== this.quantity;
    this.due = copied(this.due, new Int32Array(capacity));
    this.quantity = copied(this.quantity, new Float64Array(capacity));
    this.startQuantity = hasLoss
      ? copied(this.startQuantity, new Float64Array(capacity))
      : this.quantity;
    if (this.repeat) this.repeat = copied(this.repeat, new Int32Array(capacity));
    if (this.source) this.source = copied(this.source, new Int32Array(capacity));
    if (this.start) this.start = copied(this.start, new Int32Array(capacity));
    if (this.late) this.late = copied(this.late, new Int32Array(capacity));
    this.end = capacity;
  }

  /** Adds rows of another store. */
  append(from: OrderStore, first: number, end: number): void {
    const at = this.count;
    this.reserve(end - first);
    this.due.set(from.due.subarray(first, end), at);
    this.quantity.set(from.quantity.subarray(first, end), at);
    if (this.startQuantity !== this.quantity) {
      this.startQuantity.set(from.startQuantity.subarray(first, end), at);
    }
    this.repeat?.set(from.repeat!.subarray(first, end), at);
    this.source?.set(from.source!.subarray(first, end), at);
    this.start?.set(from.start!.subarray(first, end), at);
    this.late?.set(from.late!.subarray(first, end), at);
    this.count = at + end - first;
  }

  /** Whether two rows say the same. */
  areAlike(a: number, b: number): boolean {
    return (
      this.due[a] === this.due[b] &&
      this.quantity[a] === this.quantity[b] &&
      this.startQuantity[a] === this.startQuantity[b] &&
      this.repeat?.[a] === this.repeat?.[b] &&
      this.source?.[a] === this.source?.[b] &&
      this.start?.[a] === this.start?.[b] &&
      this.late?.[a] === this.late?.[b]
    );
  }
}
