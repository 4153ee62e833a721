/** The days of a bucket (K56). */
import type { Day } from "../calendar.js";
import { endOfMonths, endOfWeeks } from "../calendar.js";

export type Bucket = "day" | "week" | "month";

/** The first day after the bucket that holds `day`. */
export function endOfBucket(bucket: Bucket, day: Day, weekStart: string): Day {
  switch (bucket) {
    case "day":
      return day + 1;
    case "week":
      return endOfWeeks(day, 1, weekStart);
    case "month":
      return endOfMonths(day, 1);
  }
}
