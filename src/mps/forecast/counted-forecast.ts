import type { Bucket, Calendar, Day, Ratio } from "../../core/index.js";

/** Where an order looks for forecast to consume, in this order; `none`: both count in full (D1). */
export type ConsumptionMode =
  | "backwardForward"
  | "forwardBackward"
  | "backward"
  | "forward"
  | "none";

/** A row of forecast, in whole counts of 10^-decimals. */
export interface CountedForecast {
  /** Settles ties. */
  readonly id: string;
  /** The first day that it covers. */
  readonly from: Day;
  /** The last day that it covers, not before the first. */
  readonly until: Day;
  /** What is left of it to come: a whole number, 0 or more. */
  readonly quantity: number;
  /** What of it is shipped, beside that: the cap is a share of both; 0 when left out. */
  readonly shipped?: number | undefined;
  /** Whose forecast it is (a customer, a class, a location); everybody's when left out. */
  readonly key?: string | undefined;
  /** `false`: no order consumes it, as that of a promotion. */
  readonly consumable?: boolean | undefined;
  /** The most of it that orders consume together; all of it when left out. */
  readonly consumption?: number | undefined;
}

/** An order that may consume forecast, in whole counts of 10^-decimals. */
export interface CountedOrder {
  /** Settles ties. */
  readonly id: string;
  /** Its own day: the bucket that holds it is the order's own. */
  readonly due: Day;
  /** The day on which it is netted, by which orders come in turn (T2); when left out, `due`. */
  readonly netted?: Day | undefined;
  /** A whole number, 0 or more. */
  readonly quantity: number;
  /** A smaller one consumes first on a day; none: last. */
  readonly priority?: number | undefined;
  /** Whose forecast it consumes before everybody's: the most particular key first. */
  readonly keys?: readonly string[] | undefined;
  /** `false`: it consumes nothing, as one-off demand does. */
  readonly consumes?: boolean | undefined;
  /** The most of it that consumes; all of it when left out. */
  readonly consumption?: number | undefined;
}

/** A period of days, both ends in it. */
export interface CountedPeriod {
  readonly from: Day;
  readonly until: Day;
}

/** How forecast is consumed and what is left of it is planned (D1, T4). */
export interface ConsumptionRules {
  /** Planning start T0. */
  readonly startDay: Day;
  readonly consume: ConsumptionMode;
  /** How many days before an order a bucket may end that it consumes. */
  readonly backward: number;
  /** How many days after an order a bucket may begin that it consumes. */
  readonly forward: number;
  /**
   * What a bucket is: the days of a row itself, calendar buckets, or periods that do not overlap and
   * stand in their order. A row that goes over several is split over its days.
   */
  readonly bucket: "forecast" | Bucket | readonly CountedPeriod[];
  /** The weekday on which weeks begin, 0 to 6; Monday is 0. */
  readonly weekStart: number;
  /** The share of a row that one order may consume at most, rounded down; no limit when left out. */
  readonly cap?: Ratio | undefined;
  /**
   * What an order with keys does with what the forecast of its first key does not cover: `"rest"`, it
   * goes on with the next key and at last with everybody's; `"noForecast"`, only when there is no
   * forecast of the key at all that can be consumed; `"none"`, nothing.
   */
  readonly fallback: "rest" | "noForecast" | "none";
  /**
   * Per cent by which forecast of the n-th period from T0 on is reduced before anything consumes it; a
   * row over several periods is split over its days, days before T0 are of the first.
   */
  readonly reduction?:
    | { readonly period: Bucket; readonly percentages: readonly Ratio[] }
    | undefined;
  /** What is left goes on the first day left, or evenly over the days left. */
  readonly spread: "first" | "daily";
  /** Days from T0 on in which no forecast is planned. */
  readonly demandTimeFence: number;
  /** Days before T0 from which forecast still counts (T4). */
  readonly pastForecastDays: number;
  /** Whether a row that has begun still counts whole, or only the share of the days that still count. */
  readonly elapsed: "keep" | "drop";
  /** The days among which a row is split; every day when left out. */
  readonly calendar?: Calendar | undefined;
}

/** How much of which forecast an order consumed. */
export interface CountedConsumption {
  /** Place of the order in its list. */
  readonly order: number;
  /** Place of the row of forecast in its list. */
  readonly forecast: number;
  /** First and last day of the forecast that was consumed: of the row, or of its part in a bucket. */
  readonly from: Day;
  readonly until: Day;
  /** Above 0. */
  readonly quantity: number;
}

/** Forecast that is left and becomes demand on a day. */
export interface CountedRemainder {
  /** Place of the row of forecast in its list. */
  readonly forecast: number;
  readonly day: Day;
  /** Above 0. */
  readonly quantity: number;
}

/**
 * What came of it. For each row of forecast
 * `dropped + reduced + consumed + planned + fenced = quantity`.
 */
export interface ForecastAccount {
  /** By row of forecast: lies before what still counts (T4). */
  readonly dropped: Float64Array;
  /** By row of forecast: taken off by percentages. */
  readonly reduced: Float64Array;
  /** By row of forecast. */
  readonly consumed: Float64Array;
  /** By row of forecast: left, and planned. */
  readonly planned: Float64Array;
  /** By row of forecast: left, and not planned since it lies inside the demand time fence. */
  readonly fenced: Float64Array;
  /** By order: what it consumed; what else of it might have is over-consumption. */
  readonly covered: Float64Array;
  /** Every consumption, in the order in which it was done. */
  readonly consumptions: readonly CountedConsumption[];
  /** Where what is left is planned, by row of forecast and day. */
  readonly remainders: readonly CountedRemainder[];
}
