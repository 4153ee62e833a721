import {
  type Calendar,
  dayOfMinute,
  isWorkingDay,
  parseDay,
  parseTimeOfDay,
  WEEKDAYS,
  weekdayOf,
} from "../../src/core/index.js";
import type { DayShift, WorkTimeInput } from "../../src/routing/index.js";

const DAY = 1440;

/** Whether a minute is open, asked of the rows themselves, without counting anything (K51). */
export function isOpen(input: WorkTimeInput, minute: number): boolean {
  const day = dayOfMinute(minute);
  const passed = minute - day * DAY;
  return isIn(input, day, passed) || isIn(input, day - 1, passed + DAY);
}

/** Whether one of the shifts that begin on a day holds a time of it. */
function isIn(input: WorkTimeInput, day: number, passed: number): boolean {
  return shiftsOn(input, day).some((shift) => {
    const from = parseTimeOfDay(shift.from)!;
    const inside = (row: { from: string; until: string }, base: number) => {
      const start = parseTimeOfDay(row.from)! + base;
      const end = parseTimeOfDay(row.until)! + base;
      return start <= passed && passed < (end <= start ? end + DAY : end);
    };
    const isRest = (shift.breaks ?? []).some((row) =>
      inside(row, parseTimeOfDay(row.from)! < from ? DAY : 0),
    );
    return inside(shift, 0) && !isRest;
  });
}

function shiftsOn(input: WorkTimeInput, day: number): readonly DayShift[] {
  const exception = input.exceptions?.find(({ date }) => parseDay(date) === day);
  if (exception !== undefined) return exception.shifts;
  if (!worksOn(input.calendar, day)) return [];
  const weekday = WEEKDAYS[weekdayOf(day)]!;
  return input.shifts.filter(
    ({ days = WEEKDAYS, validFrom, validTo }) =>
      days.includes(weekday) &&
      (validFrom === undefined || parseDay(validFrom)! <= day) &&
      (validTo === undefined || day < parseDay(validTo)!),
  );
}

function worksOn(calendar: Calendar | undefined, day: number): boolean {
  return calendar === undefined || isWorkingDay(calendar, day);
}
