import { type Day, weekdayOf } from "./day.js";

/**
 * A working calendar, in a form that answers in logarithmic time for any day, however far off.
 *
 * Working days are numbered: `workingDaysUpTo(day)` counts them (from an arbitrary origin), so that
 * "three working days on" is an addition.
 */
export interface Calendar {
  /** Named when the calendar runs out of working days. */
  readonly id: string;
  /** Working weekdays; Monday is 0. */
  readonly weekdays: readonly number[];
  /** Working weekdays from Monday up to and with each weekday. */
  readonly weekdaysUpTo: readonly number[];
  /** Days that differ from the weekly pattern, ascending. */
  readonly exceptions: readonly Day[];
  /** What the first n exceptions add to the count of working days. */
  readonly added: readonly number[];
  /** Every day works: dates may be subtracted. */
  readonly everyDay: boolean;
}

/** The names of weekdays in the data contract, Monday first. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A weekday of the data contract. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A calendar ran out of working days: it has none on the side of a day that was asked for. */
export class NoWorkingDay extends Error {
  override readonly name = "NoWorkingDay";
  /** Id of the calendar. */
  readonly calendar: string;

  constructor(calendar: string) {
    super(`The calendar ${JSON.stringify(calendar)} has no such working day.`);
    this.calendar = calendar;
  }
}

/**
 * Builds a calendar as `makeCalendar` does, of what was checked already: it believes what it is given.
 *
 * @param id - named when the calendar runs out of working days
 * @param workingDays - the weekdays that work; all of them when left out
 * @param exceptions - single days that work or do not, against the pattern; at most one entry a day
 * @returns a calendar for the other functions of this file
 *
 * @example
 * ```ts
 * const office = compileCalendar("office", ["mon", "tue", "wed", "thu", "fri"]);
 * isWorkingDay(office, parseDay("2026-01-03")!); // => false
 * ```
 */
export function compileCalendar(
  id: string,
  workingDays: readonly Weekday[] = WEEKDAYS,
  exceptions: readonly { readonly day: Day; readonly working: boolean }[] = [],
): Calendar {
  const works = WEEKDAYS.map((name) => workingDays.includes(name));
  const weekdays = works.flatMap((working, weekday) => (working ? [weekday] : []));
  const differing = exceptions
    .filter(({ day, working }) => works[weekdayOf(day)] !== working)
    .sort((a, b) => a.day - b.day);
  const added = [0];
  for (const { working } of differing) added.push(added.at(-1)! + (working ? 1 : -1));
  return {
    id,
    weekdays,
    weekdaysUpTo: works.map((_, last) => weekdays.filter((weekday) => weekday <= last).length),
    exceptions: differing.map(({ day }) => day),
    added,
    everyDay: weekdays.length === 7 && differing.length === 0,
  };
}

/** The calendar on which every day works. */
export const EVERY_DAY: Calendar = compileCalendar("every day");

/**
 * Counts the working days up to and with a day, from an arbitrary origin.
 *
 * @param calendar - made by `makeCalendar`
 * @param day - any day
 * @returns the count, negative before the origin: only differences mean something
 *
 * @example
 * ```ts
 * const weekdays = makeCalendar("office", ["mon", "tue", "wed", "thu", "fri"]);
 * const [first, last] = [parseDay("2026-01-01")!, parseDay("2026-01-31")!];
 * workingDaysUpTo(weekdays, last) - workingDaysUpTo(weekdays, first - 1); // => 22
 * ```
 */
export function workingDaysUpTo(calendar: Calendar, day: Day): number {
  const passed = countBelow(calendar.exceptions.length, (k) => calendar.exceptions[k]! <= day);
  return weekdaysUpTo(calendar, day) + calendar.added[passed]!;
}

