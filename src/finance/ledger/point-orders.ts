import type { PlanMovements } from "../../mrp/index.js";

/** The planned orders of a stocking point, equal ones in a row with the quantity of all of them. */
export class PointOrders {
  readonly #movements: PlanMovements;
  count = 0;
  place: Int32Array = new Int32Array(0);
  times: Int32Array | undefined;
  due: Int32Array = new Int32Array(0);
  start: Int32Array = new Int32Array(0);
  release: Int32Array = new Int32Array(0);
  source: Int32Array | undefined;
  /** The order date, no earlier than the planning start: nothing can be done before. */
  ordered: Int32Array = new Int32Array(0);
  /** Of all equal orders together, in counts. */
  quantity: Float64Array = new Float64Array(0);
  startQuantity: Float64Array = new Float64Array(0);
  /** What one of the equal orders starts. */
  eachStart: Float64Array = new Float64Array(0);
  /** How many equal orders, as counts. */
  ones: Float64Array = new Float64Array(0);
  #ordered = new Int32Array(0);
  #whole = new Float64Array(0);
  #wholeStart = new Float64Array(0);
  #ones = new Float64Array(0);

  constructor(movements: PlanMovements) {
    this.#movements = movements;
  }

  /** Reads those of a stocking point; they hold until the next call. */
  read(point: number): void {
    const orders = this.#movements.orders(point);
    const { count, times, orderDate, quantity, startQuantity } = orders;
    this.#reserve(count);
    this.count = count;
    this.place = orders.place;
    this.times = times;
    this.due = orders.due;
    this.start = orders.start;
    this.release = orders.release;
    this.source = orders.source;
    this.eachStart = startQuantity;
    const { startDay } = this.#movements;
    const ordered = this.#ordered;
    for (let n = 0; n < count; n++) {
      ordered[n] = Math.max(orderDate[n]!, startDay);
    }
    this.ordered = ordered;
    this.#fill(count, times, quantity, startQuantity);
  }

  /** The rows of a source; `undefined`: all of them. */
  rowsOf(source: number, sources: number): Int32Array | undefined {
    const { count, source: column } = this;
    if (sources === 1) return undefined;
    const rows: number[] = [];
    for (let n = 0; n < count; n++) if ((column?.[n] ?? 0) === source) rows.push(n);
    return Int32Array.from(rows);
  }

  #fill(
    count: number,
    times: Int32Array | undefined,
    quantity: Float64Array,
    startQuantity: Float64Array,
  ): void {
    this.ones = this.#ones;
    const isWhole = isSame(quantity, startQuantity, count);
    if (times === undefined) {
      this.#ones.fill(1, 0, count);
      this.quantity = quantity;
      this.startQuantity = isWhole ? quantity : startQuantity;
      return;
    }
    for (let n = 0; n < count; n++) {
      this.#ones[n] = times[n]!;
      this.#whole[n] = times[n]! * quantity[n]!;
      this.#wholeStart[n] = times[n]! * startQuantity[n]!;
    }
    this.quantity = this.#whole;
    this.startQuantity = isWhole ? this.#whole : this.#wholeStart;
  }

  #reserve(count: number): void {
    if (count <= this.#ones.length) return;
    const capacity = Math.max(count, 2 * this.#ones.length);
    this.#ordered = new Int32Array(capacity);
    this.#whole = new Float64Array(capacity);
    this.#wholeStart = new Float64Array(capacity);
    this.#ones = new Float64Array(capacity);
  }
}

/** Most orders lose nothing: then one column stands for both. */
function isSame(a: Float64Array, b: Float64Array, count: number): boolean {
  for (let n = 0; n < count; n++) if (a[n] !== b[n]) return false;
  return true;
}
