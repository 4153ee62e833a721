import { addWorkingDays, compareText, formatQuantity } from "../../core/index.js";
import { type ConsumptionRules, forecastSteps } from "../../mps/index.js";
import { adjusted } from "./amounts.js";
import { asPart, BULK_ROWS, inChunks, type Steps } from "./chunks.js";
import type { Context } from "./context.js";
import { ForecastDays, MOST_FORECAST_DAYS, plannedDays } from "./forecast-days.js";
import { priorityOf } from "./priorities.js";
import type { Consumption, ForecastLeft, Parameters, PlacedRows } from "./problem.js";

/** A row of forecast, and where it stands. */
export interface ForecastRow {
  /** Its row among the columns of demands, and among the demands of the input. */
  readonly row: number;
  readonly given: number;
  readonly from: number;
  readonly until: number;
  /** The most of it that orders may consume, in counts (K72); all of it when left out. */
  readonly consumption?: number;
  /** What of it is shipped, in counts; nothing when left out. */
  readonly shipped?: number;
}

/** An order that consumes, and what of its full quantity may, in counts (K72). */
interface ConsumingOrder {
  readonly row: number;
  readonly quantity: number;
}

/** The demands of a stocking point that has forecast. */
interface ForecastPoint {
  readonly forecasts: ForecastRow[];
  readonly orders: ConsumingOrder[];
}

/** What becomes of the forecast of a problem (D1, K42). */
export interface PlannedForecast {
  readonly days: ForecastDays;
  /** By row of demands. */
  readonly left: ReadonlyMap<number, ForecastLeft>;
  readonly consumptions: readonly Consumption[];
}

/** Demands as they are read, for {@link forecastOfPoints}. */
interface Rows extends PlacedRows {
  readonly id: (row: number) => string;
  readonly priority: Float64Array | undefined;
}

/**
 * D1: lets the orders of each stocking point consume its forecast, and finds the days on which what
 * is left of it is planned; it rests between rows of forecast. Forecast of more days than are planned
 * with is refused before any is planned.
 *
 * @param consuming - by row, what of an order consumes, where it is not what is left of it
 */
export function* forecastOfPoints(
  context: Context,
  rows: Rows,
  forecasts: readonly ForecastRow[],
  consuming: ReadonlyMap<number, number>,
  parametersAt: (item: number, site: number) => Parameters,
): Steps<PlannedForecast> {
  const points = yield* asPart(0, 0.3, pointsWithForecast(context, rows, forecasts, consuming));
  const most = points.reduce((sum, point) => sum + mostDays(context, rows, point, parametersAt), 0);
  if (most > MOST_FORECAST_DAYS) {
    refuseDays(context, most);
    return NO_FORECAST;
  }
  const days = new ForecastDays(most);
  const left = new Map<number, ForecastLeft>();
  const consumptions: Consumption[] = [];
  let rested = 0;
  for (const [p, point] of points.entries()) {
    const parameters = parametersOf(rows, point, parametersAt);
    const steps = forecastSteps(
      point.forecasts.map(({ row, from, until, consumption, shipped }) => ({
        id: rows.id(row),
        from,
        until,
        quantity: rows.quantity[row]!,
        consumption,
        shipped,
      })),
      point.orders.map(({ row, quantity }) => ({
        id: rows.id(row),
        due: rows.day[row]!,
        netted: nettedOn(context, rows, row, parameters),
        quantity,
        priority: priorityOf(rows, row),
      })),
      rulesOf(context, parameters),
    );
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      for (const { forecast, day, quantity } of step.value) {
        days.add(point.forecasts[forecast]!.row, day, quantity);
      }
      if (days.count - rested < BULK_ROWS) continue;
      rested = days.count;
      yield 0.3 + (0.7 * p) / points.length;
    }
    const account = step.value;
    for (const { order, forecast, quantity } of account.consumptions) {
      consumptions.push({
        order: point.orders[order]!.row,
        forecast: point.forecasts[forecast]!.row,
        quantity,
      });
    }
    for (const [k, { row, given }] of point.forecasts.entries()) {
      const [planned, consumed] = [account.planned[k]!, account.consumed[k]!];
      left.set(row, { day: rows.day[row]!, planned, consumed });
      sayFenced(context, rows.item[row]!, given, account.fenced[k]!);
    }
  }
  return { days, left, consumptions };
}

