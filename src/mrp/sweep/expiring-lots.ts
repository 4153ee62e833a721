import type { Lot } from "../compile/model.js";

/**
 * Stock that expires, earliest expiry first (N2, K15). What never expires is used last and need not
 * be kept here.
 */
export class ExpiringLots {
  readonly #arriving: Lot[];
  readonly #here: { expires: number; left: number }[];

  constructor(arriving: readonly Lot[], here: readonly { expires: number; left: number }[] = []) {
    this.#arriving = arriving.map((lot) => lot);
    this.#here = here.map((lot) => ({ ...lot }));
  }

  /** The same lots, to try something out on. */
  copy(): ExpiringLots {
    return new ExpiringLots(this.#arriving, this.#here);
  }

  /** Lets leave what expires on a day or before it; returns how much nobody used. */
  expire(day: number): number {
    let gone = 0;
    while (this.#here.length > 0 && this.#here[0]!.expires <= day) gone += this.#here.shift()!.left;
    return gone;
  }

  /** Takes in the lots that count from a day on; returns their quantity. */
  arrive(day: number, backlog: number): number {
    let quantity = 0;
    let owed = backlog;
    while (this.#arriving.length > 0 && this.#arriving[0]!.day <= day) {
      const lot = this.#arriving.shift()!;
      quantity += lot.quantity;
      owed -= this.add(lot.quantity, lot.expires, owed);
    }
    return quantity;
  }

  /** Takes in a quantity, of which a part goes to what is owed at once; returns that part. */
  add(quantity: number, expires: number, owed: number): number {
    const given = Math.max(0, Math.min(quantity, owed));
    if (quantity > given) {
      let place = this.#here.length;
      while (place > 0 && this.#here[place - 1]!.expires > expires) place--;
      this.#here.splice(place, 0, { expires, left: quantity - given });
    }
    return given;
  }

  /** Uses up to a quantity. */
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
