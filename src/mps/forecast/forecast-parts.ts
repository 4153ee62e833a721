import { type Bucket, bucketStart, type Day } from "../../core/index.js";
import type { ConsumptionRules, CountedForecast, CountedPeriod } from "./counted-forecast.js";
import { type EvenSplit, splitEvenly } from "./even-split.js";
import { reductionOf } from "./reduced-forecast.js";

/** A row of forecast, or what of it lies in one bucket. */
export interface ForecastPart {
  /** Place of the row in its list. */
  readonly row: number;
  /** The days of the row in the bucket. */
  readonly from: Day;
  readonly until: Day;
  /** The bucket that holds them. */
  readonly bucket: CountedPeriod;
  /** Whole counts that the part is of the row. */
  readonly quantity: number;
  /** Of these, what lies before the days that still count (T4). */
  readonly dropped: number;
  /** Of these, what percentages take off. */
  readonly reduced: number;
}

/** Splits forecast into buckets, drops what is past, and reduces it by percentages (D1, D5, T4). */
export function forecastParts(
  forecasts: readonly CountedForecast[],
  rules: ConsumptionRules,
): ForecastPart[] {
  const reduce = reductionByDay(rules);
  const firstDay = rules.startDay - rules.pastForecastDays;
  const parts: ForecastPart[] = [];
  for (const [row, forecast] of forecasts.entries()) {
    if (rules.bucket === "forecast" && (rules.elapsed === "keep" || forecast.from >= firstDay)) {
      // The row of most plans: one part, of which no day is asked for.
      const { from, until, quantity } = forecast;
      const dropped = until < firstDay ? quantity : 0;
      const reduced = reduce(Math.max(from, rules.startDay), quantity - dropped);
      parts.push({ row, from, until, bucket: forecast, quantity, dropped, reduced });
      continue;
    }
    const split = splitEvenly(forecast.quantity, forecast.from, forecast.until, rules.calendar);
    for (const bucket of bucketsOf(forecast, rules)) {
      const from = Math.max(forecast.from, bucket.from);
      const until = Math.min(forecast.until, bucket.until);
      const quantity = split.sum(from, until);
      const dropped = droppedOf({ from, until }, quantity, split, firstDay, rules.elapsed);
      const reduced = reduce(Math.max(from, rules.startDay), quantity - dropped);
      parts.push({ row, from, until, bucket, quantity, dropped, reduced });
    }
  }
  return parts;
}

/** The buckets that a row goes over, in their order. Days in none of the periods are their own. */
function* bucketsOf(
  forecast: CountedPeriod,
  { bucket, weekStart }: ConsumptionRules,
): Generator<CountedPeriod> {
  if (bucket === "forecast") yield { from: forecast.from, until: forecast.until };
  else if (typeof bucket === "string") yield* calendarBuckets(forecast, bucket, weekStart);
  else yield* givenPeriods(forecast, bucket);
}

function* calendarBuckets(
  { from: first, until: last }: CountedPeriod,
  bucket: Bucket,
  weekStart: number,
): Generator<CountedPeriod> {
  let from = bucketStart(first, bucket, 0, weekStart);
  while (from <= last) {
    const next = bucketStart(from, bucket, 1, weekStart);
    yield { from, until: next - 1 };
    from = next;
  }
}

function* givenPeriods(
  { from: first, until: last }: CountedPeriod,
  periods: readonly CountedPeriod[],
): Generator<CountedPeriod> {
  let day = first;
  for (let n = periodFrom(periods, first); day <= last; n++) {
    const period = periods[n];
    const begins = period === undefined ? last + 1 : Math.min(period.from, last + 1);
    if (day < begins) yield { from: day, until: begins - 1 };
    if (period === undefined || period.from > last) return;
    yield period;
    day = period.until + 1;
  }
}

/** The first of the periods that ends on a day or later. */
function periodFrom(periods: readonly CountedPeriod[], day: Day): number {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periods[middle]!.until < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** T4: a part that ends before what still counts goes whole; one that has begun as `elapsed` says. */
function droppedOf(
  { from, until }: CountedPeriod,
  quantity: number,
  split: EvenSplit,
  firstDay: Day,
  elapsed: ConsumptionRules["elapsed"],
): number {
  if (until < firstDay) return quantity;
  return elapsed === "drop" ? split.sum(from, Math.min(until, firstDay - 1)) : 0;
}

/** What is taken off a quantity of a day: the percentage of its period from T0 on, rounded down. */
function reductionByDay(rules: ConsumptionRules): (day: Day, quantity: number) => number {
  const { reduction, startDay, weekStart } = rules;
  if (reduction === undefined) return () => 0;
  const { period, percentages } = reduction;
  const ends = percentages.map((_, n) => bucketStart(startDay, period, n + 1, weekStart));
  return (day, quantity) => {
    const percentage = percentages[ends.findIndex((end) => day < end)];
    return percentage === undefined ? 0 : reductionOf(quantity, percentage);
  };
}
