import { NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { undrawnThatExpires } from "../plan/supply-list.js";
import { coProductsOfFirm, coProductsOfPlanned } from "../sweep/co-products.js";
import { MovementBuffer } from "./movement-buffer.js";
import type { OrderPlaces } from "./order-places.js";
import { STOCK_MOVEMENT, type StockMovementColumns } from "./stock-movement-columns.js";
import type { SupplyRows } from "./supply-rows.js";
import type { WithdrawalReader } from "./withdrawals.js";

/** Reads what comes into stock and leaves it, one stocking point after the other, in columns that are used again. */
export class StockReader {
  readonly #state: PlanState;
  readonly #places: OrderPlaces;
  readonly #supplies: () => SupplyRows;
  readonly #withdrawals: WithdrawalReader;
  readonly #buffer: MovementBuffer;

  constructor(
    state: PlanState,
    places: OrderPlaces,
    supplies: () => SupplyRows,
    withdrawals: WithdrawalReader,
  ) {
    this.#state = state;
    this.#places = places;
    this.#supplies = supplies;
    this.#withdrawals = withdrawals;
    this.#buffer = new MovementBuffer(state.model.startDay);
  }

  /** @returns columns that hold until the next call */
  read(point: number): StockMovementColumns {
    const { model } = this.#state;
    const buffer = this.#buffer;
    buffer.clear();
    this.#addStock(point);
    if (model.netting[point] !== NETTING.plain) this.#addExpired(point);
    this.#addOrders(point);
    this.#addSupplies(point);
    if (model.coProducts.size > 0) this.#addCoProducts(point);
    this.#withdrawals.read(point, buffer);
    return buffer.columns();
  }

  /** What counts at T0, and within the horizon what is released later; that of a day together. */
  #addStock(point: number): void {
    const { changes, days, detail, netting, onHand } = this.#state.model;
    const released = new DaySums();
    let opening = onHand.at(point);
    for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
      if (changes.origin[c] === NONE) released.add(changes.day[c]!, changes.quantity[c]!);
    }
    if (netting[point] !== NETTING.plain) {
      for (const { day, origin, quantity } of detail(point).lots) {
        if (origin !== NONE) continue;
        if (day === 0) opening += quantity;
        else if (day < days) released.add(day, quantity);
      }
    }
    if (opening !== 0) this.#buffer.add(0, opening, STOCK_MOVEMENT.opening, NONE);
    for (const [day, quantity] of released.all()) {
      this.#buffer.add(day, quantity, STOCK_MOVEMENT.release, NONE);
    }
  }

  /** N2: what leaves within the horizon because it expires, and was not drawn. */
  #addExpired(point: number): void {
    const { model, orders } = this.#state;
    const expired = new DaySums();
    for (const { code, day, quantity } of orders.events.at(point)) {
      if (code === "expired" && day < model.days) expired.add(day, quantity);
    }
    for (const { day, quantity } of undrawnThatExpires(this.#state, point)) {
      expired.add(day, quantity);
    }
    for (const [day, quantity] of expired.all()) {
      this.#buffer.add(day, -quantity, STOCK_MOVEMENT.expiry, NONE);
    }
  }

  #addOrders(point: number): void {
    const { orders } = this.#state;
    const buffer = this.#buffer;
    const [low, high] = [orders.rows.first(point), orders.rows.end(point)];
    buffer.reserve(high - low);
    if (!this.#places.isPlain(point)) {
      for (let row = low; row < high; row++) {
        for (const { repeat, times, due } of this.#places.groupsOf(point, row)) {
          const place = this.#places.placeOf(point, row, repeat);
          buffer.add(due, orders.quantity[row]! * times, STOCK_MOVEMENT.order, place, times);
        }
      }
      return;
    }
    const from = buffer.count;
    const until = from + high - low;
    const fromRow = this.#places.fromRow(point);
    const { startDay } = buffer;
    const { due, quantity } = orders;
    for (let row = low, n = from; row < high; row++, n++) {
      buffer.day[n] = due[row]! + startDay;
      buffer.quantity[n] = quantity[row]!;
      buffer.row[n] = row + fromRow;
    }
    buffer.kind.fill(STOCK_MOVEMENT.order, from, until);
    buffer.times.fill(1, from, until);
    buffer.otherPoint.fill(NONE, from, until);
    buffer.otherSource.fill(NONE, from, until);
    buffer.otherDue.fill(0, from, until);
    buffer.count = until;
  }

  #addSupplies(point: number): void {
    const { first, day, quantity } = this.#supplies().columns;
    const { startDay } = this.#state.model;
    for (let place = first[point]!; place < first[point + 1]!; place++) {
      this.#buffer.add(day[place]! - startDay, quantity[place]!, STOCK_MOVEMENT.supply, place);
    }
  }

  /** B4: what comes with orders and firm supplies of other items, all of one order together. */
  #addCoProducts(point: number): void {
    const { model, orders } = this.#state;
    const planned = new Map<number, { readonly parent: number; quantity: number }>();
    const firm = new Map<
      number,
      { readonly parent: number; readonly day: number; quantity: number }
    >();
    for (const link of model.coProducts.get(point) ?? []) {
      const { parent } = link;
      coProductsOfPlanned(model, orders, link, (_, quantity, row) => {
        const same = planned.get(row);
        if (same !== undefined) same.quantity += quantity;
        else planned.set(row, { parent, quantity });
      });
      coProductsOfFirm(model, orders, link, (day, quantity, row) => {
        const same = firm.get(row);
        if (same !== undefined) same.quantity += quantity;
        else firm.set(row, { parent, day, quantity });
      });
    }
    for (const [row, { parent, quantity }] of planned) this.#addWithOrder(parent, row, quantity);
    for (const [row, { parent, day, quantity }] of firm) {
      if (quantity === 0) continue;
      const place = this.#supplies().placeOf(row);
      const due = this.#supplies().columns.day[place]! - model.startDay;
      const kind = STOCK_MOVEMENT.coProductOfSupply;
      this.#buffer.addFor(day, quantity, kind, place, 1, parent, NONE, due);
    }
  }

  /** What comes with the equal orders of a row, on the days on which they are due in the plan. */
  #addWithOrder(parent: number, row: number, quantity: number): void {
    if (quantity === 0) return;
    const { orders } = this.#state;
    const each = quantity / (orders.repeat?.[row] ?? 1);
    const source = orders.source?.[row] ?? 0;
    for (const { repeat, times, due } of this.#places.groupsOf(parent, row)) {
      const place = this.#places.placeOf(parent, row, repeat);
      const kind = STOCK_MOVEMENT.coProduct;
      this.#buffer.addFor(due, each * times, kind, place, times, parent, source, due);
    }
  }
}

/** Quantities by day; mostly there are none. */
class DaySums {
  #sums: Map<number, number> | undefined;

  add(day: number, quantity: number): void {
    this.#sums ??= new Map();
    this.#sums.set(day, (this.#sums.get(day) ?? 0) + quantity);
  }

  /** Days with what is on them, other than 0, in the order of days. */
  all(): readonly (readonly [number, number])[] {
    if (this.#sums === undefined) return [];
    return [...this.#sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a - b);
  }
}
