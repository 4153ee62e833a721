import { type Bucket, bucketStart, type Day } from "../../core/index.js";
import type { ConsumptionRules, CountedForecast, CountedPeriod } from "./counted-forecast.js";
import { splitEvenly } from "./even-split.js";
import { forecastReduction } from "./reduced-forecast.js";

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
  const reductionOf = forecastReduction(rules);
  const firstDay = rules.startDay - rules.pastForecastDays;
  const isWhole = rules.bucket === "forecast" && rules.reduction === undefined;
  const parts: ForecastPart[] = [];
  for (const [row, forecast] of forecasts.entries()) {
    const { quantity } = forecast;
    if (isWhole && (rules.elapsed === "keep" || forecast.from >= firstDay)) {
      // The row of most plans: one part, of which no day is asked for.
      const { from, until } = forecast;
      const dropped = until < firstDay ? quantity : 0;
      parts.push({ row, from, until, bucket: forecast, quantity, dropped, reduced: 0 });
      continue;
    }
    const split = splitEvenly(quantity, forecast.from, forecast.until, rules.calendar);
    // T4: a row that is past goes whole; one that has begun as `elapsed` says, in buckets of any size.
    const isDropped = rules.elapsed === "drop" || forecast.until < firstDay;
    const counts = isDropped ? firstDay : forecast.from;
    const reduced = reductionOf((from, until) => split.sum(Math.max(from, counts), until));
    for (const bucket of bucketsOf(forecast, rules)) {
      const from = Math.max(forecast.from, bucket.from);
      const until = Math.min(forecast.until, bucket.until);
      parts.push({
        row,
        from,
        until,
        bucket,
        quantity: split.sum(from, until),
        dropped: split.sum(from, Math.min(until, counts - 1)),
        reduced: reduced(from, until),
      });
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
