import { type Decimal, formatDay, quantityToDecimal } from "../../core/index.js";
import { exactSum } from "../exact-sum.js";
import type { ConsumedForecast, ForecastNote } from "./consumed-forecast.js";
import { readConsumption } from "./consumption-argument.js";
import type { ForecastConsumptionInput } from "./consumption-input.js";
import type { ForecastAccount } from "./counted-forecast.js";
import { consumeForecastCounts } from "./forecast-consumption.js";

/**
 * Lets orders consume the forecast that they are part of, and plans what is left of it.
 *
 * Each order stays demand in full. In turn (by day, those before T0 as of T0, then priority, own day
 * and id) each consumes forecast of the bucket that holds its day, then earlier buckets within
 * `backward` days and later ones within `forward` days, nearest first. What is left of a row is demand
 * on its first day that is neither past nor inside the demand fence.
 *
 * @param input - forecasts, orders and how one consumes the other
 * @returns the account: each row of forecast and each order, which consumed which, and the demand left
 * @throws PlanningInputError with everything that is wrong; rows of one key that overlap are among it
 *
 * Source: rules D1, T2, T4; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*,
 * "consuming the forecast".
 *
 * @example
 * ```ts
 * const { demand, uses, totals } = consumeForecast({
 *   startDate: "2026-03-02",
 *   forecasts: [
 *     { id: "week 10", from: "2026-03-02", until: "2026-03-08", quantity: 20 },
 *     { id: "week 11", from: "2026-03-09", until: "2026-03-15", quantity: 20 },
 *   ],
 *   orders: [{ id: "A-1", due: "2026-03-12", quantity: 25 }],
 *   backward: 7,
 * });
 * uses.map((use) => `${use.order} ${use.forecast}: ${use.quantity}`);
 * // => ["A-1 week 11: 20", "A-1 week 10: 5"]
 * demand.map((left) => `${left.due}: ${left.quantity}`); // => ["2026-03-02: 15"]
 * `${totals.demand}`; // => "40"
 * ```
 */
export function consumeForecast(input: ForecastConsumptionInput): ConsumedForecast {
  const { forecasts, orders, rules, decimals } = readConsumption(input);
  const account = consumeForecastCounts(forecasts, orders, rules);
  const exact = (count: number): Decimal => quantityToDecimal(count, decimals);
  const sum = (counts: Iterable<number>): Decimal => exactSum(counts, decimals);
  const open = orders.map(({ quantity, shipped }) => quantity - shipped);
  const over = orders.map(({ quantity, consumes, consumption = quantity }, n) =>
    consumes === false ? 0 : consumption - account.covered[n]!,
  );
  return {
    forecasts: forecasts.map(({ id, key, quantity }, n) => ({
      id,
      ...(key === undefined ? {} : { key }),
      quantity: exact(quantity),
      dropped: exact(account.dropped[n]!),
      reduced: exact(account.reduced[n]!),
      consumed: exact(account.consumed[n]!),
      left: exact(account.planned[n]! + account.fenced[n]!),
      planned: exact(account.planned[n]!),
      fenced: exact(account.fenced[n]!),
    })),
    orders: orders.map(({ id, quantity }, n) => ({
      id,
      quantity: exact(quantity),
      demand: exact(open[n]!),
      consumed: exact(account.covered[n]!),
      overConsumption: exact(over[n]!),
    })),
    uses: account.consumptions.map(({ order, forecast, from, until, quantity }) => ({
      order: orders[order]!.id,
      forecast: forecasts[forecast]!.id,
      from: formatDay(from),
      until: formatDay(until),
      quantity: exact(quantity),
    })),
    demand: account.remainders.map(({ forecast, day, quantity }) => ({
      forecast: forecasts[forecast]!.id,
      due: formatDay(day),
      quantity: exact(quantity),
    })),
    notes: notesOf(account, (row, code, count) => ({
      code,
      forecast: forecasts[row]!.id,
      quantity: exact(count),
    })),
    totals: {
      forecast: sum(forecasts.map(({ quantity }) => quantity)),
      dropped: sum(account.dropped),
      reduced: sum(account.reduced),
      consumed: sum(account.consumed),
      planned: sum(account.planned),
      fenced: sum(account.fenced),
      overConsumption: sum(over),
      orders: sum(open),
      demand: sum([...open, ...account.planned]),
    },
  };
}

/** Nothing is dropped silently: what is neither consumed nor demand is said, row by row. */
function notesOf(
  { dropped, reduced, fenced }: ForecastAccount,
  note: (row: number, code: ForecastNote["code"], count: number) => ForecastNote,
): ForecastNote[] {
  return [...dropped.keys()].flatMap((row) => [
    ...(dropped[row]! > 0 ? [note(row, "pastForecast", dropped[row]!)] : []),
    ...(reduced[row]! > 0 ? [note(row, "reducedForecast", reduced[row]!)] : []),
    ...(fenced[row]! > 0 ? [note(row, "fencedForecast", fenced[row]!)] : []),
  ]);
}
