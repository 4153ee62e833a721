/** Open minutes of the eras of a work time, without overtime. */
import {
  type Day,
  dayOfMinute,
  MINUTES_A_DAY,
  type Minute,
  parseDay,
  weekdayOf,
} from "../core/index.js";
import { lastBelow } from "./last-below.js";
import { NoWorkTime } from "./no-work-time.js";
import type { Stretch, WeekPattern, WorkTime } from "./work-time.js";

/** The days that can be written: the years 0000 to 9999. */
const FIRST_WRITTEN: Day = parseDay("0000-01-01") ?? 0;
const LAST_WRITTEN: Day = parseDay("9999-12-31") ?? 0;

const WEEK_DAYS = 7;

/** 1970-01-01 is a Thursday: the Monday of its week lies so many days before. */
const DAYS_SINCE_MONDAY = 3;

/** The era that a date lies in. */
function eraOf(time: WorkTime, day: Day): number {
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

/** The earliest minute before which there are so many open ones of the eras. */
export function minuteOfRegular(time: WorkTime, count: number): Minute {
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
function lengthOf(stretches: readonly Stretch[]): number {
  const last = stretches[stretches.length - 1];
  return last === undefined ? 0 : last.before + last.until - last.from;
}
