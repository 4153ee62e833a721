import { ExpiringStock } from "./expiring-stock.js";
import type { StockRows } from "./stock-rows.js";

/** What of a stocking point is free on a day, to be granted to takers (B7, K36, K44). */
export interface FreeStock {
  on(day: number): number;
  /** Grants a quantity on a day. */
  grant(day: number, quantity: number): void;
}

/**
 * What is free of the stock that rows make (B7).
 *
 * @param rows - they are taken over
 */
export function freeStock(rows: StockRows): FreeStock {
  return rows.lots.length > 0 ? new ExpiringFreeStock(rows) : freeAbove(rows);
}

/**
 * What is free of rows that never expire, above a floor.
 *
 * @param floor - by day; nothing when left out
 */
export function freeAbove(rows: StockRows, floor?: Float64Array): FreeStock {
  let level = 0;
  const above = rows.supply.map((quantity, day) => {
    level = notFarBelow(level + quantity - rows.needed[day]!);
    return level - (floor?.[day] ?? 0);
  });
  return new LastingFreeStock(above);
}

/** All supply together is less than 2^53, so what is that far below 0 is never free again. */
function notFarBelow(level: number): number {
  return Math.max(level, -(2 ** 53));
}

/** Where nothing expires: the least, over that and all later days, of stock above its floor. */
class LastingFreeStock implements FreeStock {
  /** By day. */
  readonly #above: Float64Array;

  constructor(above: Float64Array) {
    this.#above = above;
  }

  on(day: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let later = day; later < this.#above.length; later++) {
      if (this.#above[later]! < least) least = this.#above[later]!;
    }
    return least;
  }

  grant(day: number, quantity: number): void {
    for (let later = day; later < this.#above.length; later++) this.#above[later]! -= quantity;
  }
}

/**
 * Where something expires: stock at the end of the day less what of it must be kept, which is what later
 * needs would lack at most if nothing of it were left and only what comes later served them.
 *
 * Whichever part of it is kept will do: what needs take in turn, earliest expiry first, covers all that
 * can be covered (K15).
 */
class ExpiringFreeStock implements FreeStock {
  readonly #rows: StockRows;
  /** Stock at the end of each day. */
  readonly #level: Float64Array;
  /** What of the needs of each day stock covers on it. */
  readonly #covered: Float64Array;

  constructor(rows: StockRows) {
    this.#rows = rows;
    this.#level = new Float64Array(rows.supply.length);
    this.#covered = new Float64Array(rows.supply.length);
    this.#reckon();
  }

  on(day: number): number {
    const level = this.#level;
    const expiring = new ExpiringStock(this.#rows.lots.filter((lot) => lot.day > day));
    let [stock, lacking] = [0, 0];
    // When nothing is left, nothing of it can serve what is needed after that.
    for (let later = day + 1; later < level.length && level[later - 1]! > 0; later++) {
      const { arrived, gone } = expiring.begin(later, stock);
      stock += arrived - gone + this.#rows.supply[later]!;
      const taken = Math.min(stock, this.#covered[later]!);
      expiring.use(taken);
      stock -= taken;
      lacking += this.#covered[later]! - taken;
    }
    return Math.max(0, level[day]! - lacking);
  }

  grant(day: number, quantity: number): void {
    this.#rows.need(day, quantity);
    this.#reckon();
  }

  #reckon(): void {
    const { lots, supply, needed } = this.#rows;
    const expiring = new ExpiringStock(lots);
    let stock = 0;
    for (let day = 0; day < this.#level.length; day++) {
      const { arrived, gone } = expiring.begin(day, stock);
      stock += arrived - gone + supply[day]!;
      this.#covered[day] = Math.min(needed[day]!, Math.max(0, stock));
      expiring.use(this.#covered[day]!);
      stock = notFarBelow(stock - needed[day]!);
      this.#level[day] = stock;
    }
  }
}
