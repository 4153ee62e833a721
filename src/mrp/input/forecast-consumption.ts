import { addWorkingDays, compareText, formatQuantity } from "../../core/index.js";
import { type ConsumptionRules, consumeForecastCounts } from "../../mps/index.js";
import { adjusted } from "./amounts.js";
import type { Context } from "./context.js";
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

/** A part of a forecast that becomes demand on a day. */
interface ForecastPart {
  readonly forecast: number;
  readonly day: number;
  readonly quantity: number;
}

/** What becomes of the forecast of a problem (D1, K42). */
export interface PlannedForecast {
  readonly parts: readonly ForecastPart[];
  /** By row of demands. */
  readonly left: ReadonlyMap<number, ForecastLeft>;
  readonly consumptions: readonly Consumption[];
}

/** Demands as they are read, for {@link planForecast}. */
interface Rows extends PlacedRows {
  readonly id: (row: number) => string;
  readonly priority: Float64Array;
}

/**
 * D1: lets the orders of each stocking point consume its forecast, and finds the days on which what
 * is left of it is planned.
 *
 * @param consuming - by row, what of an order consumes, where it is not what is left of it
 */
export function planForecast(
  context: Context,
  rows: Rows,
  forecasts: readonly ForecastRow[],
  consuming: ReadonlyMap<number, number>,
  parametersAt: (item: number, site: number) => Parameters,
): PlannedForecast {
  const parts: ForecastPart[] = [];
  const left = new Map<number, ForecastLeft>();
  const consumptions: Consumption[] = [];
  for (const point of pointsWithForecast(context, rows, forecasts, consuming)) {
    const { row: first } = point.forecasts[0]!;
    const parameters = parametersAt(rows.item[first]!, rows.site[first]!);
    const account = consumeForecastCounts(
      point.forecasts.map(({ row, from, until, consumption }) => ({
        id: rows.id(row),
        from,
        until,
        quantity: rows.quantity[row]!,
        consumption,
      })),
      point.orders.map(({ row, quantity }) => ({
        id: rows.id(row),
        due: rows.day[row]!,
        netted: nettedOn(context, rows, row, parameters),
        quantity,
        priority: rows.priority[row]!,
      })),
      rulesOf(context, parameters),
    );
    for (const { forecast, day, quantity } of account.remainders) {
      parts.push({ forecast: point.forecasts[forecast]!.row, day, quantity });
    }
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
  return { parts, left, consumptions };
}

/** In the order of item, site and segment, whatever the order of the rows. */
function pointsWithForecast(
  context: Context,
  rows: Rows,
  forecasts: readonly ForecastRow[],
  consuming: ReadonlyMap<number, number>,
): ForecastPoint[] {
  if (forecasts.length === 0) return [];
  const { item, site, segment } = rows;
  const keyOf = (row: number): string => `${item[row]} ${site[row]} ${segment[row]}`;
  const points = new Map<string, ForecastPoint>();
  for (const forecast of forecasts) {
    const point = points.get(keyOf(forecast.row));
    if (point === undefined) {
      points.set(keyOf(forecast.row), { forecasts: [forecast], orders: [] });
    } else point.forecasts.push(forecast);
  }
  const isForecast = new Set(forecasts.map(({ row }) => row));
  for (let row = 0; row < rows.count; row++) {
    if (isForecast.has(row)) continue;
    const quantity = consuming.get(row) ?? rows.quantity[row]!;
    points.get(keyOf(row))?.orders.push({ row, quantity });
  }
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
