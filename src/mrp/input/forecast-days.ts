import type { Parameters } from "./problem.js";

/** More days of forecast than these, of all rows together, would only fill the memory. */
export const MOST_FORECAST_DAYS = 10_000_000;

/** What is told of a forecast, in days since 1970 and counts. */
interface DatedForecast {
  readonly from: number;
  readonly until: number;
  readonly quantity: number;
}

/** On how many days a forecast becomes demand where no order consumes it (D1). */
export function plannedDays(
  { from, until, quantity }: DatedForecast,
  startDay: number,
  { forecast: { spread }, demandTimeFence }: Parameters,
): number {
  const firstDay = startDay + demandTimeFence;
  const last = Math.max(until, startDay);
  if (quantity === 0 || last < firstDay) return 0;
  return spread === "first" ? 1 : Math.min(last - Math.max(from, firstDay) + 1, quantity);
}

/** The days of forecast, with the row of demands that each is part of. */
export class ForecastDays {
  readonly forecast: Int32Array;
  readonly day: Int32Array;
  /** In counts. */
  readonly quantity: Float64Array;
  count = 0;

  constructor(most: number) {
    this.forecast = new Int32Array(most);
    this.day = new Int32Array(most);
    this.quantity = new Float64Array(most);
  }

  add(forecast: number, day: number, quantity: number): void {
    const n = this.count++;
    this.forecast[n] = forecast;
    this.day[n] = day;
    this.quantity[n] = quantity;
  }
}
