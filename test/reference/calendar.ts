/**
 * Days (T1) and working days (T3, K2). A day is the number of days since 1970-01-01. Counting goes
 * day by day; a calendar is a function that says whether a day is worked.
 */

export type Day = number;
export type Calendar = (day: Day) => boolean;

const MILLISECONDS = 86_400_000;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/** No plan reaches further: a calendar without a working day would search for ever. */
const FURTHEST = 400_000;

export function readDay(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / MILLISECONDS;
}

export function dayText(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function weekdayName(day: Day): string {
  return WEEKDAYS[weekday(day)] ?? "";
}

export const everyDay: Calendar = () => true;

export function calendarOf(row: {
  workingDays?: string[];
  exceptions?: { date: string; working: boolean }[];
}): Calendar {
  const week = row.workingDays ?? WEEKDAYS;
  const exceptions = new Map((row.exceptions ?? []).map((e) => [readDay(e.date), e.working]));
  return (day) => exceptions.get(day) ?? week.includes(weekdayName(day));
}

function step(works: Calendar, from: Day, by: 1 | -1): Day {
  let day = from;
  while (!works(day)) {
    day += by;
    if (Math.abs(day) > FURTHEST) {
      throw new Error("The calendar has no working day there.");
    }
  }
  return day;
}

export function lastWorkingDayNotAfter(works: Calendar, day: Day): Day {
  return step(works, day, -1);
}

export function firstWorkingDayNotBefore(works: Calendar, day: Day): Day {
  return step(works, day, 1);
}

/** The n-th working day strictly before; n = 0 is the day itself (K2). */
export function workingDaysBack(works: Calendar, day: Day, n: number): Day {
  let at = day;
  for (let i = 0; i < n; i++) {
    at = step(works, at - 1, -1);
  }
  return at;
}

/** The n-th working day strictly after; n = 0 is the day itself (K2). */
export function workingDaysOn(works: Calendar, day: Day, n: number): Day {
  let at = day;
  for (let i = 0; i < n; i++) {
    at = step(works, at + 1, 1);
  }
  return at;
}

/** An offset: positive after, negative before (K2). */
export function shiftWorkingDays(works: Calendar, day: Day, offset: number): Day {
  return offset >= 0 ? workingDaysOn(works, day, offset) : workingDaysBack(works, day, -offset);
}

/** The first day after the week that holds `day` and the n − 1 after it (L3). */
export function endOfWeeks(day: Day, n: number, weekStart: string): Day {
  const first = WEEKDAYS.indexOf(weekStart);
  const begin = day - ((weekday(day) - first + 7) % 7);
  return begin + 7 * n;
}

/** The first day after the month that holds `day` and the n − 1 after it (L3). */
export function endOfMonths(day: Day, n: number): Day {
  const date = new Date(day * MILLISECONDS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + n, 1) / MILLISECONDS;
}
