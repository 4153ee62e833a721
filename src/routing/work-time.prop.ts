import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { isOpen } from "../../test/support/minute-walker.js";
import { workCenter, writeWorkCenters } from "../../test/support/random/work-centers.js";
import { runs } from "../../test/support/runs.js";
import {
  dayOfMinute,
  formatDay,
  MINUTES_A_DAY,
  makeCalendar,
  parseDay,
  parseMinute,
  WEEKDAYS,
} from "../core/index.js";
import {
  makeWorkTime,
  minuteOfOpen,
  openIntervals,
  openMinutesUpTo,
  shiftAt,
  shiftBefore,
  shiftSpans,
  startOfOpen,
  type WorkTimeInput,
  withOvertime,
} from "./index.js";

/** Leap days, ends of years, and the ends of the time that an input may name. */
const origins = [
  "2028-02-28",
  "2026-12-30",
  "1900-01-20",
  "1900-03-01",
  "2199-11-25",
  "2100-02-28",
];

const calendarOf = (
  { days, exceptions }: { days: string[]; exceptions: number[] },
  origin: number,
) =>
  makeCalendar(
    "it",
    WEEKDAYS.filter((name) => days.includes(name)),
    exceptions.map((offset, n) => ({ day: origin + offset, working: n % 2 === 0 })),
  );

/** A work centre of random shifts, two days somewhere near what changes, and overtime. */
const problem = fc
  .record({
    origin: fc.constantFrom(...origins),
    center: workCenter,
    calendar: fc.option(
      fc.record({
        days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
        exceptions: fc.uniqueArray(fc.integer({ min: -8, max: 20 }), { maxLength: 4 }),
      }),
      { nil: undefined },
    ),
    window: fc.integer({ min: -10, max: 20 }),
    overtime: fc.array(
      fc.record({
        from: fc.integer({ min: -500, max: 5000 }),
        lasts: fc.integer({ min: 0, max: 900 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ origin, center, calendar, window, overtime }) => {
    const day = parseDay(origin)!;
    const date = (offset: number) => formatDay(day + offset);
    const [row] = writeWorkCenters({ date, sites: [], calendars: [] }, [center]);
    const input = {
      shifts: row!.shifts,
      ...(row!.exceptions === undefined ? {} : { exceptions: row!.exceptions }),
      calendar: calendar && calendarOf(calendar, day),
    } as unknown as WorkTimeInput;
    const from = (day + window) * MINUTES_A_DAY;
    const spans = overtime.map((span) => ({
      from: from + span.from,
      until: from + span.from + span.lasts,
    }));
    return { input, from, until: from + 2 * MINUTES_A_DAY, overtime: spans };
  });

type Problem = typeof problem extends fc.Arbitrary<infer P> ? P : never;

/** The open time with its overtime, unless its shifts overlap or never open it. */
function compiled({ input, overtime }: Problem) {
  try {
    return withOvertime(makeWorkTime(input), overtime);
  } catch (error) {
    expect(String(error)).toMatch(/no working time|overlaps/);
    return undefined;
  }
}

/** Which minutes are open, one by one. */
function walked({ input, from, until, overtime }: Problem): boolean[] {
  return Array.from({ length: until - from }, (_, n) => {
    const minute = from + n;
    const isOver = overtime.some((span) => span.from <= minute && minute < span.until);
    return isOver || isOpen(input, minute);
  });
}

describe("Open minutes", () => {
  test.prop([problem], { numRuns: runs / 2 })(
    "are those that walking from minute to minute finds, and both inverse functions lead back to them",
    (random) => {
      const time = compiled(random);
      if (time === undefined) return;
      const wrong: number[] = [];
      for (const [n, open] of walked(random).entries()) {
        const minute = random.from + n;
        const count = openMinutesUpTo(time, minute);
        const isRight =
          openMinutesUpTo(time, minute + 1) - count === (open ? 1 : 0) &&
          (!open || minuteOfOpen(time, count + 1) === minute + 1) &&
          (!open || startOfOpen(time, count) === minute);
        if (!isRight) wrong.push(minute);
      }
      expect(wrong).toEqual([]);
    },
  );

  test.prop([problem], { numRuns: runs / 4 })(
    "are listed as the longest spans of open minutes",
    (random) => {
      const time = compiled(random);
      if (time === undefined) return;
      const spans: { from: number; until: number }[] = [];
      for (const [n, open] of walked(random).entries()) {
        const last = spans.at(-1);
        if (open && last?.until === random.from + n) last.until++;
        else if (open) spans.push({ from: random.from + n, until: random.from + n + 1 });
      }
      expect([...openIntervals(time, random.from, random.until)]).toEqual(spans);
    },
  );

  test.prop([problem], { numRuns: runs })(
    "each lie in a shift, which is the same from both sides",
    (random) => {
      const time = compiled(random);
      if (time === undefined) return;
      const shifts = [...shiftSpans(time, random.from, random.until)];
      for (const open of openIntervals(time, random.from, random.until)) {
        for (const minute of [open.from, open.until - 1]) {
          const { from, until } = shiftAt(time, minute);
          expect(from <= minute && minute < until).toBe(true);
          expect(shiftBefore(time, minute + 1)).toEqual({ from, until });
          expect(shifts.filter((one) => one.from <= minute && minute < one.until)).toHaveLength(1);
        }
      }
    },
  );

  test.prop([fc.integer({ min: -1e9, max: 1e9 })], { numRuns: runs })(
    "far from everything come again every week",
    (far) => {
      const time = makeWorkTime({
        shifts: [{ from: "22:00", until: "05:30", days: ["sun", "wed"] }],
        exceptions: [{ date: "2026-01-07", shifts: [] }],
      });
      const aWeek = openMinutesUpTo(time, far + 7 * MINUTES_A_DAY) - openMinutesUpTo(time, far);
      const isNear = Math.abs(dayOfMinute(far) - parseDay("2026-01-07")!) < 9;
      expect(isNear || aWeek === 900).toBe(true);
    },
  );
});

describe("The ends of time", () => {
  test.prop([fc.constantFrom(Infinity, -Infinity, Number.NaN, 1e15, -1e15)], { numRuns: 10 })(
    "a count that no year up to 9999 reaches is no minute",
    (count) => {
      const time = makeWorkTime({ shifts: [{ from: "06:00", until: "14:00" }] });
      expect(() => minuteOfOpen(time, count)).toThrow("no such open minute");
      expect(() => startOfOpen(time, count)).toThrow("no such open minute");
    },
  );

  test("a centre that closes for good has no open minute after that, and none before it opened", () => {
    const time = makeWorkTime({
      shifts: [{ from: "06:00", until: "14:00", validFrom: "2026-01-05", validTo: "2026-01-07" }],
    });
    const [first, last] = ["2026-01-05T06:00", "2026-01-06T14:00"].map(
      (text) => parseMinute(text)!,
    );
    const [begin, end] = [openMinutesUpTo(time, first!), openMinutesUpTo(time, last!)];
    expect(end - begin).toBe(960);
    expect(startOfOpen(time, begin)).toBe(first);
    expect(minuteOfOpen(time, end)).toBe(last);
    expect(() => startOfOpen(time, end)).toThrow("no such open minute");
    expect(() => minuteOfOpen(time, begin)).toThrow("no such open minute");
    expect([...openIntervals(time, first! - 5000, last! + 5000)]).toHaveLength(2);
  });
});
