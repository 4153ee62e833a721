import { addWorkingDays } from "../../core/index.js";
import { NETTING } from "../compile/model.js";
import { copied } from "../pages/index.js";
import { orderDays } from "../plan/order-days.js";
import type { PlanState } from "../plan/plan-state.js";
import type { OrderMovementColumns } from "./order-movement-columns.js";
import type { OrderPlaces } from "./order-places.js";

/** Reads planned orders, one stocking point after the other, in columns that are used again. */
export class OrderReader {
  readonly #state: PlanState;
  readonly #places: OrderPlaces;
  #place = new Int32Array(0);
  #times = new Int32Array(0);
  #due = new Int32Array(0);
  #start = new Int32Array(0);
  #release = new Int32Array(0);
  #orderDate = new Int32Array(0);
  #quantity = new Float64Array(0);
  #startQuantity = new Float64Array(0);
  #source = new Int32Array(0);

  constructor(state: PlanState, places: OrderPlaces) {
    this.#state = state;
    this.#places = places;
  }

  /** @returns columns that hold until the next call */
  read(point: number): OrderMovementColumns {
    const { model, orders } = this.#state;
    const [low, high] = [orders.rows.first(point), orders.rows.end(point)];
    const isPlain = this.#places.isPlain(point) && model.netting[point] === NETTING.plain;
    this.#reserve(high - low);
    return isPlain ? this.#readPlain(point, low, high) : this.#readEach(point, low, high);
  }

  /**
   * Rows that are one order each, of one source. A column that would say what another one says is that
   * one, and each loop writes few: this takes half the time of writing all of them row by row.
   */
  #readPlain(point: number, low: number, high: number): OrderMovementColumns {
    const { model, orders } = this.#state;
    const { startDay } = model;
    const starts = model.tables.tables[model.startTable[point]!]!;
    const fromRow = this.#places.fromRow(point);
    const place = this.#place;
    const due = this.#due;
    const start = this.#start;
    const release = this.#release;
    for (let row = low, n = 0; row < high; row++, n++) {
      const day = orders.due[row]!;
      const from = starts[day]!;
      place[n] = row + fromRow;
      due[n] = day + startDay;
      start[n] = from + startDay;
      release[n] = Math.max(from, 0) + startDay;
    }
    const quantity = this.#quantity;
    copyRows(orders.quantity, low, high, quantity);
    const startQuantity = model.hasYield ? this.#startQuantity : quantity;
    if (model.hasYield) copyRows(orders.startQuantity, low, high, startQuantity);
    const { releaseTime, steps } = model.sources.at(point)[0]!;
    const orderDate = releaseTime === 0 ? start : this.#orderDate;
    if (releaseTime !== 0) {
      for (let n = 0; n < high - low; n++) {
        orderDate[n] = addWorkingDays(steps.siteCalendar, start[n]!, -releaseTime);
      }
    }
    return {
      count: high - low,
      place,
      times: undefined,
      due,
      start,
      release,
      orderDate,
      quantity,
      startQuantity,
      source: undefined,
    };
  }

  /** The equal orders of each row by the days that they have in the plan. */
  #readEach(point: number, low: number, high: number): OrderMovementColumns {
    const { model, orders } = this.#state;
    const { startDay } = model;
    let n = 0;
    for (let row = low; row < high; row++) {
      for (const { repeat, times, start, due } of this.#places.groupsOf(point, row)) {
        this.#reserve(n + 1);
        this.#place[n] = this.#places.placeOf(point, row, repeat);
        this.#times[n] = times;
        this.#due[n] = due + startDay;
        this.#start[n] = start + startDay;
        this.#release[n] = Math.max(start, 0) + startDay;
        this.#orderDate[n] = orderDays(this.#state, point, row, repeat).orderDate;
        this.#quantity[n] = orders.quantity[row]!;
        this.#startQuantity[n] = orders.startQuantity[row]!;
        this.#source[n] = orders.source?.[row] ?? 0;
        n++;
      }
    }
    return {
      count: n,
      place: this.#place,
      times: orders.hasRepeats(point) ? this.#times : undefined,
      due: this.#due,
      start: this.#start,
      release: this.#release,
      orderDate: this.#orderDate,
      quantity: this.#quantity,
      startQuantity: this.#startQuantity,
      source: orders.source === undefined ? undefined : this.#source,
    };
  }

  /** Makes room for so many rows in all. */
  #reserve(count: number): void {
    if (count <= this.#place.length) return;
    const capacity = Math.max(count, 2 * this.#place.length, 1024);
    this.#place = copied(this.#place, new Int32Array(capacity));
    this.#times = copied(this.#times, new Int32Array(capacity));
    this.#due = copied(this.#due, new Int32Array(capacity));
    this.#start = copied(this.#start, new Int32Array(capacity));
    this.#release = copied(this.#release, new Int32Array(capacity));
    this.#orderDate = copied(this.#orderDate, new Int32Array(capacity));
    this.#quantity = copied(this.#quantity, new Float64Array(capacity));
    this.#startQuantity = copied(this.#startQuantity, new Float64Array(capacity));
    this.#source = copied(this.#source, new Int32Array(capacity));
  }
}

/** Copies rows to the beginning of another column. */
function copyRows(from: Float64Array, low: number, high: number, to: Float64Array): void {
  for (let row = low, n = 0; row < high; row++, n++) to[n] = from[row]!;
}
