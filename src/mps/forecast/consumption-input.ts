import type { Bucket, Weekday } from "../../core/index.js";
import type { WorkingDays } from "../calendar-argument.js";
import type { ExactNumber } from "../exact-argument.js";
import type { ConsumptionMode } from "./counted-forecast.js";

/** A row of forecast: a quantity over days. */
export interface ForecastRow {
  /** Once among the forecasts. */
  readonly id: string;
  /** The first day that it covers, `"YYYY-MM-DD"`. */
  readonly from: string;
  /** The last day that it covers; when left out, the first. */
  readonly until?: string | undefined;
  /** 0 or more, over all of its days. */
  readonly quantity: ExactNumber;
  /** Whose forecast it is, such as a customer, a class or a location; everybody's when left out. */
  readonly key?: string | undefined;
  /** `false`: planned whatever is ordered, as that of a promotion; else `true`. */
  readonly consumable?: boolean | undefined;
  /**
   * The most of it that orders may consume, 0 to its quantity; all of it when left out. The rest stays
   * whatever is ordered.
   */
  readonly consumption?: ExactNumber | undefined;
}

/** An order beside forecast. */
export interface ForecastOrder {
  /** Once among the orders. */
  readonly id: string;
  /** `"YYYY-MM-DD"`. */
  readonly due: string;
  /** 0 or more, with what is shipped already. */
  readonly quantity: ExactNumber;
  /** What of it is shipped: it consumes forecast, but is no demand any more. Else 0. */
  readonly shipped?: ExactNumber | undefined;
  /** A whole number; a smaller one consumes first on a day. Last when left out. */
  readonly priority?: number | undefined;
  /** Whose forecast it consumes before everybody's; several: the most particular first. */
  readonly key?: string | readonly string[] | undefined;
  /** `false`: it consumes nothing, as one-off and dependent demand; else `true`. */
  readonly consumes?: boolean | undefined;
  /** The most of it that may consume, 0 to its quantity; all of it when left out. All is demand. */
  readonly consumption?: ExactNumber | undefined;
}

/** What `consumeForecast` is given. */
export interface ForecastConsumptionInput {
  /** Planning start T0, `"YYYY-MM-DD"`. */
  readonly startDate: string;
  /** Those of one key do not overlap, but for those of which nothing can be consumed. */
  readonly forecasts: readonly ForecastRow[];
  readonly orders?: readonly ForecastOrder[] | undefined;
  /** Quantities are whole 10^-decimals, 0 to 9; else 0. */
  readonly decimals?: number | undefined;
  /** Else `"backwardForward"`. */
  readonly consume?: ConsumptionMode | undefined;
  /** How many days before an order a bucket may end that it consumes; else 0. */
  readonly backward?: number | undefined;
  /** How many days after an order a bucket may begin that it consumes; else 0. */
  readonly forward?: number | undefined;
  /**
   * `"forecast"` (else): the days of a row are its bucket; days, weeks, months; or periods that do not
   * overlap, last day included. A row over several buckets is split over its days. Days of a row that
   * lie in none of the periods are a bucket of their own, up to the next period.
   */
  readonly bucket?:
    | "forecast"
    | Bucket
    | readonly { readonly from: string; readonly until: string }[]
    | undefined;
  /** Else `"mon"`. */
  readonly weekStart?: Weekday | undefined;
  /** The share of a row that one order may consume, above 0 to 1, rounded down; no limit when left out. */
  readonly cap?: ExactNumber | undefined;
  /**
   * Where the forecast of its key does not suffice, an order consumes everybody's: its `"rest"` (else),
   * only if there is `"noForecast"` of the key at all that can be consumed, or `"none"`.
   */
  readonly fallback?: "rest" | "noForecast" | "none" | undefined;
  /**
   * Per cent, 0 to 100, by which forecast of the n-th period from T0 on is reduced, consumed or not. A
   * row over several periods is split over its working days, whatever `bucket` is; its days before T0
   * are of the first period. Rounded down for each row and period.
   */
  readonly reduction?:
    | { readonly period: Bucket; readonly percentages: readonly ExactNumber[] }
    | undefined;
  /** What is left stands on the `"first"` working day left (else), or `"daily"` over those left. */
  readonly spread?: "first" | "daily" | undefined;
  /** Days from T0 on in which no forecast is planned; else 0. What ends inside them, by bucket, is none. */
  readonly demandTimeFence?: number | undefined;
  /** Days before T0 from which forecast still counts; else 0. */
  readonly pastForecastDays?: number | undefined;
  /**
   * A row that has begun counts whole (`"keep"`, else), whatever its buckets, or by the days that still
   * count (`"drop"`).
   */
  readonly elapsed?: "keep" | "drop" | undefined;
  /** The days among which a row is split; every day when left out. */
  readonly calendar?: WorkingDays | undefined;
}
