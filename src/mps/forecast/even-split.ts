import { type Calendar, type Day, workingDaysUpTo } from "../../core/index.js";

/** A quantity over the days of a period, the same on each but for the remainder (D5). */
export interface EvenSplit {
  /** The sum over the days from one to another, both in it; 0 where they lie outside. */
  readonly sum: (from: Day, until: Day) => number;
}

/**
 * Splits a whole number evenly over the working days of a period, by largest remainder: all days lose
 * the same by rounding down, so the first ones get what is left, one each. A period without a working
 * day is split over all of its days.
 *
 * @param quantity - a whole number, 0 or more
 * @param from - first day
 * @param until - last day, not before the first
 * @param calendar - of the days that work
 * @returns sums over days in constant time, however long the period is
 */
export function splitEvenly(
  quantity: number,
  from: Day,
  until: Day,
  calendar: Calendar | undefined,
): EvenSplit {
  const numberOf = dayNumbers(from, until, calendar);
  const days = numberOf(until);
  const each = Math.floor(quantity / days);
  const more = quantity - each * days;
  const upTo = (day: Day): number => {
    if (day < from) return 0;
    const number = numberOf(Math.min(day, until));
    return number * each + Math.min(number, more);
  };
  return { sum: (first, last) => (last < first ? 0 : upTo(last) - upTo(first - 1)) };
}

/** How many days of a period count up to and with a day of it. */
function dayNumbers(from: Day, until: Day, calendar: Calendar | undefined): (day: Day) => number {
  if (calendar === undefined || calendar.everyDay) return (day) => day - from + 1;
  const before = workingDaysUpTo(calendar, from - 1);
  if (workingDaysUpTo(calendar, until) === before) return (day) => day - from + 1;
  return (day) => workingDaysUpTo(calendar, day) - before;
}
