import { MINUTES_A_DAY, type Minute } from "../core/index.js";
import { NoWorkTime } from "./no-work-time.js";
import type { OpenInterval } from "./open-intervals.js";
import { dateOfRegular, regularMinutesUpTo, stretchesOn } from "./regular-minutes.js";
import type { WorkTime } from "./work-time.js";

/** A shift, and whether overtime begins and ends it. */
interface Shift extends OpenInterval {
  readonly beginsInOvertime: boolean;
  readonly endsInOvertime: boolean;
}

/**
 * Finds the shift in which a minute lies, else the next one.
 *
 * @param time - made by {@link makeWorkTime}
 * @param minute - any minute
 * @returns the first shift with an open minute at or after it, whole and with its breaks inside;
 * overtime that touches a shift lengthens it, other overtime is a shift of its own
 * @throws NoWorkTime when none follows
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({ shifts: [{ from: "22:00", until: "06:00" }] });
 * const { from, until } = shiftAt(time, parseMinute("2026-01-05T01:30")!);
 * [formatMinute(from), formatMinute(until)]; // => ["2026-01-04T22:00", "2026-01-05T06:00"]
 * ```
 */
export function shiftAt(time: WorkTime, minute: Minute): OpenInterval {
  const regular = regularShift(time, regularMinutesUpTo(time, minute) + 1);
  const span = time.overtime.find(({ until }) => until > minute);
  if (regular === undefined && span === undefined) throw new NoWorkTime(time.id);
  const overtime = span && asShift(span);
  const first =
    regular === undefined || (overtime !== undefined && overtime.from < regular.from)
      ? overtime!
      : regular;
  return grown(time, first);
}

/**
 * Finds the shift in which the minute before a minute lies, else the one before.
 *
 * @param time - made by {@link makeWorkTime}
 * @param minute - any minute
 * @returns the last shift with an open minute before it, as {@link shiftAt} gives shifts
 * @throws NoWorkTime when there was none
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({ shifts: [{ from: "22:00", until: "06:00" }] });
 * const { from } = shiftBefore(time, parseMinute("2026-01-05T22:00")!);
 * formatMinute(from); // => "2026-01-04T22:00"
 * ```
 */
export function shiftBefore(time: WorkTime, minute: Minute): OpenInterval {
  const regular = regularShift(time, regularMinutesUpTo(time, minute));
  const span = time.overtime.findLast(({ from }) => from < minute);
  if (regular === undefined && span === undefined) throw new NoWorkTime(time.id);
  const overtime = span && asShift(span);
  const last =
    regular === undefined || (overtime !== undefined && overtime.until > regular.until)
      ? overtime!
      : regular;
  return grown(time, last);
}

/** With the overtime that touches it at either end, and the shift that touches that. */
function grown(time: WorkTime, shift: Shift): OpenInterval {
  let { from, until, beginsInOvertime, endsInOvertime } = shift;
  for (let found: Shift | undefined = shift; found !== undefined; ) {
    const overtime = time.overtime.find((span) => span.from <= until && span.until > until);
    found = overtime && asShift(overtime);
    if (endsInOvertime) found ??= touching(time, until).find((next) => next.until > until);
    if (found !== undefined) ({ until, endsInOvertime } = found);
  }
  for (let found: Shift | undefined = shift; found !== undefined; ) {
    const overtime = time.overtime.find((span) => span.from < from && span.until >= from);
    found = overtime && asShift(overtime);
    if (beginsInOvertime) found ??= touching(time, from).find((before) => before.from < from);
    if (found !== undefined) ({ from, beginsInOvertime } = found);
  }
  return { from, until };
}

/** The shifts of the open minutes on both sides of a minute, so far as they reach it. */
function touching(time: WorkTime, minute: Minute): readonly Shift[] {
  const count = regularMinutesUpTo(time, minute);
  return [regularShift(time, count), regularShift(time, count + 1)].filter(
    (shift): shift is Shift => shift !== undefined && shift.from <= minute && minute <= shift.until,
  );
}

function asShift({ from, until }: OpenInterval): Shift {
  return { from, until, beginsInOvertime: true, endsInOvertime: true };
}

/** The shift that holds the n-th open minute of the eras. */
function regularShift(time: WorkTime, n: number): Shift | undefined {
  try {
    const { day, nth } = dateOfRegular(time, n);
    const { shiftFrom, shiftUntil } = stretchesOn(time, day).findLast(
      ({ before }) => before < nth,
    )!;
    const midnight = day * MINUTES_A_DAY;
    const ends = { beginsInOvertime: false, endsInOvertime: false };
    return { from: midnight + shiftFrom, until: midnight + shiftUntil, ...ends };
  } catch (error) {
    if (error instanceof NoWorkTime) return undefined;
    throw error;
  }
}
