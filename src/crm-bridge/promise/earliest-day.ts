import type { Day } from "../../core/index.js";
import type { Judgement } from "./judged-day.js";

/** What the search for a day found. */
export interface FoundDay {
  /** The day that holds; `undefined`: none up to the last one. */
  readonly day: Day | undefined;
  /** Of that day, else of the last one that was tried; `undefined`: none was. */
  readonly judgement: Judgement | undefined;
}

/**
 * The earliest day on which something holds (K66).
 *
 * From the first day on: where it would come late, the next day tried is the one on which it would be
 * there; where it would break others, days at growing distance until it holds; where nothing brings it,
 * the last day. Then back by halves: the day before the one that is found does not hold.
 *
 * @param judge - tries a day
 * @param days - those that may be promised, ascending
 */
export function earliestDay(judge: (day: Day) => Judgement, days: readonly Day[]): FoundDay {
  const last = days.length - 1;
  let judgement: Judgement | undefined;
  let failed = -1;
  let step = 1;
  for (let place = 0; place <= last; ) {
    judgement = judge(days[place]!);
    if (judgement.holds) return halvedBack(judge, days, failed, place, judgement);
    failed = place;
    if (place === last) break;
    place = Math.min(last, nextPlace(judgement, days, place + step));
    step *= 2;
  }
  return { day: undefined, judgement };
}

/** The same by trying each day in turn, which misses none. */
export function firstOfAllDays(judge: (day: Day) => Judgement, days: readonly Day[]): FoundDay {
  let judgement: Judgement | undefined;
  for (const day of days) {
    judgement = judge(day);
    if (judgement.holds) return { day, judgement };
  }
  return { day: undefined, judgement };
}

/** @param least - the place that is tried at least */
function nextPlace(
  { reason, availableOn }: Judgement,
  days: readonly Day[],
  least: number,
): number {
  if (availableOn !== undefined) return placeOf(days, availableOn, least);
  // What nothing brings may have a source later.
  return reason === "broken" ? least : days.length;
}

/** The place of the first day that is not before another, from a place on. */
function placeOf(days: readonly Day[], day: Day, from: number): number {
  let [low, high] = [from, days.length];
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param failed - the place of a day that does not hold, or before all days */
function halvedBack(
  judge: (day: Day) => Judgement,
  days: readonly Day[],
  failed: number,
  holds: number,
  judgement: Judgement,
): FoundDay {
  let [low, high, best] = [failed, holds, judgement];
  // Mostly the day to which lateness led is the earliest one.
  let next = high - 1;
  while (high - low > 1) {
    const found = judge(days[next]!);
    if (found.holds) [high, best] = [next, found];
    else low = next;
    next = low + Math.floor((high - low) / 2);
  }
  return { day: days[high], judgement: best };
}
