import type { Minute } from "../core/index.js";
import { lastBelow } from "./last-below.js";
import { minuteOfRegular, regularMinutesUpTo } from "./regular-minutes.js";
import type { WorkTime } from "./work-time.js";

/**
 * Counts the open minutes before a minute, from an arbitrary origin.
 *
 * @param time - made by {@link makeWorkTime}
 * @param minute - any minute
 * @returns the count, negative before the origin: only differences mean something
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({ shifts: [{ from: "06:00", until: "14:00" }] });
 * const [start, end] = ["2026-01-05T12:00", "2026-01-06T07:00"].map((text) => parseMinute(text)!);
 * openMinutesUpTo(time, end!) - openMinutesUpTo(time, start!); // => 180
 * ```
 */
export function openMinutesUpTo(time: WorkTime, minute: Minute): number {
  const regular = regularMinutesUpTo(time, minute);
  const { overtime } = time;
  if (overtime.length === 0) return regular;
  const k = lastBelow(overtime.length, (n) => overtime[n]!.from < minute);
  if (k < 0) return regular;
  const span = overtime[k]!;
  if (minute <= span.until) return span.before + minute - span.from;
  const next = overtime[k + 1];
  return regular + (next === undefined ? addedByAll(time) : next.added);
}

/**
 * Finds the earliest minute before which there are so many open ones: the end of work that ends when
 * the count has passed.
 *
 * @param time - made by {@link makeWorkTime}
 * @param count - open minutes, as {@link openMinutesUpTo} counts them
 * @returns the minute; the one before it is open
 * @throws NoWorkTime when there are not so many on this side
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({ shifts: [{ from: "06:00", until: "14:00" }] });
 * const start = openMinutesUpTo(time, parseMinute("2026-01-05T12:00")!);
 * formatMinute(minuteOfOpen(time, start + 120)); // => "2026-01-05T14:00"
 * ```
 */
export function minuteOfOpen(time: WorkTime, count: number): Minute {
  const { overtime } = time;
  const k = lastBelow(overtime.length, (n) => overtime[n]!.before < count);
  if (k < 0) return minuteOfRegular(time, count);
  const span = overtime[k]!;
  const into = span.from + count - span.before;
  if (into <= span.until) return into;
  const next = overtime[k + 1];
  return minuteOfRegular(time, count - (next === undefined ? addedByAll(time) : next.added));
}

/**
 * Finds the latest minute before which there are so many open ones: the start of work that is done in
 * the minutes after the count.
 *
 * @param time - made by {@link makeWorkTime}
 * @param count - open minutes, as {@link openMinutesUpTo} counts them
 * @returns the minute, an open one
 * @throws NoWorkTime when no open minute follows on this side
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({ shifts: [{ from: "06:00", until: "14:00" }] });
 * const start = openMinutesUpTo(time, parseMinute("2026-01-05T12:00")!);
 * formatMinute(startOfOpen(time, start + 120)); // => "2026-01-06T06:00"
 * ```
 */
export function startOfOpen(time: WorkTime, count: number): Minute {
  return minuteOfOpen(time, count + 1) - 1;
}

/** What all overtime adds to the open minutes. */
function addedByAll(time: WorkTime): number {
  const { from, until, added, regular } = time.overtime[time.overtime.length - 1]!;
  return added + until - from - (regularMinutesUpTo(time, until) - regular);
}
