import {
  type Calendar,
  type Day,
  type Decimal,
  EVERY_DAY,
  formatDay,
  formatPath,
  type Issue,
  precisionWords,
  quantityToDecimal,
  workingDaysUpTo,
} from "../../core/index.js";
import { type Doubtful, listOf, objectOf, optional, readArgument } from "../argument.js";
import { calendar, type WorkingDays } from "../calendar-argument.js";
import { day, type ExactNumber, quantity, wholeNumber } from "../exact-argument.js";
import { bucketIssues, bucketOfDays, type DateBucket, endDay } from "./date-bucket.js";
import { quantityCounter } from "./quantity-counter.js";

/** A rate of production over some days. */
export interface ProductionRate {
  /** The first day, `"YYYY-MM-DD"`. */
  readonly start: string;
  /** The day after the last, `"YYYY-MM-DD"`. */
  readonly end: string;
  /** Units a working day. */
  readonly perDay: ExactNumber;
}

/** What {@link rateBasedSchedule} is asked. */
export interface RateBasedScheduleInput {
  /** The rates, in any order; no two for the same day. */
  readonly rates: readonly ProductionRate[];
  /** The columns of the schedule, see {@link dateBuckets}. */
  readonly buckets: readonly DateBucket[];
  /** The days that work; all of them when left out. */
  readonly calendar?: WorkingDays | undefined;
  /** How fine the quantities are, 0 to 9; as fine as the finest rate when left out. */
  readonly decimals?: number | undefined;
}

/** What the rates make. */
export interface RateBasedSchedule {
  /** What comes in each bucket, in units: firm quantities of {@link masterScheduleGrid}. */
  readonly totals: readonly Decimal[];
  /** What comes on days that are in no bucket. */
  readonly outside: Decimal;
}

interface Rate {
  readonly start: Day;
  readonly end: Day;
  readonly count: number;
}

/**
 * Sums a rate-based master schedule by bucket: units a working day, as repetitive production is
 * scheduled.
 *
 * @param input - the rates (units a working day), the buckets and the working days
 * @returns a total for each bucket, and what lies outside them
 * @throws PlanningInputError when a field is wrong, a rate negative, or rates or buckets overlap
 * (`contradiction`)
 *
 * Source: rule D2; APICS dictionary, "rate-based scheduling".
 *
 * @example
 * ```ts
 * const weeks = dateBuckets({ startDate: "2026-01-05", horizonEnd: "2026-01-18", bucket: "week" });
 * const { totals } = rateBasedSchedule({
 *   rates: [
 *     { start: "2026-01-05", end: "2026-01-14", perDay: 10 },
 *     { start: "2026-01-14", end: "2026-01-19", perDay: 12 },
 *   ],
 *   buckets: weeks,
 *   calendar: { workingDays: ["mon", "tue", "wed", "thu", "fri"] },
 * });
 * totals.map(Number); // => [50, 56]
 * ```
 */
export function rateBasedSchedule(input: RateBasedScheduleInput): RateBasedSchedule {
  let counted:
    | { readonly rates: Rate[]; readonly all: number; readonly decimals: number }
    | undefined;
  const read = readArgument(
    input,
    {
      rates: listOf(objectOf({ start: day, end: endDay, perDay: quantity })),
      buckets: listOf(bucketOfDays, 1),
      calendar: optional(calendar, EVERY_DAY),
      decimals: optional(wholeNumber(0, 9)),
    },
    ({ rates: given = [], buckets, calendar: working, decimals }, issues) => {
      bucketIssues(buckets, issues);
      rateIssues(given, issues);
      const ratios = given.map((rate) => rate?.perDay);
      const counter = quantityCounter(ratios, decimals, issues);
      const rates = given.map((rate, n) => ({
        start: rate?.start ?? 0,
        end: rate?.end ?? 0,
        count: counter.count(rate?.perDay, ["rates", n, "perDay"]),
      }));
      const all = rates.reduce(
        (sum, rate) => sum + madeBetween(rate, rate.start, rate.end, working ?? EVERY_DAY),
        0,
      );
      if (all > Number.MAX_SAFE_INTEGER && working !== undefined) {
        const message = `The rates make more than 2^53 − 1 in ${precisionWords(counter.decimals)}. Choose another unit or fewer decimals.`;
        issues.push({ code: "quantityOverflow", path: ["rates"], message });
      }
      rates.sort((a, b) => a.start - b.start);
      counted = { rates, all, decimals: counter.decimals };
    },
  );
  const { rates, all, decimals } = counted!;
  let inside = 0;
  let next = 0; // the first rate that reaches into the bucket or beyond
  const totals = read.buckets.map(({ start, end }) => {
    while (next < rates.length && rates[next]!.end <= start) next++;
    let total = 0;
    for (let n = next; n < rates.length && rates[n]!.start < end; n++) {
      total += madeBetween(rates[n]!, start, end, read.calendar);
    }
    inside += total;
    return quantityToDecimal(total, decimals);
  });
  return { totals, outside: quantityToDecimal(all - inside, decimals) };
}

/** What a rate makes of the days from one to before another. */
function madeBetween(rate: Rate, from: Day, until: Day, working: Calendar): number {
  const [first, end] = [Math.max(rate.start, from), Math.min(rate.end, until)];
  if (end <= first) return 0;
  return rate.count * (workingDaysUpTo(working, end - 1) - workingDaysUpTo(working, first - 1));
}

/** Notes rates that last no day, or share one with another. */
function rateIssues(
  given: readonly Doubtful<{ readonly start: Day; readonly end: Day }>[],
  issues: Issue[],
): void {
  const rates = given.map((rate) => {
    const { start, end } = rate ?? {};
    return start === undefined || end === undefined ? undefined : { start, end };
  });
  const sound = [...rates.keys()].filter((n) => rates[n] !== undefined);
  let before: number | undefined;
  for (const n of sound.sort((a, b) => rates[a]!.start - rates[b]!.start)) {
    const { start, end } = rates[n]!;
    const path = ["rates", n];
    const given = `${formatDay(start)} to ${formatDay(end)}`;
    if (end <= start) {
      const message = `The ${formatPath(path)} (${given}) must end after it starts.`;
      issues.push({ code: "contradiction", path: [...path, "end"], message });
    }
    if (before !== undefined && rates[before]!.end > start) {
      const message = `The ${formatPath(path)} (${given}) overlaps ${formatPath(["rates", before])}, which ends before ${formatDay(rates[before]!.end)}. Start it there.`;
      issues.push({ code: "contradiction", path: [...path, "start"], message });
    }
    if (before === undefined || end > rates[before]!.end) before = n;
  }
}
