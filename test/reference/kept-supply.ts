/**
 * Open supply that expires and is kept (K15): without it more would be missing, so it is drawn on its
 * own day, and what lasts is left for later needs. Found by trying, one supply after the other: what
 * is missing in all with it, and without it.
 */
import type { Day } from "./calendar.js";
import type { Lot } from "./pool.js";
import { emptyPool, endDay, expire, levelOf, owe, receive } from "./pool.js";
import type { OpenSupply } from "./stocking-points.js";

/** What comes and goes as netting sees it, before anything is drawn. */
export interface Outlook {
  from: Day;
  to: Day;
  /** The first day on which something new may arrive; `from` without a fence (K5). */
  fence: Day;
  floorOn: (day: Day) => bigint;
  needsOn: (day: Day) => readonly bigint[];
  /** What arrives on its own day: stock and standing supply. */
  arrivals: ReadonlyMap<Day, readonly Lot[]>;
  /** In the order of K4. */
  waiting: readonly OpenSupply[];
}

/**
 * What is missing to the floor at the ends of the days, from the end of the fence on (that of the
 * horizon where it comes first, K23), each time made good for good.
 */
function missingInAll(outlook: Outlook, supplies: readonly OpenSupply[]): bigint {
  const { from, to, fence, floorOn, needsOn, arrivals } = outlook;
  const endOfFence = Math.min(fence - 1, to);
  const pool = emptyPool();
  let missing = 0n;
  for (let day = from; day <= to; day++) {
    expire(pool, day);
    const arriving = [
      ...(arrivals.get(day) ?? []),
      ...supplies.filter(({ landing }) => landing === day),
    ];
    receive(
      pool,
      arriving.filter(({ expires }) => expires > day),
    );
    for (const need of needsOn(day)) {
      owe(pool, need);
    }
    const below = floorOn(day) - levelOf(pool);
    if (day >= endOfFence && below > 0n) {
      missing += below;
      receive(pool, [{ quantity: below, expires: Infinity }]);
    }
    endDay(pool);
  }
  return missing;
}

/** Those of the waiting supplies that are kept. */
export function keptSupplies(outlook: Outlook): Set<OpenSupply> {
  const { waiting, to } = outlook;
  const counted = waiting.filter(({ expires }) => expires > to);
  const kept = new Set<OpenSupply>();
  for (const supply of waiting.filter(({ expires }) => expires <= to)) {
    const without = [...counted, ...kept];
    if (missingInAll(outlook, [...without, supply]) < missingInAll(outlook, without)) {
      kept.add(supply);
    }
  }
  return kept;
}
