import { describe, expect, test } from "vitest";
import { bucketStart } from "./bucket.js";
import { WEEKDAYS } from "./calendar.js";
import { type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay, weekdayOf } from "./day.js";

/** The first day of a bucket by walking back to it, then on from bucket to bucket. */
function walk(day: Day, n: number, begins: (day: Day) => boolean): Day {
  const next = (from: Day, step: 1 | -1): Day => {
    let at = from;
    while (!begins(at)) at += step;
    return at;
  };
  let at = next(day, -1);
  for (let left = n; left > 0; left--) at = next(at + 1, 1);
  for (let left = n; left < 0; left++) at = next(at - 1, -1);
  return at;
}

/** Days all over the range, with the ends of years and the leap days among them. */
const days = [
  ...["1900-01-01", "1900-02-28", "2000-02-29", "2028-02-29", "2026-12-31", "2027-01-01"],
  ...["2026-03-29", "2026-10-25", "2100-02-28", "2199-12-31"], // changes of the clock among them
].map((text) => parseDay(text)!);
for (let day = FIRST_DAY; day < LAST_DAY; day += 1009) days.push(day);

const steps = [-13, -1, 0, 1, 2, 12, 25];

describe("Buckets", () => {
  test("of days are the days themselves", () => {
    expect(steps.map((n) => bucketStart(100, "day", n, 3))).toEqual(steps.map((n) => 100 + n));
  });

  test.each(WEEKDAYS.map((name, weekday) => [name, weekday] as const))(
    "of weeks begin on %s when weeks begin there",
    (_name, weekStart) => {
      const wrong = days.flatMap((day) =>
        steps
          .filter((n) => {
            const expected = walk(day, n, (at) => weekdayOf(at) === weekStart);
            return bucketStart(day, "week", n, weekStart) !== expected;
          })
          .map((n) => `${formatDay(day)} ${n}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  test("of months begin on the first, whatever day weeks begin on", () => {
    const wrong = days.flatMap((day) =>
      steps
        .filter((n) => {
          const expected = walk(day, n, (at) => formatDay(at).endsWith("-01"));
          return bucketStart(day, "month", n, 6) !== expected;
        })
        .map((n) => `${formatDay(day)} ${n}`),
    );
    expect(wrong).toEqual([]);
  });

  test("follow one another without a gap", () => {
    for (const bucket of ["day", "week", "month"] as const) {
      for (const day of days) {
        const next = bucketStart(day, bucket, 1, 0);
        expect(next).toBeGreaterThan(day);
        expect(bucketStart(next, bucket, 0, 0)).toBe(next);
        expect(bucketStart(next - 1, bucket, 0, 0)).toBe(bucketStart(day, bucket, 0, 0));
      }
    }
  });
});
