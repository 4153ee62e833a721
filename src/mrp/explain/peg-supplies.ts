import { compareText } from "../../core/index.js";
import { CHANGE, NETTING } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { coProductsOfFirm, coProductsOfPlanned } from "../sweep/co-products.js";
import { startOfFirm, startOfRow } from "../sweep/link-needs.js";
import { inOrderOfPlaces } from "../sweep/needs.js";
import { type OtherSupply, stockAfterHorizon, suppliesAfterHorizon } from "./after-horizon.js";
import { SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";
import { wantedDay } from "./wanted-day.js";

/**
 * Lists what covers the needs of stocking points, by the day on which it is there as planned: on a
 * day stock, open supply, what comes with orders of other items, planned orders (K48).
 */
export class SupplyReader {
  readonly #state: PlanState;
  #day = new Int32Array(0);
  #quantity = new Float64Array(0);
  #kind = new Uint8Array(0);
  #row = new Int32Array(0);
  #from = new Int32Array(0);
  #expires = new Int32Array(0);
  #count = 0;

  constructor(state: PlanState) {
    this.#state = state;
  }

  /**
   * What covers the needs of a stocking point.
   *
   * @returns columns that hold until the next call
   */
  read(point: number): SupplyColumns {
    const { orders } = this.#state;
    const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
    const others = this.#others(point);
    this.#reserve(others.length + end - first);
    this.#count = 0;
    let next = 0;
    const byDay = rowsByDay(this.#state, point);
    for (let k = 0; k < end - first; k++) {
      const row = byDay === undefined ? first + k : byDay[k]!;
      const day = wantedDay(this.#state, row);
      for (; next < others.length && others[next]!.day <= day; next++) this.#add(others[next]!);
      this.#addOrder(point, row, day);
    }
    for (; next < others.length; next++) this.#add(others[next]!);
    const expires = others.some((one) => one.expires !== NEVER);
    return {
      count: this.#count,
      day: this.#day,
      quantity: this.#quantity,
      kind: this.#kind,
      row: this.#row,
      from: this.#from,
      expires: expires ? this.#expires : undefined,
    };
  }

  #addOrder(point: number, row: number, day: number): void {
    const { orders } = this.#state;
    const n = this.#count++;
    const { repeat } = orders;
    this.#day[n] = day;
    this.#quantity[n] = orders.quantity[row]! * (repeat === undefined ? 1 : repeat[row]!);
    this.#kind[n] = SUPPLY_KIND.order;
    this.#row[n] = row;
    this.#from[n] = point;
    this.#expires[n] = NEVER;
  }

  #add({ day, quantity, kind, row, from, expires }: OtherSupply): void {
    const n = this.#count++;
    this.#day[n] = day;
    this.#quantity[n] = quantity;
    this.#kind[n] = kind;
    this.#row[n] = row;
    this.#from[n] = from;
    this.#expires[n] = expires;
  }

  #reserve(count: number): void {
    if (count <= this.#day.length) return;
    const capacity = Math.max(1024, 2 * count);
    this.#day = new Int32Array(capacity);
    this.#quantity = new Float64Array(capacity);
    this.#kind = new Uint8Array(capacity);
    this.#row = new Int32Array(capacity);
    this.#from = new Int32Array(capacity);
    this.#expires = new Int32Array(capacity);
  }

  #others(point: number): OtherSupply[] {
    const { model } = this.#state;
    const { netting, coProducts } = model;
    const stock = this.#stock(point);
    const supplies = netting[point] === NETTING.plain ? this.#standing(point) : this.#open(point);
    const others = [...stock, ...supplies];
    if (coProducts.size > 0) others.push(...this.#coProducts(point));
    // On a day in the order in which they stand here.
    return others.length < 2
      ? others
      : others.sort((a, b) => a.day - b.day || rankOf(a) - rankOf(b));
  }

  /** Stock, also what is released later; on a day what expires first, all that does together one. */
  #stock(point: number): OtherSupply[] {
    const { changes, netting, onHand, detail } = this.#state.model;
    const stock: OtherSupply[] = [];
    const add = (day: number, quantity: number, expires: number): void => {
      stock.push({ day, quantity, kind: SUPPLY_KIND.stock, row: NONE, from: point, expires });
    };
    if (netting[point] !== NETTING.plain) {
      for (const lot of detail(point).lots) {
        if (lot.origin === NONE) add(Math.max(0, lot.day), lot.quantity, lot.expires);
      }
    }
    if (onHand.at(point) > 0) add(0, onHand.at(point), NEVER);
    for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
      if (changes.origin[c] === NONE) add(changes.day[c]!, changes.quantity[c]!, NEVER);
    }
    stock.push(...stockAfterHorizon(this.#state.model, point));
    return stock.length < 2 ? stock : asOne(stock);
  }

  /** The supplies of a plain point, all of which stand. */
  #standing(point: number): OtherSupply[] {
    const { changes } = this.#state.model;
    const rows: number[] = [];
    for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
      const origin = changes.origin[c]!;
      if (changes.quantity[c]! > 0 && origin !== NONE && origin % 4 === CHANGE.supply)
        rows.push(Math.floor(origin / 4));
    }
    rows.push(...suppliesAfterHorizon(this.#state.model, point));
    return rows.length === 0 ? [] : this.#supplies(point, rows);
  }

  #open(point: number): OtherSupply[] {
    const { standing, waiting } = this.#state.model.detail(point);
    if (standing.length + waiting.length === 0) return [];
    return this.#supplies(
      point,
      [...standing, ...waiting].map(({ row }) => row),
    );
  }

  /** Open supplies on the days on which they count. */
  #supplies(point: number, rows: readonly number[]): OtherSupply[] {
    const { model, orders } = this.#state;
    const { supplies } = model.problem;
    const found = rows.map((row) => ({
      day: orders.supplyDay.at(row),
      quantity: orders.resized.get(row) ?? supplies.quantity[row]!,
      kind: SUPPLY_KIND.supply,
      row,
      from: point,
      expires: supplies.expires[row] === NEVER ? NEVER : supplies.expires[row]! - model.startDay,
    }));
    return found.sort(
      (a, b) =>
        a.day - b.day ||
        supplies.day[a.row]! - supplies.day[b.row]! ||
        a.quantity - b.quantity ||
        compareText(supplies.id(a.row), supplies.id(b.row)),
    );
  }

  /** B4: what comes with orders of other items, all rows of an order together, by order. */
  #coProducts(point: number): OtherSupply[] {
    const { model, orders } = this.#state;
    const found = new Map<string, OtherSupply & { readonly start: number }>();
    for (const link of model.coProducts.get(point) ?? []) {
      const from = link.parent;
      const add = (
        kind: number,
        start: number,
        day: number,
        quantity: number,
        row: number,
      ): void => {
        if (quantity === 0) return;
        const key = `${kind} ${row}`;
        const more = found.get(key)?.quantity ?? 0;
        const expires = NEVER;
        found.set(key, { day, quantity: quantity + more, kind, row, from, expires, start });
      };
      coProductsOfPlanned(model, orders, link, (day, quantity, row) => {
        const start = startOfRow(model, orders, from, row);
        add(SUPPLY_KIND.coProduct, start, day, quantity, row);
      });
      coProductsOfFirm(model, orders, link, (day, quantity, row) => {
        const firm = model.firm.get(from)!.find((one) => one.row === row)!;
        add(
          SUPPLY_KIND.coProductOfFirm,
          startOfFirm(model, orders, from, firm),
          day,
          quantity,
          row,
        );
      });
    }
    const { supplies } = model.problem;
    const isFirm = ({ kind }: OtherSupply): boolean => kind === SUPPLY_KIND.coProductOfFirm;
    return [...found.values()]
      .sort(
        (a, b) =>
          inOrderOfPlaces(model, a.from, b.from) ||
          a.start - b.start ||
          Number(isFirm(a)) - Number(isFirm(b)) ||
          (isFirm(a) ? compareText(supplies.id(a.row), supplies.id(b.row)) : a.row - b.row),
      )
      .map((one) => one);
  }
}

