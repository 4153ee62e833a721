/**
 * Projected stock of a stocking point by expiry (N2, K15): at the end of a day all that is owed by
 * then takes the earliest expiry first and what never expires last; what is left of a lot leaves at
 * the start of its expiry day. What is missing stays owed.
 */
import type { Day } from "./calendar.js";
import { smaller } from "./numbers.js";

export interface Lot {
  quantity: bigint;
  /** Infinity: never. */
  expires: Day;
}

export interface Pool {
  /** What never expires. */
  plain: bigint;
  /** By expiry, earliest first. */
  lots: Lot[];
  /** The needs of the day, and what is missing from days before; taken when the day ends. */
  owed: bigint;
}

export function emptyPool(): Pool {
  return { plain: 0n, lots: [], owed: 0n };
}

export function copyOf(pool: Pool): Pool {
  return { ...pool, lots: pool.lots.map((lot) => ({ ...lot })) };
}

export function levelOf(pool: Pool): bigint {
  return pool.lots.reduce((sum, lot) => sum + lot.quantity, pool.plain - pool.owed);
}

export function receive(pool: Pool, arrivals: readonly Lot[]): void {
  for (const { quantity, expires } of arrivals) {
    if (quantity < 0n) {
      pool.owed -= quantity; // a shortage in the opening stock (K32)
    } else if (expires === Infinity) {
      pool.plain += quantity;
    } else {
      pool.lots.push({ quantity, expires });
    }
  }
  pool.lots.sort((a, b) => a.expires - b.expires);
}

export function owe(pool: Pool, quantity: bigint): void {
  pool.owed += quantity;
}

/** The end of a day: what is owed is made good by what expires first of all that is there (K15). */
export function endDay(pool: Pool): void {
  for (const lot of pool.lots) {
    const part = smaller(lot.quantity, pool.owed);
    lot.quantity -= part;
    pool.owed -= part;
  }
  pool.lots = pool.lots.filter((lot) => lot.quantity > 0n);
  const part = smaller(pool.plain, pool.owed);
  pool.plain -= part;
  pool.owed -= part;
}

/** Takes out what has expired by `day`; returns how much that is. */
export function expire(pool: Pool, day: Day): bigint {
  const gone = pool.lots.filter((lot) => lot.expires <= day);
  pool.lots = pool.lots.filter((lot) => lot.expires > day);
  return gone.reduce((sum, lot) => sum + lot.quantity, 0n);
}
