import {
  addMistake,
  formatDay,
  formatPath,
  MINUTES_A_DAY,
  type Place,
  WEEKDAYS,
  weekdayOf,
} from "../core/index.js";
import type { DateSpans, DaySpan } from "./read-shift.js";
import { type Era, WEEK_DAYS } from "./week-pattern.js";

/**
 * Notes shifts that overlap on a date, each pair once: within a week, over midnight, and where a week changes or
 * a single date differs.
 */
export function noteOverlaps(
  eras: readonly Era[],
  single: readonly DateSpans[],
  place: Place,
): void {
  const known = new Set<string>();
  const note = (first: DaySpan, second: DaySpan, when: string) => {
    const [a, b] = [formatPath(first.path), formatPath(second.path)];
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (known.has(key)) return;
    known.add(key);
    const text = `The ${b} overlaps ${a} on ${when}. A minute belongs to one shift only: correct the hours.`;
    addMistake({ ...place, path: second.path }, "contradiction", text);
  };
  const dates = new Map(single.map(({ date, spans }) => [date, spans]));
  for (const [n, { from, week }] of eras.entries()) {
    const era = { from, until: eras[n + 1]?.from ?? Number.POSITIVE_INFINITY, week };
    noteInWeek(era, note, (weekday, days) => hasDays(era, weekday, days, dates));
  }
  const spansOn = (day: number) => dates.get(day) ?? eraOn(eras, day).week[weekdayOf(day)] ?? [];
  for (const { date, spans } of single) noteInOrder(spans, 0, note, formatDay(date));
  const ends = [...eras.slice(1).map(({ from }) => from), ...dates.keys()];
  for (const day of new Set(ends.flatMap((end) => [end, end + 1]))) {
    noteOverMidnight(spansOn(day - 1), spansOn(day), note, formatDay(day));
  }
}

type Note = (first: DaySpan, second: DaySpan, when: string) => void;

/** A week from a date on, up to the next. */
interface Span extends Era {
  readonly until: number;
}

/** Notes what overlaps in a week, if it has such days: `has` tells, by a weekday and how many up to it. */
function noteInWeek(
  { week }: Span,
  note: Note,
  has: (weekday: number, days: number) => boolean,
): void {
  for (const [weekday, spans] of week.entries()) {
    const noteIf =
      (days: number): Note =>
      (first, second, when) => {
        if (has(weekday, days)) note(first, second, when);
      };
    const name = WEEKDAYS[weekday] ?? "";
    noteInOrder(spans, 0, noteIf(1), name);
    noteOverMidnight(week[(weekday + 6) % 7] ?? [], spans, noteIf(2), name);
  }
}

/** Whether a weekday, and the days right before it, come somewhere in an era and differ from it nowhere. */
function hasDays(
  { from, until }: Span,
  weekday: number,
  days: number,
  dates: ReadonlyMap<number, unknown>,
): boolean {
  // Without an end there are more of them than single dates.
  if (!(Number.isFinite(from) && Number.isFinite(until))) return true;
  const first = from + days - 1;
  const start = first + ((weekday - weekdayOf(first) + WEEK_DAYS) % WEEK_DAYS);
  for (let day = start; day < until; day += WEEK_DAYS) {
    if (!dates.has(day) && !(days > 1 && dates.has(day - 1))) return true;
  }
  return false;
}

function noteOverMidnight(
  before: readonly DaySpan[],
  spans: readonly DaySpan[],
  note: Note,
  when: string,
): void {
  const longest = before.reduce<DaySpan | undefined>(
    (last, span) => (last === undefined || span.until > last.until ? span : last),
    undefined,
  );
  const first = spans[0];
  if (longest === undefined || first === undefined) return;
  if (longest.until - MINUTES_A_DAY > first.from) note(longest, first, when);
}

function noteInOrder(spans: readonly DaySpan[], from: number, note: Note, when: string): void {
  for (let n = from + 1; n < spans.length; n++) {
    const [first, second] = [spans[n - 1]!, spans[n]!];
    if (first.until > second.from) note(first, second, when);
  }
}

function eraOn(eras: readonly Era[], day: number): Era {
  let [low, high] = [0, eras.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (eras[middle]!.from <= day) low = middle;
    else high = middle;
  }
  return eras[low]!;
}
