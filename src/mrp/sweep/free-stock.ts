import type { Model } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";

/**
 * B7: what of a stocking point is free on a day, to be granted to takers: the least, over that and
 * all later days of the horizon, of its stock and open supply less its independent needs, less what
 * was granted before. Open supply counts on its own due day, and neither the floor nor other dependent
 * needs are looked at (K36).
 */
export class FreeStock {
  /** By day. */
  readonly #level: Float64Array;

  /** @param level - stock at the end of each day of the horizon; it is taken over */
  constructor(level: Float64Array) {
    this.#level = level;
  }

  on(day: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let later = day; later < this.#level.length; later++) {
      if (this.#level[later]! < least) least = this.#level[later]!;
    }
    return least;
  }

  /** Grants a quantity from a day on. */
  grant(day: number, quantity: number): void {
    for (let later = day; later < this.#level.length; later++) this.#level[later]! -= quantity;
  }
}

/**
 * What changes the stock of a point, each on its own day: stock, open supply, independent needs, and what
 * expires, whole.
 */
export function forEachChange(
  model: Model,
  point: number,
  visit: (day: number, quantity: number) => void,
): void {
  const { changes, days, onHand } = model;
  const add = (day: number, quantity: number, expires: number): void => {
    const from = Math.max(0, day);
    // What comes on its expiry day or later is of no use.
    if (from >= days || expires <= from) return;
    visit(from, quantity);
    if (expires < days) visit(expires, -quantity);
  };
  add(0, onHand.at(point), NEVER);
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const isSupply = changes.quantity[c]! > 0 && changes.origin[c] !== NONE;
    if (!isSupply) add(changes.day[c]!, changes.quantity[c]!, NEVER);
  }
  const { standing, waiting, lots } = model.detail(point);
  for (const lot of lots) if (lot.origin === NONE) add(lot.day, lot.quantity, lot.expires);
  for (const { due, quantity, expires } of [...standing, ...waiting]) add(due, quantity, expires);
}
