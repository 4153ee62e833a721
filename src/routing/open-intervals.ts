import { type Day, MINUTES_A_DAY, type Minute } from "../core/index.js";
import { NoWorkTime } from "./no-work-time.js";
import {
  dateOfRegular,
  minutesBeforeDate,
  regularMinutesUpTo,
  stretchesOn,
} from "./regular-minutes.js";
import type { WorkTime } from "./work-time.js";

/** A span of minutes, half open. */
export interface OpenInterval {
  readonly from: Minute;
  readonly until: Minute;
}

interface Span extends OpenInterval {
  readonly isOvertime: boolean;
}

/**
 * Lists when a work centre is open.
 *
 * @param time - made by {@link makeWorkTime}
 * @param from - the first minute asked for
 * @param until - the first minute that is no longer asked for
 * @returns the open spans between them, ascending; no two of them touch
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({ shifts: [{ from: "22:00", until: "06:00", days: ["mon"] }] });
 * const [from, until] = ["2026-01-05T00:00", "2026-01-06T03:00"].map((text) => parseMinute(text)!);
 * [...openIntervals(time, from!, until!)].map((open) => formatMinute(open.from));
 * // => ["2026-01-05T22:00"]
 * ```
 */
export function* openIntervals(
  time: WorkTime,
  from: Minute,
  until: Minute,
): IterableIterator<OpenInterval> {
  const open = regularSpans(time, from, until, (stretch) => [stretch.from, stretch.until]);
  for (const span of merged(open, overtimeSpans(time, from, until), () => true)) {
    yield { from: Math.max(span.from, from), until: Math.min(span.until, until) };
  }
}

/**
 * Lists the shifts of a work centre, breaks inside them: that within which work is to be finished
 * where the centre asks for it.
 *
 * @param time - made by {@link makeWorkTime}
 * @param from - the first minute asked for
 * @param until - the first minute that is no longer asked for
 * @returns the shifts with an open minute between them, ascending and whole; overtime is a shift, and
 * makes one with a shift that it touches
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const noon = [{ from: "12:00", until: "12:30" }];
 * const time = makeWorkTime({ shifts: [{ from: "08:00", until: "16:00", breaks: noon }] });
 * const [from, until] = ["2026-01-05T10:00", "2026-01-06T00:00"].map((text) => parseMinute(text)!);
 * [...shiftSpans(time, from!, until!)].map((shift) => formatMinute(shift.until));
 * // => ["2026-01-05T16:00"]
 * ```
 */
export function* shiftSpans(
  time: WorkTime,
  from: Minute,
  until: Minute,
): IterableIterator<OpenInterval> {
  const shifts = regularSpans(time, from, until, (part) => [part.shiftFrom, part.shiftUntil]);
  const overtime = overtimeSpans(time, from, until);
  for (const span of merged(shifts, overtime, (a, b) => a.isOvertime || b.isOvertime)) {
    yield { from: span.from, until: span.until };
  }
}

/** Spans of the eras with an open minute between from and until, each once. */
function* regularSpans(
  time: WorkTime,
  from: Minute,
  until: Minute,
  endsOf: (stretch: ReturnType<typeof stretchesOn>[number]) => [number, number],
): IterableIterator<Span> {
  let last = Number.NEGATIVE_INFINITY;
  for (
    let day = openDate(time, regularMinutesUpTo(time, from) + 1);
    day !== undefined;
    day = openDate(time, minutesBeforeDate(time, day + 1) + 1)
  ) {
    const midnight = day * MINUTES_A_DAY;
    if (midnight >= until) return;
    for (const stretch of stretchesOn(time, day)) {
      if (midnight + stretch.until <= from) continue;
      if (midnight + stretch.from >= until) return;
      const [start, end] = endsOf(stretch);
      if (midnight + start !== last) {
        yield { from: midnight + start, until: midnight + end, isOvertime: false };
      }
      last = midnight + start;
    }
  }
}

/** The date whose shifts hold the n-th open minute; none where it never opens again. */
function openDate(time: WorkTime, n: number): Day | undefined {
  try {
    return dateOfRegular(time, n).day;
  } catch (error) {
    if (error instanceof NoWorkTime) return undefined;
    throw error;
  }
}

function overtimeSpans(time: WorkTime, from: Minute, until: Minute): readonly Span[] {
  return time.overtime
    .filter((span) => span.until > from && span.from < until)
    .map((span) => ({ from: span.from, until: span.until, isOvertime: true }));
}

/** Two ascending rows as one; spans that touch are one where `joins` says so. */
function* merged(
  regular: IterableIterator<Span>,
  overtime: readonly Span[],
  joins: (last: Span, next: Span) => boolean,
): IterableIterator<Span> {
  let open: Span | undefined;
  for (const span of inOrder(regular, overtime)) {
    if (open === undefined) open = span;
    else if (span.from <= open.until && joins(open, span)) {
      const longer: Span = span.until >= open.until ? span : open;
      open = { from: open.from, until: longer.until, isOvertime: longer.isOvertime };
    } else {
      yield open;
      open = span;
    }
  }
  if (open !== undefined) yield open;
}

function* inOrder(
  regular: IterableIterator<Span>,
  overtime: readonly Span[],
): IterableIterator<Span> {
  let k = 0;
  for (const span of regular) {
    for (; k < overtime.length && overtime[k]!.from < span.from; k++) yield overtime[k]!;
    yield span;
  }
  yield* overtime.slice(k);
}
