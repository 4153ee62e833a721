import type { DaySpan, WeeklySpan } from "./read-shift.js";
import type { Stretch, WeekPattern } from "./work-time.js";

/** From Monday to Sunday. */
export const WEEK_DAYS = 7;

/** Shifts of a week, from a date on. */
export interface Era {
  readonly from: number;
  readonly week: readonly (readonly DaySpan[])[];
}

/** A week with the shifts that begin to be valid on a day, and without those that no longer are. */
export function changedWeek(
  week: Era["week"],
  spans: readonly WeeklySpan[],
  day: number,
): readonly (readonly DaySpan[])[] {
  const begin = spans.filter(({ validFrom }) => validFrom === day);
  const ended = new Set<DaySpan>(spans.filter(({ validTo }) => validTo === day));
  const touched = new Set(spans.flatMap(({ weekdays }) => weekdays));
  return week.map((before, weekday) => {
    if (!touched.has(weekday)) return before;
    const added = begin.filter(({ weekdays }) => weekdays.includes(weekday));
    return [...before.filter((span) => !ended.has(span)), ...added].sort((a, b) => a.from - b.from);
  });
}

/** The open minutes of a week. */
export function weekPattern(week: readonly (readonly DaySpan[])[]): WeekPattern {
  const stretches = week.map(stretchesOf);
  const before = [0];
  for (const day of stretches) before.push(before[before.length - 1]! + minutesOf(day));
  return { stretches, before };
}

/** The shifts of a date with their breaks cut out. */
function stretchesOf(spans: readonly DaySpan[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let before = 0;
  for (const { from, until, breaks } of spans) {
    let open = from;
    for (const rest of [...breaks, { from: until, until }]) {
      if (rest.from > open) {
        const shift = { shiftFrom: from, shiftUntil: until };
        stretches.push({ from: open, until: rest.from, before, ...shift });
        before += rest.from - open;
      }
      open = rest.until;
    }
  }
  return stretches;
}

function minutesOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, until }) => sum + until - from, 0);
}