/** Stock in order; what is there on one day and expires on one day is one, whatever rows say so. */
function asOne(stock: OtherSupply[]): OtherSupply[] {
  const found: OtherSupply[] = [];
  for (const one of stock.sort((a, b) => a.day - b.day || a.expires - b.expires)) {
    const last = found.at(-1);
    if (last === undefined || last.day !== one.day || last.expires !== one.expires) found.push(one);
    else found[found.length - 1] = { ...last, quantity: last.quantity + one.quantity };
  }
  return found;
}

/** The rows of planned orders by the day wanted; `undefined` where they stand so. */
function rowsByDay(state: PlanState, point: number): number[] | undefined {
  const { model, orders } = state;
  // Needs come by day, and so do the orders for them, but for such as come late or when they can.
  if (orders.late === undefined && model.netting[point] !== NETTING.reorderPoint) return undefined;
  const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
  const rows = Array.from({ length: end - first }, (_, k) => first + k);
  return rows.sort((a, b) => wantedDay(state, a) - wantedDay(state, b));
}

/** On a day stock comes first, then open supply, then what comes with orders of other items. */
function rankOf({ kind }: OtherSupply): number {
  return kind === SUPPLY_KIND.coProductOfFirm ? SUPPLY_KIND.coProduct : kind;
}
