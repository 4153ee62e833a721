import {
  addMistake,
  type Calendar,
  type Day,
  isPlainObject,
  isWorkingDay,
  listOf,
  objectOf,
  optional,
  type Place,
  refuseMistakes,
  UNSOUND,
  weekdayOf,
  wrongType,
} from "../core/index.js";
import {
  type DateSpans,
  type DaySpan,
  dateSpans,
  type WeeklySpan,
  weeklySpan,
} from "./read-shift.js";
import { patternMinutesBefore } from "./regular-minutes.js";
import type { WorkTimeInput } from "./shift.js";
import { noteOverlaps } from "./shift-overlap.js";
import { changedWeek, type Era, WEEK_DAYS, weekPattern } from "./week-pattern.js";
import type { WeekPattern, WorkTime } from "./work-time.js";

/** What the open time of a work centre is made of. */
export interface Shifts {
  readonly shifts: readonly WeeklySpan[];
  readonly exceptions: readonly DateSpans[];
}

/** The fields of a work centre that say when it works. */
export const shiftFields = {
  shifts: listOf(weeklySpan),
  exceptions: optional(dateSpans, []),
};

/**
 * Compiles the shifts of a work centre, so that its open minutes can be counted.
 *
 * @param input - shifts, the exceptions to them, and the calendar of the days on which they begin
 * @returns the open time, for the other functions on work time
 * @throws PlanningInputError with every mistake: no shifts, none that ever opens, hours that are none,
 * shifts that overlap (also over midnight), breaks outside their shift
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({
 *   shifts: [
 *     { from: "06:00", until: "14:00", breaks: [{ from: "09:00", until: "09:15" }] },
 *     { from: "22:00", until: "06:00", days: ["fri"] },
 *   ],
 * });
 * [...openIntervals(time, parseMinute("2026-01-03T00:00")!, parseMinute("2026-01-03T10:00")!)].map(
 *   ({ from, until }) => `${formatMinute(from)} ${formatMinute(until)}`,
 * );
 * // => ["2026-01-03T00:00 2026-01-03T09:00", "2026-01-03T09:15 2026-01-03T10:00"]
 * ```
 */
export function makeWorkTime(input: WorkTimeInput): WorkTime {
  const place: Place = { path: [], issues: [] };
  const read = objectOf({ ...shiftFields, calendar: optional(calendarOf) })(input, place);
  const time = compileShifts("work time", read, read?.calendar, place);
  refuseMistakes(place.issues);
  return time;
}

/**
 * Compiles what was read, and notes what is wrong with it together.
 *
 * @param id - named when the open time runs out
 * @param calendar - the days that work; every day when left out
 */
export function compileShifts(
  id: string,
  read: Shifts | undefined,
  calendar: Calendar | undefined,
  place: Place,
): WorkTime {
  const at = { ...place, path: [...place.path, "shifts"] };
  if (read?.shifts?.length === 0 && (read.exceptions ?? []).length === 0) {
    const message = 'The shifts are missing. Give at least one: { from: "06:00", until: "14:00" }.';
    addMistake(at, "missingField", message);
  }
  if (place.issues.length > 0 || read === undefined) return UNSOUND;
  const { shifts, exceptions } = read;
  const plain = plainEras(shifts);
  const worked = plain.map(({ from, week }) => ({
    from,
    week: week.map((spans, weekday) => (worksOn(calendar, weekday) ? spans : [])),
  }));
  const single = singleDates(exceptions, plain, calendar);
  noteOverlaps(worked, single, place);
  const time = { plain: plain.map(patternOf), ...countedEras(id, worked, single) };
  if (time.patterns.every(({ before }) => before[7] === 0)) {
    const message = "The work centre has no working time: its shifts never open it. Give it hours.";
    addMistake(at, "contradiction", message);
  }
  return time;
}

/** The weeks of shifts as their validity changes. */
function plainEras(shifts: readonly WeeklySpan[]): readonly Era[] {
  const changes = new Map<number, WeeklySpan[]>([[Number.NEGATIVE_INFINITY, []]]);
  for (const span of shifts) {
    for (const day of [span.validFrom, span.validTo]) {
      if (day === Number.POSITIVE_INFINITY) continue;
      const own = changes.get(day) ?? [];
      changes.set(day, own);
      own.push(span);
    }
  }
  let week: Era["week"] = Array.from({ length: WEEK_DAYS }, () => []);
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([from, spans]) => {
      week = changedWeek(week, spans, from);
      return { from, week };
    });
}

/** The dates that differ from their week, ascending: by an exception, else by the calendar. */
function singleDates(
  exceptions: readonly DateSpans[],
  plain: readonly Era[],
  calendar: Calendar | undefined,
): readonly DateSpans[] {
  const single = new Map<Day, readonly DaySpan[]>();
  let era = 0;
  for (const day of calendar?.exceptions ?? []) {
    while (era + 1 < plain.length && plain[era + 1]!.from <= day) era++;
    const works = calendar !== undefined && isWorkingDay(calendar, day);
    single.set(day, works ? plain[era]!.week[weekdayOf(day)]! : []);
  }
  for (const { date, spans } of exceptions) {
    single.set(
      date,
      [...spans].sort((a, b) => a.from - b.from),
    );
  }
  return [...single].map(([date, spans]) => ({ date, spans })).sort((a, b) => a.date - b.date);
}

function worksOn(calendar: Calendar | undefined, weekday: number): boolean {
  return calendar === undefined || calendar.weekdays.includes(weekday);
}

function patternOf({ from, week }: Era) {
  return { from, pattern: weekPattern(week) };
}

/** Eras and single dates in one row, each with the open minutes before it. */
function countedEras(
  id: string,
  worked: readonly Era[],
  single: readonly DateSpans[],
): Omit<WorkTime, "plain"> {
  const starts: number[] = [];
  const patterns: WeekPattern[] = [];
  const offsets: number[] = [];
  const before: number[] = [];
  for (const { from, pattern } of inOneRow(worked, single)) {
    const last = starts.length - 1;
    const passed = last < 0 ? 0 : patternMinutesBefore(patterns[last]!, from) + offsets[last]!;
    starts.push(from);
    patterns.push(pattern);
    offsets.push(last < 0 ? 0 : passed - patternMinutesBefore(pattern, from));
    before.push(last < 0 ? Number.NEGATIVE_INFINITY : passed);
  }
  return { id, starts, patterns, offsets, before, overtime: [] };
}

function inOneRow(worked: readonly Era[], single: readonly DateSpans[]) {
  const weeks = worked.map(patternOf);
  const row = new Map(weeks.map(({ from, pattern }) => [from, pattern]));
  let era = 0;
  for (const { date, spans } of single) {
    while (era + 1 < weeks.length && weeks[era + 1]!.from <= date) era++;
    // A single date is an era of one day in which every weekday is like it.
    row.set(date, weekPattern(Array.from({ length: 7 }, () => spans)));
    const next = date + 1;
    if (!row.has(next)) row.set(next, weeks[era]!.pattern);
  }
  return [...row].map(([from, pattern]) => ({ from, pattern })).sort((a, b) => a.from - b.from);
}

/** A calendar that `makeCalendar` made. */
export function calendarOf(value: unknown, place: Place): Calendar {
  const isMade =
    isPlainObject(value) && Array.isArray((value as { weekdaysUpTo?: unknown }).weekdaysUpTo);
  if (isMade) return value as Calendar;
  wrongType(value, place, "a calendar that makeCalendar has made");
  return UNSOUND;
}
