import { addWorkingDays } from "../../core/index.js";
import { NETTING } from "../compile/model.js";
import { orderDays } from "../plan/order-days.js";
import type { PlanState } from "../plan/plan-state.js";
import type { OrderMovementColumns } from "./order-movement-columns.js";
import type { OrderPlaces } from "./order-places.js";

/** Reads planned orders, one stocking point after the other, in columns that are used again. */
export class OrderReader {
  readonly #state: PlanState;
  readonly #places: OrderPlaces;
  #count = 0;
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
    const isPlain = this.#places.isPlain(point);
    this.#count = 0;
    this.#reserve(high - low);
    if (isPlain && model.netting[point] === NETTING.plain) this.#readPlain(point, low, high);
    else this.#readEach(point, low, high);
    return {
      count: this.#count,
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

  /** Rows that are one order each, of one source. */
  #readPlain(point: number, low: number, high: number): void {
    const { model, orders } = this.#state;
    const { startDay } = model;
    const { due, quantity, startQuantity } = orders;
    const { releaseTime, steps } = model.sources.at(point)[0]!;
    const starts = model.tables.tables[model.startTable[point]!]!;
    const fromRow = this.#places.fromRow(point);
    for (let row = low, n = 0; row < high; row++, n++) {
      const start = starts[due[row]!]! + startDay;
      this.#place[n] = row + fromRow;
      this.#due[n] = due[row]! + startDay;
      this.#start[n] = start;
      this.#release[n] = Math.max(start, startDay);
      this.#orderDate[n] =
        releaseTime === 0 ? start : addWorkingDays(steps.siteCalendar, start, -releaseTime);
      this.#quantity[n] = quantity[row]!;
      this.#startQuantity[n] = startQuantity[row]!;
    }
    this.#source.fill(0, 0, high - low);
    this.#count = high - low;
  }

  /** The equal orders of each row by the days that they have in the plan. */
  #readEach(point: number, low: number, high: number): void {
    const { model, orders } = this.#state;
    const { startDay } = model;
    for (let row = low; row < high; row++) {
      for (const { repeat, times, start, due } of this.#places.groupsOf(point, row)) {
        const n = this.#count++;
        this.#reserve(this.#count);
        this.#place[n] = this.#places.placeOf(point, row, repeat);
        this.#times[n] = times;
        this.#due[n] = due + startDay;
        this.#start[n] = start + startDay;
        this.#release[n] = Math.max(start, 0) + startDay;
        this.#orderDate[n] = orderDays(this.#state, point, row, repeat).orderDate;
        this.#quantity[n] = orders.quantity[row]!;
        this.#startQuantity[n] = orders.startQuantity[row]!;
        this.#source[n] = orders.source?.[row] ?? 0;
      }
    }
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

function copied<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
