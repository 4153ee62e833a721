import {
  type Bucket,
  bucketStart,
  type Day,
  FIRST_DAY,
  formatDay,
  formatPath,
  type Issue,
  LAST_DAY,
  WEEKDAYS,
  type Weekday,
} from "../../core/index.js";
import { type Check, type Doubtful, objectOf, oneOf, optional, readArgument } from "../argument.js";
import { day, wholeNumber } from "../exact-argument.js";

/** Some days in a row, which make one column of a master schedule. */
export interface DateBucket {
  /** The first day, `"YYYY-MM-DD"`. */
  readonly start: string;
  /** The day after the last, `"YYYY-MM-DD"`. */
  readonly end: string;
  /** How many days it has, working or not; nobody needs to say it. */
  readonly days?: number | undefined;
}

/** A bucket and how long it is. */
export interface CountedBucket extends DateBucket {
  /** How many days it has, working or not. */
  readonly days: number;
}

/** What {@link dateBuckets} is asked. */
export interface DateBucketsInput {
  /** T0, the first day of the first bucket, `"YYYY-MM-DD"`. */
  readonly startDate: string;
  /** The last day of the last bucket, `"YYYY-MM-DD"`. */
  readonly horizonEnd: string;
  /** How long a bucket is. */
  readonly bucket: Bucket;
  /** The weekday on which weeks begin; Monday when left out. */
  readonly weekStart?: Weekday | undefined;
}

/** A bucket as days. */
export interface DayBucket {
  readonly start: Day;
  /** The day after the last. */
  readonly end: Day;
  readonly days?: number | undefined;
}

const DAY_AFTER_THE_LAST = formatDay(LAST_DAY + 1);

/** A day, or the one on which a horizon to the end of 2199 is over. */
export const endDay: Check<Day> = (value, place) =>
  value === DAY_AFTER_THE_LAST ? LAST_DAY + 1 : day(value, place);

/** Reads one bucket; {@link bucketIssues} looks at them together. */
export const bucketOfDays = objectOf({
  start: day,
  end: endDay,
  days: optional(wholeNumber(0, LAST_DAY - FIRST_DAY + 1)),
});

/**
 * Divides a horizon into days, weeks or calendar months.
 *
 * The first bucket begins on the start date, in the middle of a week or month too, and the last one
 * ends with the horizon; so the days of all buckets are the days of the horizon, whatever their size.
 *
 * @param input - the first and the last day, and the size of a bucket
 * @returns the buckets in their order; `end` is the day after the last
 * @throws PlanningInputError when a field is wrong, or the horizon ends before it begins
 *
 * Source: rules T2 (buckets are half open), D2.
 *
 * @example
 * ```ts
 * const horizon = { startDate: "2026-01-28", horizonEnd: "2026-02-10" };
 * const weeks = dateBuckets({ ...horizon, bucket: "week" });
 * weeks.map(({ start, days }) => `${start}: ${days}`);
 * // => ["2026-01-28: 5", "2026-02-02: 7", "2026-02-09: 2"]
 * ```
 */
export function dateBuckets(input: DateBucketsInput): readonly CountedBucket[] {
  const read = readArgument(
    input,
    {
      startDate: day,
      horizonEnd: day,
      bucket: oneOf("day", "week", "month"),
      weekStart: optional(oneOf(...WEEKDAYS), "mon"),
    },
    ({ startDate, horizonEnd }, issues) => {
      if (horizonEnd === undefined || startDate === undefined || horizonEnd >= startDate) return;
      const message = `The horizonEnd (${formatDay(horizonEnd)}) must not lie before the startDate (${formatDay(startDate)}).`;
      issues.push({ code: "contradiction", path: ["horizonEnd"], message });
    },
  );
  const weekStart = WEEKDAYS.indexOf(read.weekStart);
  const buckets: CountedBucket[] = [];
  for (let start = read.startDate; start <= read.horizonEnd; ) {
    const next = bucketStart(start, read.bucket, 1, weekStart);
    const end = Math.min(next, read.horizonEnd + 1);
    buckets.push({ start: formatDay(start), end: formatDay(end), days: end - start });
    start = end;
  }
  return buckets;
}

/** Notes buckets that are empty, overlap or leave days out (T2), each by its place. */
export function bucketIssues(buckets: Doubtful<readonly DayBucket[]>, issues: Issue[]): void {
  for (const [n, { start, end, days } = {}] of (buckets ?? []).entries()) {
    if (start === undefined || end === undefined) continue;
    const path = ["buckets", n];
    const note = (field: string, message: string) =>
      issues.push({ code: "contradiction", path: [...path, field], message });
    const given = `${formatDay(start)} to ${formatDay(end)}`;
    if (end <= start) {
      note("end", `The ${formatPath(path)} (${given}) must end after it starts.`);
    }
    if (end > start && days !== undefined && days !== end - start) {
      note("days", `The ${formatPath(path)} (${given}) has ${end - start} days, not ${days}.`);
    }
    const ended = buckets?.[n - 1]?.end;
    if (ended === undefined || start === ended) continue;
    const last = formatDay(ended);
    note(
      "start",
      start < ended
        ? `The ${formatPath(path)} (${given}) overlaps the one before it, which ends before ${last}. Start it there.`
        : `The ${formatPath(path)} (${given}) leaves out days: the one before it ends before ${last}. Start it there.`,
    );
  }
}
