import {
  type Check,
  type Doubtful,
  listOf,
  objectOf,
  optional,
  readArgument,
  UNSOUND,
} from "./argument.js";
import { type Calendar, compileCalendar, WEEKDAYS, type Weekday } from "./calendar.js";
import { type Day, FIRST_DAY, formatDay, LAST_DAY } from "./day.js";
import type { Issue } from "./issue.js";
import { addMistake, mustBe, type Place, wrongType } from "./mistake.js";
import { flag, identifier, oneOf } from "./plain-argument.js";

/** A single day that works or does not, against the weekly pattern. */
interface CalendarException {
  readonly day: Day;
  readonly working: boolean;
}

const DAY_FORM = "a day as parseDay gives it, a whole number of days since 1970";

const dayNumber: Check<Day> = (value, place) => {
  if (!Number.isInteger(value)) wrongType(value, place, DAY_FORM);
  else if ((value as Day) < FIRST_DAY || (value as Day) > LAST_DAY) {
    addMistake(place, "outOfRange", mustBe(value, place, `be ${DAY_FORM}, in 1900 to 2199`), {
      value,
    });
  } else return value as Day;
  return UNSOUND;
};

const fields = {
  id: identifier,
  workingDays: optional(listOf(oneOf(...WEEKDAYS))),
  exceptions: optional(listOf(objectOf({ day: dayNumber, working: flag })), []),
};

/**
 * Builds a calendar from a weekly pattern and its exceptions (T3).
 *
 * @param id - named when the calendar runs out of working days
 * @param workingDays - the weekdays that work; all of them when left out
 * @param exceptions - single days of 1900 to 2199 that work or do not, against the pattern; at most one
 * entry a day
 * @returns a calendar, for what asks for working days
 * @throws PlanningInputError with every mistake
 *
 * @example
 * ```ts
 * const newYear = parseDay("2026-01-01")!; // a Thursday
 * const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
 * const office = makeCalendar("office", weekdays, [{ day: newYear, working: false }]);
 * isWorkingDay(office, newYear); // => false
 * isWorkingDay(office, newYear + 1); // => true
 * ```
 */
export function makeCalendar(
  id: string,
  workingDays?: readonly Weekday[],
  exceptions?: readonly CalendarException[],
): Calendar {
  const read = readArgument({ id, workingDays, exceptions }, fields, noteTwice);
  return compileCalendar(read.id, read.workingDays, read.exceptions);
}

function noteTwice(
  { exceptions }: { readonly exceptions: Doubtful<readonly CalendarException[]> },
  issues: Issue[],
): void {
  const known = new Set<Day>();
  for (const [n, exception] of (exceptions ?? []).entries()) {
    const day = exception?.day;
    if (day === undefined) continue;
    if (known.has(day)) {
      const place: Place = { path: ["exceptions", n, "day"], issues };
      const message = `${mustBe(day, place, "stand once")} It is ${formatDay(day)}.`;
      addMistake(place, "duplicateId", message);
    }
    known.add(day);
  }
}
