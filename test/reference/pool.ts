/**
 * Projected stock of a stocking point by expiry (N2, K15): needs take the earliest expiry first and
 * what never expires last; what is left of a lot leaves at the start of its expiry day. What is
 * missing is a negative amount of plain stock, which the next arrivals make good.
 */
import type { Day } from "./calendar.js";
import { smaller } from "./numbers.js";

export interface Lot {
  quantity: bigint;
  /** Infinity: never. */
  expires: Day;
}

export interface Pool {
  /** What never expires; negative is what is missing. */
  plain: bigint;
  /** By expiry, earliest first; empty while plain is negative. */
  lots: Lot[];
}

export function emptyPool(): Pool {
  return { plain: 0n, lots: [] };
}

export function copyOf(pool: Pool): Pool {
  return { plain: pool.plain, lots: pool.lots.map((lot) => ({ ...lot })) };
}

export function levelOf(pool: Pool): bigint {
  return pool.lots.reduce((sum, lot) => sum + lot.quantity, pool.plain);
}

export function receive(pool: Pool, arrivals: readonly Lot[]): void {
  const inOrder = [...arrivals].sort((a, b) => a.expires - b.expires || 0);
  // A shortage in the opening stock is there before anything that could make it good.
  for (const lot of inOrder.filter((arrival) => arrival.quantity < 0n)) {
    take(pool, -lot.quantity);
  }
  for (const lot of inOrder.filter((arrival) => arrival.quantity > 0n)) {
    if (lot.expires === Infinity) {
      pool.plain += lot.quantity;
      continue;
    }
    const missing = pool.plain < 0n ? smaller(-pool.plain, lot.quantity) : 0n;
    pool.plain += missing;
    if (lot.quantity > missing) {
      pool.lots.push({ quantity: lot.quantity - missing, expires: lot.expires });
      pool.lots.sort((a, b) => a.expires - b.expires);
    }
  }
}

export function take(pool: Pool, quantity: bigint): void {
  let left = quantity;
  for (const lot of pool.lots) {
    const part = smaller(lot.quantity, left);
    lot.quantity -= part;
    left -= part;
  }
  pool.lots = pool.lots.filter((lot) => lot.quantity > 0n);
  pool.plain -= left;
}

/** Takes out what has expired by `day`; returns how much that is. */
export function expire(pool: Pool, day: Day): bigint {
  const gone = pool.lots.filter((lot) => lot.expires <= day);
  pool.lots = pool.lots.filter((lot) => lot.expires > day);
  return gone.reduce((sum, lot) => sum + lot.quantity, 0n);
}
