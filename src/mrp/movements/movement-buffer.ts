import { NONE } from "../input/problem.js";
import { copied } from "../pages/index.js";
import type { StockMovementColumns } from "./stock-movement-columns.js";

/** Columns of movements that grow, see {@link StockMovementColumns}. Days are handed over from T0. */
export class MovementBuffer {
  count = 0;
  day = new Int32Array(0);
  quantity = new Float64Array(0);
  kind = new Uint8Array(0);
  row = new Int32Array(0);
  times = new Int32Array(0);
  otherPoint = new Int32Array(0);
  otherSource = new Int32Array(0);
  otherDue = new Int32Array(0);
  /** Whether some row stands for several equal orders. */
  hasTimes = false;
  /** What is added to days that count from T0. */
  readonly startDay: number;

  constructor(startDay: number) {
    this.startDay = startDay;
  }

  /** Makes room for so many more movements. */
  reserve(more: number): void {
    const count = this.count + more;
    if (count <= this.day.length) return;
    const capacity = Math.max(count, 2 * this.day.length, 1024);
    this.day = copied(this.day, new Int32Array(capacity));
    this.quantity = copied(this.quantity, new Float64Array(capacity));
    this.kind = copied(this.kind, new Uint8Array(capacity));
    this.row = copied(this.row, new Int32Array(capacity));
    this.times = copied(this.times, new Int32Array(capacity));
    this.otherPoint = copied(this.otherPoint, new Int32Array(capacity));
    this.otherSource = copied(this.otherSource, new Int32Array(capacity));
    this.otherDue = copied(this.otherDue, new Int32Array(capacity));
  }

  clear(): void {
    this.count = 0;
    this.hasTimes = false;
  }

  /** A movement for or with nobody else's order. */
  add(day: number, quantity: number, kind: number, row: number, times = 1): void {
    this.addFor(day, quantity, kind, row, times, NONE, NONE, -this.startDay);
  }

  /**
   * A movement for, or with, an order or supply of a stocking point that is due on a day.
   *
   * @param otherSource - the number of the order's source; −1 of a supply
   */
  addFor(
    day: number,
    quantity: number,
    kind: number,
    row: number,
    times: number,
    otherPoint: number,
    otherSource: number,
    otherDue: number,
  ): void {
    this.reserve(1);
    const n = this.count++;
    this.day[n] = day + this.startDay;
    this.quantity[n] = quantity;
    this.kind[n] = kind;
    this.row[n] = row;
    this.times[n] = times;
    this.otherPoint[n] = otherPoint;
    this.otherSource[n] = otherSource;
    this.otherDue[n] = otherDue + this.startDay;
    if (times > 1) this.hasTimes = true;
  }

  columns(): StockMovementColumns {
    const { count, day, quantity, kind, row, times, otherPoint, otherSource, otherDue } = this;
    return {
      count,
      day,
      quantity,
      kind,
      row,
      times: this.hasTimes ? times : undefined,
      otherPoint,
      otherSource,
      otherDue,
    };
  }
}