/**
 * Tells whether a day works.
 *
 * @param calendar - made by `makeCalendar`
 * @param day - any day
 * @returns whether it is a working day, exceptions counted
 *
 * @example
 * ```ts
 * const weekend = makeCalendar("fairground", ["sat", "sun"]);
 * isWorkingDay(weekend, parseDay("2026-01-03")!); // => true
 * ```
 */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return calendar.everyDay || workingDaysUpTo(calendar, day) > workingDaysUpTo(calendar, day - 1);
}

/**
 * Finds the last working day that is not after a day (T3: for a new receipt).
 *
 * @param calendar - made by `makeCalendar`
 * @param day - any day
 * @returns the day itself when it works
 * @throws NoWorkingDay when there is none on this side
 *
 * @example
 * ```ts
 * const office = makeCalendar("office", ["mon", "tue", "wed", "thu", "fri"]);
 * formatDay(lastWorkingDay(office, parseDay("2026-01-04")!)); // => "2026-01-02"
 * ```
 */
export function lastWorkingDay(calendar: Calendar, day: Day): Day {
  return calendar.everyDay ? day : numberedDay(calendar, workingDaysUpTo(calendar, day));
}

/**
 * Finds the first working day that is not before a day (T3: forward scheduling).
 *
 * @param calendar - made by `makeCalendar`
 * @param day - any day
 * @returns the day itself when it works
 * @throws NoWorkingDay when there is none on this side
 *
 * @example
 * ```ts
 * const office = makeCalendar("office", ["mon", "tue", "wed", "thu", "fri"]);
 * formatDay(firstWorkingDay(office, parseDay("2026-01-03")!)); // => "2026-01-05"
 * ```
 */
export function firstWorkingDay(calendar: Calendar, day: Day): Day {
  return calendar.everyDay ? day : numberedDay(calendar, workingDaysUpTo(calendar, day - 1) + 1);
}

/**
 * Moves by working days (T3): to the n-th one strictly after the day, or strictly before it when n
 * is negative.
 *
 * @param calendar - made by `makeCalendar`
 * @param day - any day, working or not
 * @param n - how many working days; for 0 the day itself, working or not
 * @returns the day reached
 * @throws NoWorkingDay when there are not so many on this side
 *
 * @example
 * ```ts
 * const office = makeCalendar("office", ["mon", "tue", "wed", "thu", "fri"]);
 * const friday = parseDay("2026-01-02")!;
 * formatDay(addWorkingDays(office, friday, 3)); // => "2026-01-07"
 * formatDay(addWorkingDays(office, friday + 1, -1)); // => "2026-01-02"
 * ```
 */
export function addWorkingDays(calendar: Calendar, day: Day, n: number): Day {
  if (n === 0) return day;
  if (calendar.everyDay) return day + n;
  const from = n > 0 ? workingDaysUpTo(calendar, day) : workingDaysUpTo(calendar, day - 1) + 1;
  return numberedDay(calendar, from + n);
}

/** The first day on which the count of working days reaches n; it is one of them. */
function numberedDay(calendar: Calendar, n: number): Day {
  const { exceptions, added } = calendar;
  const passed = countBelow(
    exceptions.length,
    (k) => weekdaysUpTo(calendar, exceptions[k]!) + added[k + 1]! < n,
  );
  const next = exceptions[passed];
  const perWeek = calendar.weekdays.length;
  if (perWeek === 0) {
    if (next === undefined || n - added[passed]! !== 1) throw new NoWorkingDay(calendar.id);
    return next;
  }
  const count = n - added[passed]! - 1;
  const week = Math.floor(count / perWeek);
  const day = week * 7 - 3 + calendar.weekdays[count - week * perWeek]!;
  return next !== undefined && next < day ? next : day;
}

/** Working weekdays up to and with a day, from Monday 1969-12-29 on, without exceptions. */
function weekdaysUpTo(calendar: Calendar, day: Day): number {
  const week = Math.floor((day + 3) / 7);
  return week * calendar.weekdays.length + calendar.weekdaysUpTo[day + 3 - week * 7]!;
}

/** How many of 0 … length − 1 fulfil a test that holds up to some place and not after it. */
function countBelow(length: number, test: (k: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
