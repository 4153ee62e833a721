import {
  addWorkingDays,
  type Calendar,
  type Day,
  firstWorkingDay,
  lastWorkingDay,
  NoWorkingDay,
} from "../../core/index.js";
import type { Sign } from "./sign.js";

/** From which days are counted, and the day that is reached. */
export interface ElapsedDays {
  readonly first: Day;
  readonly day: Day;
}

/**
 * How the days of what takes no work are counted: `working` days strictly after its start (K2), `calendar`
 * days from a day that is worked on (K3), or `worked` days of a supplier, from the first one on (K53).
 */
export type DayBasis = "working" | "calendar" | "worked";

/**
 * Counts the days of what takes no work, on from a day or back from it.
 *
 * @returns `undefined` where the calendar has not so many days, and for a day that never comes
 */
export function elapsed(
  basis: DayBasis,
  day: Day,
  days: number,
  sign: Sign,
  calendar: Calendar | undefined,
): ElapsedDays | undefined {
  if (calendar === undefined || basis === "worked") return daysOn(day, days, sign, calendar);
  if (basis === "calendar") return allDaysOn(day, days, sign, calendar);
  return unlessNever(day, () => ({
    first: day,
    day: addWorkingDays(calendar, day, sign * days),
  }));
}

/**
 * Counts working days on from the first one from a day on, or back from the last one up to it.
 *
 * @param isMaterial - it is a working day also when there are none to count
 * @returns `undefined` where the calendar has not so many days, and for a day that never comes
 */
export function daysOn(
  day: Day,
  days: number,
  sign: Sign,
  calendar: Calendar | undefined,
  isMaterial = false,
): ElapsedDays | undefined {
  return unlessNever(day, () => {
    if (calendar === undefined) return { first: day, day: day + sign * days };
    if (days === 0 && !isMaterial) return { first: day, day };
    const first = sign === -1 ? lastWorkingDay(calendar, day) : firstWorkingDay(calendar, day);
    return { first, day: addWorkingDays(calendar, first, sign * days) };
  });
}

/** Counts on from the first day of a calendar, or back from a day and then to the last day of the calendar by then. */
function allDaysOn(
  day: Day,
  days: number,
  sign: Sign,
  calendar: Calendar,
): ElapsedDays | undefined {
  return unlessNever(day, () => {
    if (days === 0) return { first: day, day };
    if (sign === -1) return { first: day, day: lastWorkingDay(calendar, day - days) };
    const first = firstWorkingDay(calendar, day);
    return { first, day: first + days };
  });
}

function unlessNever(day: Day, count: () => ElapsedDays): ElapsedDays | undefined {
  if (!Number.isFinite(day)) return undefined;
  try {
    return count();
  } catch (error) {
    if (error instanceof NoWorkingDay) return undefined;
    throw error;
  }
}
