import { ExpiringStock } from "./expiring-stock.js";
import type { DayQuantity } from "./planned-orders.js";
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
 * @param floor - by day, what must be left; nothing when left out
 */
export function freeStock(rows: StockRows, floor?: Float64Array): FreeStock {
  return rows.lots.length > 0 ? new ExpiringFreeStock(rows, floor) : freeAbove(rows, floor);
}

/** What is free of rows that never expire. */
export function freeAbove(rows: StockRows, floor?: Float64Array): FreeStock {
  return new LastingFreeStock(levelsOf(rows).map((level, day) => level - (floor?.[day] ?? 0)));
}

/** Stock at the end of each day, what expires first being used first (K15). */
function levelsOf({ lots, needed, supply }: StockRows, oneMore?: DayQuantity): Float64Array {
  const expiring = new ExpiringStock(lots);
  let stock = 0;
  return supply.map((comes, day) => {
    const owed = Math.max(0, -stock);
    const { arrived, gone } = expiring.begin(day);
    const taken = needed[day]! + (day === oneMore?.day ? oneMore.quantity : 0);
    expiring.use(owed + taken);
    stock = notFarBelow(stock + arrived - gone + comes - taken);
    return stock;
  });
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

/** Where something expires: all that is there is tried, then less by what each trial shows to be missing. */
class ExpiringFreeStock implements FreeStock {
  readonly #rows: StockRows;
  readonly #floor: Float64Array | undefined;
  /** Stock at the end of each day. */
  #level: Float64Array;

  constructor(rows: StockRows, floor: Float64Array | undefined) {
    this.#rows = rows;
    this.#floor = floor;
    this.#level = levelsOf(rows);
  }

  on(day: number): number {
    let free = Math.max(0, this.#level[day]!);
    while (free > 0) {
      const missing = this.#missingWith({ day, quantity: free });
      if (missing <= 0) break;
      // A piece less leaves no day more than one piece more.
      free -= missing;
    }
    return Math.max(0, free);
  }

  grant(day: number, quantity: number): void {
    this.#rows.need(day, quantity);
    this.#level = levelsOf(this.#rows);
  }

  /** How much more is missing with one more need than without it, on the worst day. */
  #missingWith(need: DayQuantity): number {
    let most = 0;
    for (const [day, left] of levelsOf(this.#rows, need).entries()) {
      most = Math.max(most, Math.min(this.#floor?.[day] ?? 0, this.#level[day]!) - left);
    }
    return most;
  }
}
