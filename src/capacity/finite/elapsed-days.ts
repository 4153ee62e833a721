import {
  addWorkingDays,
  type Calendar,
  type Day,
  firstWorkingDay,
  lastWorkingDay,
  NoWorkingDay,
} from "../../core/index.js";
import type { Sign } from "./sign.js";

/** From which day working days are counted, and the day that is reached. */
export interface ElapsedDays {
  readonly first: Day;
  readonly day: Day;
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
  if (!Number.isFinite(day)) return undefined;
  if (calendar === undefined) return { first: day, day: day + sign * days };
  try {
    if (days === 0 && !isMaterial) return { first: day, day };
    if (sign === -1) {
      const first = lastWorkingDay(calendar, day);
      return { first, day: addWorkingDays(calendar, first, -days) };
    }
    const first = firstWorkingDay(calendar, day);
    return { first, day: addWorkingDays(calendar, first, days) };
  } catch (error) {
    if (error instanceof NoWorkingDay) return undefined;
    throw error;
  }
}
