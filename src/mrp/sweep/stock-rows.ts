import type { Lot } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import { ExpiringStock } from "./expiring-stock.js";

/** What comes to a stocking point and what is needed of it, on the days of the horizon. */
export class StockRows {
  /** By day, what comes and does not expire within the horizon. */
  readonly supply: Float64Array;
  /** By day. */
  readonly needed: Float64Array;
  /** What expires within the horizon. */
  readonly lots: Lot[] = [];

  constructor(days: number) {
    this.supply = new Float64Array(days);
    this.needed = new Float64Array(days);
  }

  /** Adds what comes on a day, before T0 as on T0. What comes on its expiry day or later is of no use. */
  add(day: number, quantity: number, expires: number = NEVER): void {
    const days = this.supply.length;
    const from = Math.max(0, day);
    if (from >= days || expires <= from) return;
    if (expires >= days) this.supply[from]! += quantity;
    else this.lots.push({ day: from, quantity, expires, origin: NONE });
  }

  /** Adds what is needed on a day. */
  need(day: number, quantity: number): void {
    if (day < this.needed.length) this.needed[Math.max(0, day)]! += quantity;
  }

  /** Visits each change of stock; what expires leaves as far as needs of its days have not taken it (K40). */
  forEachChange(visit: (day: number, quantity: number) => void): void {
    const expiring = new ExpiringStock(this.lots);
    for (const [day, needed] of this.needed.entries()) {
      const { arrived, gone } = expiring.begin(day);
      expiring.use(needed);
      for (const quantity of [arrived, -gone, this.supply[day]!, -needed]) {
        if (quantity !== 0) visit(day, quantity);
      }
    }
  }
}
