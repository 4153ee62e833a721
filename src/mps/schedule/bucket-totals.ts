import {
  type Day,
  type Decimal,
  formatDay,
  quantityToDecimal,
  type Ratio,
} from "../../core/index.js";
import {
  add,
  type Check,
  identifier,
  listOf,
  must,
  objectOf,
  optional,
  readArgument,
  UNSOUND,
  wrongType,
} from "../argument.js";
import { day, type ExactNumber, quantity, wholeNumber } from "../exact-argument.js";
import { bucketIssues, bucketOfDays, type DateBucket, type DayBucket } from "./date-bucket.js";
import { quantityCounter } from "./quantity-counter.js";

/**
 * A quantity on a day: an order, a receipt, a forecast on its first day. The day is its `date`, or its
 * `due` as orders and the demand that `consumeForecast` leaves have it. What it is called is not looked
 * at.
 */
export type DatedQuantity = {
  /** In units, 0 or more. */
  readonly quantity: ExactNumber;
  /** Id of an order, as others give it. */
  readonly id?: string | undefined;
  /** Id of a forecast, as `consumeForecast` gives it. */
  readonly forecast?: string | undefined;
} & (
  | {
      /** `"YYYY-MM-DD"`. */
      readonly date: string;
      readonly due?: undefined;
    }
  | {
      readonly date?: undefined;
      /** `"YYYY-MM-DD"`. */
      readonly due: string;
    }
);

/** What {@link bucketTotals} is asked. */
export interface BucketTotalsInput {
  /** The quantities, in any order. */
  readonly rows: readonly DatedQuantity[];
  /** The buckets, one after the other without gaps; see {@link dateBuckets}. */
  readonly buckets: readonly DateBucket[];
  /**
   * How many days before the first bucket a quantity still counts in it; when left out, however long
   * it is past due.
   */
  readonly pastDueDays?: number | undefined;
  /** How fine the quantities are, 0 to 9; as fine as the finest when left out. */
  readonly decimals?: number | undefined;
}

/** Where dated quantities came to lie; nothing is lost between the four. */
export interface BucketTotals {
  /** What each bucket holds, in units; the first one with what is past due. */
  readonly totals: readonly Decimal[];
  /** What the first bucket holds from before its start. */
  readonly pastDue: Decimal;
  /** What is past due for longer than `pastDueDays`, and so in no bucket. */
  readonly ignored: Decimal;
  /** What lies behind the last bucket. */
  readonly beyond: Decimal;
}

const datedQuantity = objectOf({
  date: optional(day),
  due: optional(day),
  quantity,
  id: optional(identifier),
  forecast: optional(identifier),
});

/** Checks a list of dated quantities. */
export const datedQuantities: Check<{ readonly date: Day; readonly quantity: Ratio }[]> = listOf(
  (value, place) => {
    const before = place.issues.length;
    const read = datedQuantity(value, place);
    if (read === UNSOUND) return UNSOUND;
    const { date, due, quantity: amount } = read;
    if (place.issues.length === before && (date === undefined) === (due === undefined)) {
      const day = { ...place, path: [...place.path, "date"] };
      if (date === undefined) wrongType(date, day, 'a day "YYYY-MM-DD"');
      else
        add(day, "contradiction", must(formatDay(date), day, "not stand beside a due. Give one"));
    }
    return { date: (date ?? due)!, quantity: amount };
  },
);

/** The largest number of past-due days that says anything. */
export const MOST_DAYS = 110_000;

/**
 * Sums dated quantities by bucket: the series of a master schedule from its orders.
 *
 * @param input - the rows (units on days), the buckets, and how far back what is past due counts
 * @returns a total for each bucket, and what lies before and behind them
 * @throws PlanningInputError when a field is wrong, a quantity negative, or buckets overlap, are empty
 * or leave days out (`contradiction`)
 *
 * Source: rules T2, T4, T5, D3.
 *
 * @example
 * ```ts
 * const weeks = dateBuckets({ startDate: "2026-01-05", horizonEnd: "2026-01-18", bucket: "week" });
 * const rows = [
 *   { date: "2025-12-30", quantity: 2 },
 *   { date: "2026-01-07", quantity: 5 },
 *   { date: "2026-01-12", quantity: 4 },
 * ];
 * const { totals, pastDue } = bucketTotals({ rows, buckets: weeks });
 * totals.map(Number); // => [7, 4]
 * Number(pastDue); // => 2
 * ```
 */
export function bucketTotals(input: BucketTotalsInput): BucketTotals {
  let counted: { readonly counts: number[]; readonly decimals: number } | undefined;
  const read = readArgument(
    input,
    {
      rows: datedQuantities,
      buckets: listOf(bucketOfDays, 1),
      pastDueDays: optional(wholeNumber(0, MOST_DAYS)),
      decimals: optional(wholeNumber(0, 9)),
    },
    ({ rows = [], buckets, decimals }, issues) => {
      bucketIssues(buckets, issues);
      const ratios = rows.map((row) => row?.quantity);
      const counter = quantityCounter(ratios, decimals, issues);
      const counts = ratios.map((ratio, n) => counter.count(ratio, ["rows", n, "quantity"]));
      counted = { counts, decimals: counter.decimals };
    },
  );
  const { rows, buckets } = read;
  const { counts, decimals } = counted!;
  const first = buckets[0]!.start;
  const totals = buckets.map(() => 0);
  const outside = { pastDue: 0, ignored: 0, beyond: 0 };
  for (const [n, { date }] of rows.entries()) {
    const count = counts[n]!;
    if (date >= buckets.at(-1)!.end) outside.beyond += count;
    else if (first - date > (read.pastDueDays ?? MOST_DAYS)) outside.ignored += count;
    else {
      if (date < first) outside.pastDue += count;
      totals[bucketOn(buckets, date)]! += count;
    }
  }
  const face = (count: number): Decimal => quantityToDecimal(count, decimals);
  return {
    totals: totals.map(face),
    pastDue: face(outside.pastDue),
    ignored: face(outside.ignored),
    beyond: face(outside.beyond),
  };
}

/** The bucket that holds a day; the first for what lies before it. */
function bucketOn(buckets: readonly DayBucket[], date: Day): number {
  let [low, high] = [0, buckets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (buckets[middle]!.start <= date) low = middle;
    else high = middle - 1;
  }
  return low;
}
