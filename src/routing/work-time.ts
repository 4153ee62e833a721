import {
  type Day,
  dayOfMinute,
  MINUTES_A_DAY,
  type Minute,
  parseDay,
  weekdayOf,
} from "../core/index.js";
import { NoWorkTime } from "./no-work-time.js";

/** Open minutes that follow one another, counted from 00:00 of the date on which their shift begins. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Open minutes of the date's shifts before this stretch. */
  readonly before: number;
  /** When the shift begins and ends; stretches of one shift are parted by breaks only. */
  readonly shiftFrom: number;
  readonly shiftUntil: number;
}

/** The stretches of the shifts that begin on each weekday, Monday first. */
export interface WeekPattern {
  /** Ascending; those of one weekday may reach into the next date. */
  readonly stretches: readonly (readonly Stretch[])[];
  /** Open minutes of the shifts that begin on the weekdays before each, and on all of them (8 entries). */
  readonly before: readonly number[];
}

/**
 * The open time of a work centre, in a form that answers in logarithmic time for any minute.
 *
 * Open minutes are numbered, as working days are in a calendar: so "90 open minutes on" is an
 * addition. Time is cut into eras with one weekly pattern each; a single date that differs is an era.
 */
export interface WorkTime {
  /** Named when the open time runs out. */
  readonly id: string;
  /** The date on which each era begins, ascending; the first is −Infinity. */
  readonly starts: readonly Day[];
  /** The weekly pattern of each era. */
  readonly patterns: readonly WeekPattern[];
  /** What each era adds to the count of its own pattern from the origin of time on. */
  readonly offsets: readonly number[];
  /** Open minutes before each era, from an arbitrary origin; −Infinity for the first. */
  readonly before: readonly number[];
  /** What a week is like by the shifts alone, without calendar and exceptions, from each day on. */
  readonly plain: readonly { readonly from: Day; readonly pattern: WeekPattern }[];
  /** Overtime: further open time; where it meets that of the eras, it adds nothing. */
  readonly overtime: readonly Overtime[];
}

/** One span of overtime; spans of a work time are ascending, and do not touch. */
export interface Overtime {
  readonly from: Minute;
  readonly until: Minute;
  /** What the spans before this one add to the open minutes. */
  readonly added: number;
  /** Open minutes, overtime included, before `from`. */
  readonly before: number;
  /** Open minutes of the eras alone before `from`. */
  readonly regular: number;
}

/** The days that can be written: the years 0000 to 9999. */
const FIRST_WRITTEN: Day = parseDay("0000-01-01") ?? 0;
const LAST_WRITTEN: Day = parseDay("9999-12-31") ?? 0;

const WEEK_DAYS = 7;

/** 1970-01-01 is a Thursday: the Monday of its week lies so many days before. */
const DAYS_SINCE_MONDAY = 3;

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

/** The era that a date lies in. */
export function eraOf(time: WorkTime, day: Day): number {
  const { starts } = time;
  return starts.length === 1 ? 0 : lastBelow(starts.length, (n) => starts[n]! <= day);
}

/** Open minutes of the shifts that begin before a date, without overtime. */
export function minutesBeforeDate(time: WorkTime, day: Day): number {
  const era = eraOf(time, day);
  return patternMinutesBefore(time.patterns[era]!, day) + time.offsets[era]!;
}

/** Open minutes of a weekly pattern before a date, from Monday 1969-12-29 on. */
export function patternMinutesBefore(pattern: WeekPattern, day: Day): number {
  const week = Math.floor((day + DAYS_SINCE_MONDAY) / WEEK_DAYS);
  const weekday = day + DAYS_SINCE_MONDAY - week * WEEK_DAYS;
  return week * pattern.before[WEEK_DAYS]! + pattern.before[weekday]!;
}

/** The stretches of the shifts that begin on a date. */
export function stretchesOn(time: WorkTime, day: Day): readonly Stretch[] {
  return time.patterns[eraOf(time, day)]!.stretches[weekdayOf(day)]!;
}

/** Open minutes of the eras before a minute, without overtime. */
export function regularMinutesUpTo(time: WorkTime, minute: Minute): number {
  const day = dayOfMinute(minute);
  const passed = minute - day * MINUTES_A_DAY;
  // A shift of the day before may reach into this one; what of it is still to come is taken back.
  const last = stretchesOn(time, day - 1);
  const total = minutesBeforeDate(time, day) + within(stretchesOn(time, day), passed);
  const reaches = last.length > 0 && last[last.length - 1]!.until > MINUTES_A_DAY;
  if (!reaches) return total;
  return total - lengthOf(last) + within(last, passed + MINUTES_A_DAY);
}

/** The date whose shifts hold the n-th open minute of the eras, and the n-th's place among theirs. */
export function dateOfRegular(
  time: WorkTime,
  n: number,
): { readonly day: Day; readonly nth: number } {
  const { before } = time;
  // The first era is before everything, even before −Infinity.
  const era =
    before.length === 1
      ? 0
      : Math.max(
          0,
          lastBelow(before.length, (k) => before[k]! < n),
        );
  const pattern = time.patterns[era]!;
  const aWeek = pattern.before[WEEK_DAYS]!;
  if (aWeek === 0) throw new NoWorkTime(time.id);
  const inEra = n - time.offsets[era]!;
  const week = Math.floor((inEra - 1) / aWeek);
  const monday = week * WEEK_DAYS - DAYS_SINCE_MONDAY;
  // Also what is infinite ends here.
  if (!(monday >= FIRST_WRITTEN && monday + WEEK_DAYS <= LAST_WRITTEN))
    throw new NoWorkTime(time.id);
  const rest = inEra - week * aWeek;
  let weekday = 0;
  while (pattern.before[weekday + 1]! < rest) weekday++;
  return { day: monday + weekday, nth: rest - pattern.before[weekday]! };
}

function minuteOfRegular(time: WorkTime, count: number): Minute {
  const { day, nth } = dateOfRegular(time, count);
  const stretches = stretchesOn(time, day);
  const { from, before } =
    stretches[lastBelow(stretches.length, (k) => stretches[k]!.before < nth)]!;
  return day * MINUTES_A_DAY + from + nth - before;
}

/** How many minutes of stretches have passed at a time of their date. */
function within(stretches: readonly Stretch[], passed: number): number {
  let open = 0;
  for (const { from, until } of stretches) {
    if (from >= passed) break;
    open += Math.min(until, passed) - from;
  }
  return open;
}

/** All open minutes of a date's stretches. */
export function lengthOf(stretches: readonly Stretch[]): number {
  const last = stretches[stretches.length - 1];
  return last === undefined ? 0 : last.before + last.until - last.from;
}

/** What all overtime adds to the open minutes. */
function addedByAll(time: WorkTime): number {
  const { from, until, added, regular } = time.overtime[time.overtime.length - 1]!;
  return added + until - from - (regularMinutesUpTo(time, until) - regular);
}

/** The last of 0 … length − 1 for which a test holds that holds up to some place; −1 when for none. */
function lastBelow(length: number, test: (k: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
