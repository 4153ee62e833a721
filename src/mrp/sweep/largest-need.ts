import { floorDivide, type Ratio } from "../../core/index.js";
import { overflow } from "../compile/changes.js";
import type { CoProductLink, DrivingCoProduct, Model } from "../compile/model.js";
import { addIndependentNeeds, addOpenSupply, addPulledNeeds, addStock } from "./add-stock-rows.js";
import type { Arena } from "./arena.js";
import { broughtByRow, coProductsOfFirm, coProductsOfPlanned } from "./co-products.js";
import { nextTouched } from "./next-touched.js";
import { startQuantityFor } from "./start-quantity-for.js";
import { StockRows } from "./stock-rows.js";

/** The co-products that drive the orders of a point, `undefined` where none do (K40). */
export function largestNeedOf(model: Model, arena: Arena, point: number): LargestNeed | undefined {
  const driving = model.driving.get(point);
  return driving && new LargestNeed(model, arena, point, driving);
}

/** A co-product, and how far its balance has come. */
interface Driver {
  readonly of: DrivingCoProduct;
  /** Change of its stock by day, but for what the lead item brings; one slot more for beyond the horizon. */
  readonly change: Float64Array;
  /** From the firm orders of the lead item, which may still be moved in. */
  readonly ownLinks: readonly CoProductLink[];
  readonly floor: readonly { readonly day: number; readonly level: number }[];
  /** At the end of the days before `next`, the planned orders of the lead item included. */
  balance: number;
  next: number;
  /** What the orders of the lead item could not bring exactly: that is left to its own orders. */
  left: number;
}

/** What the co-products of a lead item lack, day by day, and how much of it would bring that (K40). */
export class LargestNeed {
  readonly #model: Model;
  readonly #point: number;
  readonly #drivers: readonly Driver[];
  /** The days on which something changes, a bit each. */
  readonly #touched: Int32Array;
  /** The first planned order that is not yet in the balances. */
  #nextRow: number;

  constructor(model: Model, arena: Arena, point: number, driving: readonly DrivingCoProduct[]) {
    this.#model = model;
    this.#point = point;
    this.#nextRow = arena.count;
    this.#touched = new Int32Array((model.days >> 5) + 1);
    this.#drivers = driving.map((of) => this.#driverOf(arena, of));
  }

  /** Tells the days on which something may come to lack. */
  touchDays(touch: (day: number) => void): void {
    const { days } = this.#model;
    for (
      let day = nextTouched(this.#touched, 0);
      day < days;
      day = nextTouched(this.#touched, day + 1)
    ) {
      touch(day);
    }
  }

  /**
   * The least good quantity of the lead item whose order brings what any of its co-products lacks.
   *
   * @param day - not before the day of the last call
   */
  lackOn(arena: Arena, day: number): number {
    this.#receive(arena);
    let most = 0;
    for (const driver of this.#drivers) {
      const missing = this.#missing(arena, driver, day) - driver.left;
      if (missing <= 0) continue;
      const quantity = this.#quantityFor(driver.of.ratios, missing);
      arena.observe?.lacks(driver.of.point, missing, quantity);
      most = Math.max(most, quantity);
    }
    return most;
  }

  /**
   * Ends a day: what is still missing where something was ordered is left to the co-product itself.
   *
   * @param isOrdered - whether orders were placed, or a supply raised, for what was missing
   */
  settle(arena: Arena, day: number, isOrdered: boolean): void {
    this.#receive(arena);
    for (const driver of this.#drivers) {
      const missing = Math.max(0, this.#missing(arena, driver, day));
      driver.left = isOrdered ? missing : Math.min(driver.left, missing);
    }
  }

  #driverOf(arena: Arena, of: DrivingCoProduct): Driver {
    const model = this.#model;
    const touched = this.#touched;
    const change = new Float64Array(model.days + 1);
    const add = (day: number, quantity: number): void => {
      change[day]! += quantity;
      touched[day >> 5]! |= 1 << (day & 31);
    };
    const rows = new StockRows(model.days);
    addStock(model, of.point, rows);
    addIndependentNeeds(model, of.point, rows);
    addOpenSupply(model, of.point, rows);
    addPulledNeeds(model, arena, of.point, rows);
    rows.forEachChange(add);
    const links = model.coProducts.get(of.point)!;
    const ownLinks = links.filter(({ parent }) => parent === this.#point);
    for (const link of links) {
      // Of those that are planned later only the firm orders are known.
      if (link.parent < this.#point) coProductsOfPlanned(model, arena, link, add);
      if (link.parent !== this.#point) coProductsOfFirm(model, arena, link, add);
      else coProductsOfFirm(model, arena, link, (day) => add(day, 0));
    }
    const { parameters, floor } = model.detail(of.point);
    const isNetted = parameters.method === "mrp" || parameters.method === "minMax";
    const steps = isNetted ? floor : [{ day: 0, level: 0 }];
    for (const { day } of steps) if (day < model.days) add(day, 0);
    return { of, change, ownLinks, floor: steps, balance: 0, next: 0, left: 0 };
  }

  /** Adds what the orders bring that were planned since. They are due by the day last looked at. */
  #receive(arena: Arena): void {
    for (; this.#nextRow < arena.count; this.#nextRow++) {
      for (const driver of this.#drivers) {
        for (const ratio of driver.of.ratios) {
          driver.balance += broughtByRow(arena, this.#nextRow, ratio);
        }
      }
    }
  }

  #missing(arena: Arena, driver: Driver, day: number): number {
    const model = this.#model;
    while (driver.next <= day) driver.balance += driver.change[driver.next++]!;
    let { balance } = driver;
    for (const link of driver.ownLinks) {
      coProductsOfFirm(model, arena, link, (due, quantity) => {
        if (due <= day) balance += quantity;
      });
    }
    const level = driver.floor.findLast((step) => step.day <= day)?.level ?? 0;
    const missing = level - balance;
    if (Math.abs(balance) <= Number.MAX_SAFE_INTEGER && missing <= Number.MAX_SAFE_INTEGER) {
      return missing;
    }
    throw overflow(model.problem, model.points.item[driver.of.point]!);
  }

  /** Q3: of which an order starts no less than what brings so much of a co-product. */
  #quantityFor(ratios: readonly Ratio[], missing: number): number {
    const { problem, yields, points } = this.#model;
    const { num, den } = yields[this.#point] ?? { num: 1, den: 1 };
    const start = startQuantityFor(ratios, missing);
    const quantity = floorDivide((start - 1n) * BigInt(num), BigInt(den)) + 1n;
    if (quantity <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(quantity);
    throw overflow(problem, points.item[this.#point]!);
  }
}
