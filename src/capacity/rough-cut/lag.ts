import {
  addRatios,
  addWorkingDays,
  type Calendar,
  type Day,
  lastWorkingDay,
  NoWorkingDay,
  type Ratio,
} from "../../core/index.js";

/** How long before an end item something is due: in days of the calendar, and working days beside. */
export interface Lag {
  readonly calendar: number;
  readonly working: number;
  /** Both together in days of the calendar, as long as they are on average. */
  readonly days: Ratio;
}

/** Due with the end item. */
export const NO_LAG: Lag = { calendar: 0, working: 0, days: { num: 0n, den: 1n } };

/** Days of the calendar. */
export function calendarLag(days: number): Lag {
  return { calendar: days, working: 0, days: { num: BigInt(days), den: 1n } };
}

/** Working days of a calendar. */
export function workingLag(days: number, calendar: Calendar): Lag {
  const average = { num: BigInt(days) * 7n, den: BigInt(workingWeekdays(calendar)) };
  return { calendar: 0, working: days, days: average };
}

/** One after the other. */
export function addLags(a: Lag, b: Lag): Lag {
  return {
    calendar: a.calendar + b.calendar,
    working: a.working + b.working,
    days: addRatios(a.days, b.days),
  };
}

/** The same in whole working days of a calendar, towards the end. */
export function inWorkingDays({ calendar, working }: Lag, by: Calendar): number {
  return working + Math.trunc((calendar * workingWeekdays(by)) / 7);
}

/**
 * The day so much before another, on a working day of the calendar or the first of all days, as new
 * orders are (T3).
 *
 * @returns `undefined` where there are not so many working days
 */
export function dayBefore(
  day: Day,
  { calendar, working }: Lag,
  by: Calendar,
  first: Day,
): Day | undefined {
  try {
    const needed = addWorkingDays(by, day - calendar, -working);
    const due = lastWorkingDay(by, needed);
    return needed >= first ? Math.max(due, first) : due;
  } catch (error) {
    if (error instanceof NoWorkingDay) return undefined;
    throw error;
  }
}

/** A calendar that works by exceptions alone is taken for one of all days. */
function workingWeekdays({ weekdays }: Calendar): number {
  return weekdays.length === 0 ? 7 : weekdays.length;
}
