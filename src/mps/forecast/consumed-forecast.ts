import type { Decimal } from "../../core/index.js";

/** What became of a row: `dropped + reduced + consumed + left = quantity`, `left = planned + fenced`. */
export interface ForecastBalance {
  readonly id: string;
  readonly key?: string;
  readonly quantity: Decimal;
  /** Lies before what still counts. */
  readonly dropped: Decimal;
  /** Taken off by percentages. */
  readonly reduced: Decimal;
  readonly consumed: Decimal;
  readonly left: Decimal;
  /** Left and demand. */
  readonly planned: Decimal;
  /** Left, and no demand since it lies inside the demand time fence, part by part of its buckets. */
  readonly fenced: Decimal;
}

/** What became of an order. */
export interface OrderBalance {
  readonly id: string;
  readonly quantity: Decimal;
  /** What is not shipped: demand, consumed or not. */
  readonly demand: Decimal;
  /** Forecast that it consumed. */
  readonly consumed: Decimal;
  /** What found no forecast, of what of it might have consumed. */
  readonly overConsumption: Decimal;
}

/** Which order consumed which forecast, and by how much. */
export interface ForecastUse {
  readonly order: string;
  readonly forecast: string;
  /** The days of the forecast that was consumed, in its bucket. */
  readonly from: string;
  readonly until: string;
  readonly quantity: Decimal;
}

/** Forecast that is left, on the day on which it is demand. */
export interface ForecastDemand {
  readonly forecast: string;
  readonly due: string;
  readonly quantity: Decimal;
}

/** Forecast that is neither consumed nor demand, and why. */
export interface ForecastNote {
  /** It is past, was reduced by percentages, or lies inside the demand time fence. */
  readonly code: "pastForecast" | "reducedForecast" | "fencedForecast";
  readonly forecast: string;
  readonly quantity: Decimal;
}

/** What `consumeForecast` answers. */
export interface ConsumedForecast {
  /** In the order of the input. */
  readonly forecasts: readonly ForecastBalance[];
  /** In the order of the input. */
  readonly orders: readonly OrderBalance[];
  /** In the order in which the orders came. */
  readonly uses: readonly ForecastUse[];
  /** By row of forecast and day, each once. */
  readonly demand: readonly ForecastDemand[];
  readonly notes: readonly ForecastNote[];
  readonly totals: ForecastTotals;
}

/** Sums over all rows and orders. */
export interface ForecastTotals {
  readonly forecast: Decimal;
  readonly dropped: Decimal;
  readonly reduced: Decimal;
  readonly consumed: Decimal;
  readonly planned: Decimal;
  readonly fenced: Decimal;
  readonly overConsumption: Decimal;
  /** Demand of the orders. */
  readonly orders: Decimal;
  /** Demand in all: orders and planned forecast. */
  readonly demand: Decimal;
}
