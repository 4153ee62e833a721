import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../test/support/runs.js";
import {
  addWorkingDays,
  firstWorkingDay,
  isWorkingDay,
  lastWorkingDay,
  NoWorkingDay,
  WEEKDAYS,
  type Weekday,
  workingDaysUpTo,
} from "./calendar.js";
import { type Day, weekdayOf } from "./day.js";
import { makeCalendar } from "./make-calendar.js";

interface Problem {
  readonly origin: Day;
  readonly weekdays: readonly Weekday[];
  /** Days counted from the origin. */
  readonly exceptions: readonly { readonly day: number; readonly working: boolean }[];
}

/** A week somewhere from 1900 to 2199, with exceptions around it. */
const problem: fc.Arbitrary<Problem> = fc.record({
  origin: fc.integer({ min: -25_500, max: 83_900 }),
  weekdays: fc.subarray([...WEEKDAYS]),
  exceptions: fc.uniqueArray(
    fc.record({ day: fc.integer({ min: -40, max: 40 }), working: fc.boolean() }),
    { selector: ({ day }) => day, maxLength: 30 },
  ),
});
const day = fc.integer({ min: -50, max: 50 });

/** Farther than any exception, and than 20 working days at one a week. */
const FAR = 400;

/** What a calendar is by definition: a test for one day, and walking on until it has answered. */
function walker({ origin, weekdays, exceptions }: Problem) {
  const differing = exceptions.map(({ day, working }) => ({ day: origin + day, working }));
  const calendar = makeCalendar("it", weekdays, differing);
  const works = (at: Day): boolean =>
    differing.find((exception) => exception.day === at)?.working ??
    weekdays.includes(WEEKDAYS[weekdayOf(at)]!);
  /** The n-th day that works, from a day on in steps of one; `undefined` far from everything. */
  const walk = (from: Day, step: 1 | -1, n: number): Day | undefined => {
    let left = n;
    for (let at = from; Math.abs(at - origin) < FAR; at += step) {
      if (works(at) && --left === 0) return at;
    }
    return undefined;
  };
  return { calendar, works, walk };
}

/** The answer, or `undefined` when the calendar has none. */
function answer(ask: () => Day): Day | undefined {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof NoWorkingDay)) throw error;
    return undefined;
  }
}

describe("Calendars, walked day by day", () => {
  test.prop([problem, day], { numRuns: 2 * runs })("the same days work", (given, offset) => {
    const { calendar, works } = walker(given);
    expect(isWorkingDay(calendar, given.origin + offset)).toBe(works(given.origin + offset));
  });

  test.prop([problem, day, fc.nat({ max: 60 })], { numRuns: 2 * runs })(
    "as many days work from one day to another",
    (given, offset, length) => {
      const { calendar, works } = walker(given);
      const from = given.origin + offset;
      let count = 0;
      for (let at = from + 1; at <= from + length; at++) if (works(at)) count++;
      const found = workingDaysUpTo(calendar, from + length) - workingDaysUpTo(calendar, from);
      expect(found).toBe(count);
    },
  );

  test.prop([problem, day], { numRuns: 2 * runs })(
    "the last working day not after a day and the first not before it are the same",
    (given, offset) => {
      const { calendar, walk } = walker(given);
      const at = given.origin + offset;
      expect(answer(() => lastWorkingDay(calendar, at))).toBe(walk(at, -1, 1));
      expect(answer(() => firstWorkingDay(calendar, at))).toBe(walk(at, 1, 1));
    },
  );

  test.prop([problem, day, fc.integer({ min: 1, max: 20 })], { numRuns: 2 * runs })(
    "n working days on and n back lead to the same days",
    (given, offset, n) => {
      const { calendar, walk } = walker(given);
      const at = given.origin + offset;
      expect(answer(() => addWorkingDays(calendar, at, n))).toBe(walk(at + 1, 1, n));
      expect(answer(() => addWorkingDays(calendar, at, -n))).toBe(walk(at - 1, -1, n));
    },
  );
});