/** What is planned where there is no forecast, or where it is not looked at. */
export const NO_FORECAST: PlannedForecast = {
  days: new ForecastDays(0),
  left: new Map(),
  consumptions: [],
};

function parametersOf(
  { item, site }: Rows,
  { forecasts }: ForecastPoint,
  parametersAt: (item: number, site: number) => Parameters,
): Parameters {
  const { row } = forecasts[0]!;
  return parametersAt(item[row]!, site[row]!);
}

/** On how many days the forecast of a stocking point may be planned. */
function mostDays(
  { startDay }: Context,
  rows: Rows,
  point: ForecastPoint,
  parametersAt: (item: number, site: number) => Parameters,
): number {
  const parameters = parametersOf(rows, point, parametersAt);
  let sum = 0;
  for (const { row, from, until } of point.forecasts) {
    sum += plannedDays({ from, until, quantity: rows.quantity[row]! }, startDay, parameters);
  }
  return sum;
}

function refuseDays({ issues }: Context, days: number): void {
  const message = `The forecasts are spread over ${days} days in all, more than ${MOST_FORECAST_DAYS}. Give shorter ones, or spread what is left of them on the "first" day.`;
  issues.add("outOfRange", ["demands"], message, { value: days });
}

/** In the order of item, site and segment, whatever the order of the rows. */
function* pointsWithForecast(
  context: Context,
  rows: Rows,
  forecasts: readonly ForecastRow[],
  consuming: ReadonlyMap<number, number>,
): Steps<ForecastPoint[]> {
  if (forecasts.length === 0) return [];
  const { item, site, segment } = rows;
  const keyOf = (row: number): string => `${item[row]} ${site[row]} ${segment[row]}`;
  const points = new Map<string, ForecastPoint>();
  const isForecast = new Uint8Array(rows.count);
  for (const forecast of forecasts) {
    isForecast[forecast.row] = 1;
    const point = points.get(keyOf(forecast.row));
    if (point === undefined) {
      points.set(keyOf(forecast.row), { forecasts: [forecast], orders: [] });
    } else point.forecasts.push(forecast);
  }
  yield* inChunks(rows.count, BULK_ROWS, (from, end) => {
    for (let row = from; row < end; row++) {
      if (isForecast[row] === 1) continue;
      const quantity = consuming.get(row) ?? rows.quantity[row]!;
      points.get(keyOf(row))?.orders.push({ row, quantity });
    }
  });
  return [...points.values()].sort((a, b) =>
    inOrderOfPlaces(context, rows, a.forecasts[0]!.row, b.forecasts[0]!.row),
  );
}

function inOrderOfPlaces(
  { items, sites, segments }: Context,
  { item, site, segment }: Rows,
  a: number,
  b: number,
): number {
  return (
    compareText(items[item[a]!]!.id, items[item[b]!]!.id) ||
    compareText(sites[site[a]!]!.id, sites[site[b]!]!.id) ||
    compareText(segments[segment[a]!] ?? "", segments[segment[b]!] ?? "")
  );
}

function rulesOf({ conventions, startDay }: Context, parameters: Parameters): ConsumptionRules {
  const { consume, backward, forward, spread, cap } = parameters.forecast;
  return {
    startDay,
    consume,
    backward,
    forward,
    bucket: "forecast",
    weekStart: conventions.weekStart,
    ...(cap === undefined ? {} : { cap }),
    fallback: "rest",
    spread,
    demandTimeFence: parameters.demandTimeFence,
    pastForecastDays: conventions.pastForecastDays,
    elapsed: "keep",
  };
}

/** T4, T6: the day on which an order is netted. */
function nettedOn(
  { sites, startDay }: Context,
  { day, site }: Rows,
  row: number,
  { safetyTime }: Parameters,
): number {
  const { calendar } = sites[site[row]!]!;
  const due = Math.max(startDay, day[row]!);
  return Math.max(startDay, addWorkingDays(calendar, due, -safetyTime));
}

/** D1: what is left of a forecast inside the demand fence is not planned, and that is said. */
function sayFenced(context: Context, itemNumber: number, given: number, fenced: number): void {
  if (fenced === 0) return;
  const item = context.items[itemNumber]!;
  const text = formatQuantity(fenced, item.decimals);
  adjusted(context, item, ["demands", given], "forecastFenced", text, "0");
}
