import { UTCDate } from "@date-fns/utc";
import { addMonths } from "date-fns/addMonths";
import { startOfMonth } from "date-fns/startOfMonth";
import { type Day, WEEKDAY_COUNT, weekdayOf } from "./day.js";

const MILLISECONDS_A_DAY = 86_400_000;

/** The length of a column of a record. */
export type Bucket = "day" | "week" | "month";

/**
 * The first day of the bucket n buckets after the one that holds a day.
 *
 * @param day - any day
 * @param bucket - days, weeks or calendar months
 * @param n - 0 for the bucket of the day itself
 * @param weekStart - the weekday on which weeks begin; Monday is 0
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
