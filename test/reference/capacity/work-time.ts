/** The open time of a work centre (K51), asked minute by minute. */
import type { Calendar, Day } from "../calendar.js";
import { readDay, weekdayName } from "../calendar.js";
import type { Problem } from "../problem.js";
import { calendarNamed, siteCalendar, siteOf } from "../problem.js";
import type { DayShiftRow, ShiftRow, WorkCenterRow } from "./rows.js";

/** Minutes since 1970-01-01T00:00. */
export type Minute = number;

export const A_DAY = 1440;
/** A walk of a hundred days of open time, or over three of years, would take too long. */
const MOST_MINUTES = 100 * A_DAY;
const FURTHEST = 1_000 * A_DAY;

/** Thrown where the walk would take too long. */
export class TooLong extends Error {}

export interface WorkTime {
  isOpen: (minute: Minute) => boolean;
  /** Of each minute of the day whether it is open. */
  minutesOn: (day: Day) => readonly boolean[];
}

export function clock(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
}

interface Span {
  from: number;
  until: number;
}

/** From a minute of its day on; it may end on the next one. */
function spanOf({ from, until }: { from: string; until: string }, notBefore: number): Span {
  const begins = clock(from) < notBefore ? clock(from) + A_DAY : clock(from);
  const ends = clock(until) <= clock(from) ? clock(until) + A_DAY : clock(until);
  return { from: begins, until: ends + (begins - clock(from)) };
}

const holds = ({ from, until }: Span, minute: number) => from <= minute && minute < until;

/** The minutes in which a shift works, counted from the begin of the day on which it begins. */
function minutesOfShift(shift: DayShiftRow): readonly number[] {
  const span = spanOf(shift, 0);
  const breaks = (shift.breaks ?? []).map((row) => spanOf(row, span.from));
  const minutes: number[] = [];
  for (let minute = span.from; minute < span.until; minute++) {
    if (!breaks.some((pause) => holds(pause, minute))) {
      minutes.push(minute);
    }
  }
  return minutes;
}

const known = new WeakMap<DayShiftRow, readonly number[]>();

export function workedMinutes(shift: DayShiftRow): readonly number[] {
  const minutes = known.get(shift) ?? minutesOfShift(shift);
  known.set(shift, minutes);
  return minutes;
}

export function isValid({ validFrom, validTo }: ShiftRow, day: Day): boolean {
  return (
    (validFrom === undefined || readDay(validFrom) <= day) &&
    (validTo === undefined || day < readDay(validTo))
  );
}

/** The shifts that begin on a day. */
function shiftsOn(row: WorkCenterRow, works: Calendar, day: Day): DayShiftRow[] {
  const exception = (row.exceptions ?? []).find(({ date }) => readDay(date) === day);
  if (exception !== undefined) {
    return exception.shifts;
  }
  return row.shifts.filter(
    (shift) =>
      isValid(shift, day) &&
      works(day) &&
      (shift.days === undefined || shift.days.includes(weekdayName(day))),
  );
}

export function workTimeOf(problem: Problem, row: WorkCenterRow): WorkTime {
  const works = calendarNamed(problem, row.calendar) ?? siteCalendar(problem, siteOf(problem, row));
  const days = new Map<Day, boolean[]>();
  const openOn = (day: Day): boolean[] => {
    const open = Array.from({ length: A_DAY }, () => false);
    for (const begins of [day - 1, day]) {
      for (const shift of shiftsOn(row, works, begins)) {
        for (const minute of workedMinutes(shift)) {
          const today = minute - (day - begins) * A_DAY;
          if (today >= 0 && today < A_DAY) {
            open[today] = true;
          }
        }
      }
    }
    return open;
  };
  const minutesOn = (day: Day): readonly boolean[] => {
    const minutes = days.get(day) ?? openOn(day);
    days.set(day, minutes);
    return minutes;
  };
  return {
    minutesOn,
    isOpen: (minute) => {
      const day = Math.floor(minute / A_DAY);
      return minutesOn(day)[minute - day * A_DAY] === true;
    },
  };
}

function refuseToWalk(steps: number, open: number): void {
  if (steps > FURTHEST || open > MOST_MINUTES) {
    throw new TooLong();
  }
}

/** The first minute not before `from` by which `count` open minutes have passed. */
export function passing({ isOpen }: WorkTime, from: Minute, count: number): Minute {
  let minute = from;
  for (let left = count; left > 0; minute++) {
    refuseToWalk(minute - from, count);
    left -= isOpen(minute) ? 1 : 0;
  }
  return minute;
}

/** The last minute from which on `count` open minutes lie before `until`. */
export function leading({ isOpen }: WorkTime, until: Minute, count: number): Minute {
  let minute = until;
  for (let left = count; left > 0; ) {
    minute--;
    refuseToWalk(until - minute, count);
    left -= isOpen(minute) ? 1 : 0;
  }
  return minute;
}

export function firstOpen({ isOpen }: WorkTime, from: Minute): Minute {
  let minute = from;
  while (!isOpen(minute)) {
    minute++;
    refuseToWalk(minute - from, 0);
  }
  return minute;
}

/** The last open minute that does not begin after `until`. */
export function lastOpen({ isOpen }: WorkTime, until: Minute): Minute {
  let minute = until;
  while (!isOpen(minute)) {
    minute--;
    refuseToWalk(until - minute, 0);
  }
  return minute;
}
