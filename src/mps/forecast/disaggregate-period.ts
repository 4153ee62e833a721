import {
  type Bucket,
  bucketStart,
  type Day,
  type Decimal,
  formatDay,
  type Issue,
  quantityToDecimal,
  type Weekday,
} from "../../core/index.js";
import {
  add,
  type Check,
  type DoubtfulFields,
  oneOf,
  optional,
  readArgument,
} from "../argument.js";
import { calendar, type WorkingDays, weekday } from "../calendar-argument.js";
import { countOf, day, type ExactNumber, quantity, wholeNumber } from "../exact-argument.js";
import type { CountedPeriod } from "./counted-forecast.js";
import { splitEvenly } from "./even-split.js";

/** A quantity of a period, and into what it is split. */
export interface PeriodInput {
  /** First and last day, `"YYYY-MM-DD"`; the last is the first when left out. */
  readonly from: string;
  readonly until?: string | undefined;
  /** 0 or more, over the whole period. */
  readonly quantity: ExactNumber;
  /** Quantities are whole 10^-decimals, 0 to 9; else 0. */
  readonly decimals?: number | undefined;
  /** The days that get a part; every day when left out. */
  readonly calendar?: WorkingDays | undefined;
  /**
   * Days (else), weeks, months, or so many days each, counted from the first day that gets something:
   * from `notBefore` on, where that is later than `from`.
   */
  readonly bucket?: Bucket | number | undefined;
  /** Else `"mon"`. */
  readonly weekStart?: Weekday | undefined;
  /** Nothing is put before this day, such as today; else the first day. */
  readonly notBefore?: string | undefined;
  /** What falls on days before it is put on the days left (`"keep"`, else), or goes (`"drop"`). */
  readonly elapsed?: "keep" | "drop" | undefined;
}

/** What of a period falls into one bucket. */
export interface PeriodPart {
  /** The days of the period in the bucket, both in it. */
  readonly from: string;
  readonly until: string;
  /** Above 0. */
  readonly quantity: Decimal;
}

/** What {@link disaggregatePeriod} answers; the parts and what is dropped add up to the quantity. */
export interface DisaggregatedPeriod {
  readonly parts: readonly PeriodPart[];
  /** What lies before `notBefore` and is not kept. */
  readonly dropped: Decimal;
}

const MOST_DAYS = 110_000;

const bucket: Check<Bucket | number> = (value, place) =>
  typeof value === "number"
    ? wholeNumber(1, MOST_DAYS)(value, place)
    : oneOf("day", "week", "month")(value, place);

const FIELDS = {
  from: day,
  until: optional(day),
  quantity,
  decimals: optional(wholeNumber(0, 9), 0),
  calendar: optional(calendar),
  bucket: optional(bucket, "day"),
  weekStart: optional(weekday, 0),
  notBefore: optional(day),
  elapsed: optional(oneOf("keep", "drop"), "keep"),
};

/**
 * Splits a quantity of a period evenly over its working days, so that the parts add up to it.
 *
 * By largest remainder: every day gets the same whole number, and the first days one more until
 * nothing is left. A period without a working day is split over all of its days. Larger buckets get
 * the sum of their days and never go beyond the period.
 *
 * @param input - the quantity, its first and last day, and the buckets asked for
 * @returns the parts in their order, without those of nothing; and what is dropped
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: rules D5, Q5.
 *
 * @example
 * ```ts
 * const { parts } = disaggregatePeriod({
 *   from: "2026-03-02",
 *   until: "2026-03-08",
 *   quantity: 12,
 *   calendar: { workingDays: ["mon", "tue", "wed", "thu", "fri"] },
 * });
 * parts.map((part) => Number(part.quantity)); // => [3, 3, 2, 2, 2]
 * parts.at(-1)?.from; // => "2026-03-06"
 * ```
 */
export function disaggregatePeriod(input: PeriodInput): DisaggregatedPeriod {
  const read = readArgument(input, FIELDS, noteMistakes);
  const { from, until = from, decimals, elapsed, notBefore = from } = read;
  const total = countOf(read.quantity, decimals, { path: ["quantity"], issues: [] });
  const first = Math.max(from, notBefore);
  const whole = splitEvenly(total, from, until, read.calendar);
  const dropped = first > until ? total : elapsed === "drop" ? whole.sum(from, first - 1) : 0;
  const exact = (count: number): Decimal => quantityToDecimal(count, decimals);
  if (first > until) return { parts: [], dropped: exact(dropped) };

  const split = elapsed === "drop" ? whole : splitEvenly(total, first, until, read.calendar);
  const parts: PeriodPart[] = [];
  for (const days of bucketsOf(first, until, read.bucket, read.weekStart)) {
    const count = split.sum(days.from, days.until);
    if (count === 0) continue;
    parts.push({
      from: formatDay(days.from),
      until: formatDay(days.until),
      quantity: exact(count),
    });
  }
  return { parts, dropped: exact(dropped) };
}

function noteMistakes(read: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  const { from, until, quantity: total, decimals } = read;
  if (total !== undefined && decimals !== undefined)
    countOf(total, decimals, { path: ["quantity"], issues });
  if (from !== undefined && until !== undefined && until < from) {
    const message = `The until lies before from. Correct one of them.`;
    add({ path: ["until"], issues }, "contradiction", message);
  }
}

function* bucketsOf(
  first: Day,
  last: Day,
  length: Bucket | number,
  weekStart: number,
): Generator<CountedPeriod> {
  for (let from = first; from <= last; ) {
    const next =
      typeof length === "number" ? from + length : bucketStart(from, length, 1, weekStart);
    yield { from, until: Math.min(next - 1, last) };
    from = next;
  }
}
