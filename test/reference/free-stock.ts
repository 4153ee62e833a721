/**
 * What of a stocking point is free on a day (B7, K36): the most that one more need of the day may
 * take so that at the end of no day of the horizon more is missing to its floor than without it. It is
 * found by trying, with what expires first used first (K15); where nothing expires it is the least above
 * the floor from the day on.
 */
import type { Day } from "./calendar.js";
import { larger, smaller } from "./numbers.js";
import type { Lot } from "./pool.js";
import { emptyPool, endDay, expire, levelOf, owe, receive } from "./pool.js";

export interface DatedQuantity {
  day: Day;
  quantity: bigint;
}

/** What comes and goes. */
export interface Movements {
  from: Day;
  to: Day;
  arrivals: (Lot & { day: Day })[];
  needs: DatedQuantity[];
  floorOn: (day: Day) => bigint;
}

/** Stock at the end of each day. */
function levels({ from, to, arrivals, needs }: Movements): bigint[] {
  const pool = emptyPool();
  const all: bigint[] = [];
  for (let day = from; day <= to; day++) {
    expire(pool, day);
    receive(
      pool,
      arrivals
        .filter((arrival) => arrival.day === day && arrival.expires > day)
        .map(({ quantity, expires }) => ({ quantity, expires })),
    );
    for (const need of needs) {
      if (need.day === day) {
        owe(pool, need.quantity);
      }
    }
    endDay(pool);
    all.push(levelOf(pool));
  }
  return all;
}

export function freeOn(movements: Movements, day: Day): bigint {
  const { from, to, arrivals, needs, floorOn } = movements;
  const before = levels(movements);
  const above = before.map((level, n) => level - floorOn(from + n));
  if (arrivals.every(({ expires }) => expires > to)) {
    return larger(0n, above.slice(day - from).reduce(smaller));
  }
  const harmsNobody = (quantity: bigint) => {
    const after = levels({ ...movements, needs: [...needs, { day, quantity }] });
    return after.every((level, n) => level >= smaller(floorOn(from + n), before[n]!));
  };
  let fits = 0n;
  let tooMuch = larger(0n, above[day - from]!) + 1n;
  while (tooMuch - fits > 1n) {
    const middle = (fits + tooMuch) / 2n;
    if (harmsNobody(middle)) {
      fits = middle;
    } else {
      tooMuch = middle;
    }
  }
  return fits;
}
