import { UTCDate } from "@date-fns/utc";
import { addMonths } from "date-fns/addMonths";
import { startOfMonth } from "date-fns/startOfMonth";
import { type Day, WEEKDAY_COUNT, weekdayOf } from "./day.js";

const MILLISECONDS_A_DAY = 86_400_000;

/** The length of a column of a record. */
export type Bucket = "day" | "week" | "month";

/**
 * Finds the first day of the bucket n buckets after the one that holds a day.
 *
 * @param day - any day
 * @param bucket - days, weeks or calendar months
 * @param n - how many buckets on; 0 for the one of the day itself, negative for earlier ones
 * @param weekStart - the weekday on which weeks begin, 0 to 6; Monday is 0
 * @returns the day on which that bucket begins; it ends before the next one begins (T2)
 *
 * Source: rules T2, L3.
 *
 * @example
 * ```ts
 * const wednesday = parseDay("2026-01-28")!;
 * formatDay(bucketStart(wednesday, "week", 0, 0)); // => "2026-01-26"
 * formatDay(bucketStart(wednesday, "month", 1, 0)); // => "2026-02-01"
 * ```
 */
export function bucketStart(day: Day, bucket: Bucket, n: number, weekStart: number): Day {
  switch (bucket) {
    case "day":
      return day + n;
    case "week":
      return (
        day - ((weekdayOf(day) - weekStart + WEEKDAY_COUNT) % WEEKDAY_COUNT) + n * WEEKDAY_COUNT
      );
    case "month": {
      const month = startOfMonth(new UTCDate(day * MILLISECONDS_A_DAY));
      return addMonths(month, n).getTime() / MILLISECONDS_A_DAY;
    }
  }
}
