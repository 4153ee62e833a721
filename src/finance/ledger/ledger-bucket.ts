import { bucketStart, type Day, formatDay } from "../../core/index.js";

/** The length of a column of a report. */
export type LedgerBucket = "day" | "week" | "month" | "quarter" | "year";

/** The lengths that there are. */
export const LEDGER_BUCKETS = ["day", "week", "month", "quarter", "year"] as const;

/** The bucket that holds a day: its first day, and the day after its last. */
export function bucketOfDay(
  day: Day,
  bucket: LedgerBucket,
  weekStart: number,
): { readonly from: Day; readonly until: Day } {
  if (bucket !== "quarter" && bucket !== "year") {
    return {
      from: bucketStart(day, bucket, 0, weekStart),
      until: bucketStart(day, bucket, 1, weekStart),
    };
  }
  const length = bucket === "quarter" ? 3 : 12;
  const month = (Number(formatDay(day).split("-").at(-2)) - 1) % length;
  return {
    from: bucketStart(day, "month", -month, weekStart),
    until: bucketStart(day, "month", length - month, weekStart),
  };
}
