import type { Lot } from "../compile/model.js";

/** What a day brings and takes before its needs. */
export interface DayOfStock {
  readonly arrived: number;
  /** Of that, supply that was drawn on an earlier day. */
  readonly landed: number;
  /** What expires with nobody having used it, what comes too late for its own expiry included. */
  readonly gone: number;
}

/**
 * Stock that expires, earliest expiry first (N2, K15). What never expires is used last and need not
 * be kept here.
 */
export class ExpiringStock {
  /** What is still to come, by day, then expiry; `#next` is the first that has not come. */
  #coming: (Lot & { readonly isDrawn: boolean })[];
  #next = 0;
  /** What is here, one entry an expiry day, ascending. */
  #here: { readonly expires: number; left: number }[] = [];

  constructor(lots: readonly Lot[]) {
    this.#coming = lots.map((lot) => ({ isDrawn: false, ...lot }));
    this.#coming.sort((a, b) => a.day - b.day || a.expires - b.expires);
  }

  /** The same stock, to try something out on. */
  copy(): ExpiringStock {
    const copy = new ExpiringStock([]);
    copy.#coming = this.#coming.slice(this.#next);
    copy.#here = this.#here.map((lot) => ({ ...lot }));
    return copy;
  }

  /** Begins a day: what expires leaves, then what is due arrives. What is owed is to be used with the day's needs. */
  begin(day: number): DayOfStock {
    let [arrived, landed, gone] = [0, 0, 0];
    while (this.#here.length > 0 && this.#here[0]!.expires <= day) gone += this.#here.shift()!.left;
    for (; this.#next < this.#coming.length; this.#next++) {
      const lot = this.#coming[this.#next]!;
      if (lot.day > day) break;
      arrived += lot.quantity;
      if (lot.isDrawn) landed += lot.quantity;
      if (lot.expires <= day) gone += lot.quantity;
      else this.add(lot.quantity, lot.expires);
    }
    return { arrived, landed, gone };
  }

  /** Supply that was drawn and lands on a later day. */
  expect(day: number, quantity: number, expires: number): void {
    let place = this.#coming.length;
    while (place > this.#next && comesAfter(this.#coming[place - 1]!, day, expires)) place--;
    this.#coming.splice(place, 0, { day, quantity, expires, origin: -1, isDrawn: true });
  }

  /** Takes in a quantity. */
  add(quantity: number, expires: number): void {
    let place = this.#here.length;
    while (place > 0 && this.#here[place - 1]!.expires > expires) place--;
    const before = this.#here[place - 1];
    if (before?.expires === expires) before.left += quantity;
    else this.#here.splice(place, 0, { expires, left: quantity });
  }

  /** Uses up to a quantity, earliest expiry first. */
  use(quantity: number): void {
    let rest = quantity;
    while (rest > 0 && this.#here.length > 0) {
      const lot = this.#here[0]!;
      const part = Math.min(lot.left, rest);
      lot.left -= part;
      rest -= part;
      if (lot.left === 0) this.#here.shift();
    }
  }
}

function comesAfter(lot: Lot, day: number, expires: number): boolean {
  return lot.day > day || (lot.day === day && lot.expires > expires);
}
