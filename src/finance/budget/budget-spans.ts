import { type Day, formatDay, parseDay, weekdayOf } from "../../core/index.js";
import type { Ledger, LedgerBucket } from "../ledger/index.js";
import { bucketOfDay } from "../ledger/ledger-bucket.js";
import type { ReadBudgetLine } from "./budget-line.js";

/** Buckets of which longer ones are made, the longest first; weeks are in none of them whole. */
const WHOLE: readonly LedgerBucket[] = ["year", "quarter", "month"];

/**
 * The longest bucket of which every period asked for is made, so that as few rows as may be are looked at.
 *
 * @param lines - whose periods must be made of it
 * @param bucket - of what has no line; it must be made of it too
 */
export function commonBucket(
  lines: readonly Pick<ReadBudgetLine, "from" | "until">[],
  bucket: LedgerBucket | undefined,
): LedgerBucket {
  const beginsOne = (day: Day, one: LedgerBucket): boolean => bucketOfDay(day, one, 0).from === day;
  const longest = bucket === undefined ? 0 : WHOLE.indexOf(bucket);
  if (longest < 0) return "day";
  const fitting = WHOLE.slice(longest).find((one) =>
    lines.every(({ from, until }) => beginsOne(from, one) && beginsOne(until, one)),
  );
  return fitting ?? "day";
}

/** The period of a day: its bucket, or without buckets none. */
type SpanOf = (date: string) => { readonly from: string | null; readonly until: string | null };

/** Tells the bucket of each day, as the ledger itself would group it. */
export function spansOf(ledger: Ledger, bucket: LedgerBucket | undefined): SpanOf {
  if (bucket === undefined) return () => ({ from: null, until: null });
  // Only the ledger knows on which day its weeks begin.
  const [week] = bucket === "week" ? ledger.group({ bucket }) : [];
  const weekStart = weekdayOf(parseDay(week?.from) ?? 0);
  return (date) => {
    const { from, until } = bucketOfDay(parseDay(date)!, bucket, weekStart);
    return { from: formatDay(from), until: formatDay(until) };
  };
}
