/**
 * The rows of demand as needs of their stocking points (N1): orders as they are due, forecasts as
 * consumption leaves them (D1, K42), past forecast dropped (T4, K20).
 */
import type { Day } from "./calendar.js";
import { dayText, readDay } from "./calendar.js";
import { consumptionsOf, partsOf } from "./forecast-consumption.js";
import { nettingDay } from "./needs.js";
import { ceil, decimalText, powerOfTen, readRatio, roundHalfUp, times } from "./numbers.js";
import type { ReferenceConsumption, ReferenceDemand } from "./plan.js";
import type { Problem } from "./problem.js";
import { adjusted, contains, quantityConverted, quantityOf, siteOf } from "./problem.js";
import { convertedLeft } from "./quantity-left.js";
import type { Need, Points, StockingPoint } from "./stocking-points.js";
import { pointAt } from "./stocking-points.js";
import type { DemandRow } from "./types.js";

interface Demand {
  /** Its row in the input. */
  index: number;
  id: string;
  forecast: boolean;
  from: Day;
  until: Day;
  /** Without what is shipped. */
  left: bigint;
  /** With what is shipped. */
  full: bigint;
  /** What of it takes part in consumption (K72). */
  consumption: bigint;
  priority: number;
  customer?: string;
  /** Of a forecast: what is planned of it, and what orders took. */
  planned: bigint;
  consumed: bigint;
}

/** The quantity of the row in whole 10^-decimals, rounded as what is left of it (Q1, Q2). */
function fullQuantity(problem: Problem, point: StockingPoint, row: DemandRow): bigint {
  const exact = times(
    times(readRatio(row.quantity), contains(problem, row.item, row.unit)),
    powerOfTen(point.policy.decimals),
  );
  return row.unit === undefined ? roundHalfUp(exact) : ceil(exact);
}

/** What takes part in consumption, in the unit of the row and rounded as its quantity (K72). */
function consumptionOf(problem: Problem, row: DemandRow, index: number): bigint | undefined {
  const { item, unit, consumption } = row;
  if (consumption === undefined) {
    return undefined;
  }
  const path = ["demands", index, "consumption"];
  return unit === undefined
    ? quantityOf(problem, item, consumption, path)
    : quantityConverted(problem, item, readRatio(consumption), path, unit, ceil);
}

function readDemand(
  problem: Problem,
  point: StockingPoint,
  row: DemandRow,
  index: number,
): Demand | undefined {
  const forecast = row.kind === "forecast";
  const until = readDay(row.until ?? row.due);
  const left = convertedLeft(problem, row, row.shipped, ["demands", index], "shipped");
  const full = fullQuantity(problem, point, row);
  const consumption = consumptionOf(problem, row, index) ?? full;
  if (forecast && until < problem.startDay - problem.conventions.pastForecastDays) {
    adjusted(problem, ["demands", index], row.item, "forecast before the planning start");
    return undefined;
  }
  return {
    index,
    id: row.id,
    forecast,
    from: readDay(row.due),
    until,
    left,
    full,
    consumption,
    priority: row.priority ?? Infinity,
    ...(row.customer === undefined ? {} : { customer: row.customer }),
    planned: left,
    consumed: 0n,
  };
}

function needOf(demand: Demand, own: Day, quantity: bigint): Need {
  const { id, priority, forecast } = demand;
  return { kind: "demand", id, own, quantity, priority, forecast };
}

/** What is left of a forecast becomes needs; inside the demand fence it is only said (D2). */
function planForecast(problem: Problem, point: StockingPoint, demand: Demand): void {
  const { from, until } = demand;
  const left = demand.left - demand.consumed;
  const parts = partsOf({ from, until }, left, point.policy.forecast, problem.startDay);
  demand.planned = parts.reduce((sum, part) => sum + part.quantity, 0n);
  if (demand.planned < left) {
    problem.messages.push({
      code: "inputAdjusted",
      path: ["demands", demand.index],
      item: point.item,
      reason: "forecastFenced",
      given: decimalText(left, point.policy.decimals),
      taken: decimalText(demand.planned, point.policy.decimals),
    });
  }
  for (const { day, quantity: part } of parts) {
    point.needs.push(needOf(demand, day, part));
  }
}

function consume(
  problem: Problem,
  point: StockingPoint,
  demands: readonly Demand[],
): ReferenceConsumption[] {
  const { item, site, segment, policy } = point;
  const forecasts = demands.filter(({ forecast }) => forecast);
  const orders = demands.filter(({ forecast }) => !forecast);
  const consumptions = consumptionsOf(
    forecasts.map(({ id, from, until, left, full, consumption }) => ({
      id,
      from,
      until,
      quantity: left,
      whole: full,
      consumption,
    })),
    orders.map((order) => ({
      id: order.id,
      due: order.from,
      netted: nettingDay(problem, point, needOf(order, order.from, order.full)),
      priority: order.priority,
      quantity: order.full,
      consumption: order.consumption,
    })),
    policy.forecast,
  );
  for (const { forecast: id, quantity } of consumptions) {
    for (const forecast of forecasts.filter((row) => row.id === id)) {
      forecast.consumed += quantity;
    }
  }
  return consumptions.map(({ order, forecast, quantity }) => ({
    order,
    forecast,
    item,
    site,
    segment,
    quantity: decimalText(quantity, policy.decimals),
  }));
}

function told(problem: Problem, point: StockingPoint, demand: Demand): ReferenceDemand {
  const { item, site, segment, policy } = point;
  const { forecast, from, consumed } = demand;
  return {
    id: demand.id,
    item,
    site,
    segment,
    quantity: decimalText(demand.planned, policy.decimals),
    due: dayText(forecast ? Math.max(from, problem.startDay) : from),
    consumed: forecast ? decimalText(consumed, policy.decimals) : null,
    ...(demand.customer === undefined ? {} : { customer: demand.customer }),
  };
}

/** Adds the needs of all rows of demand to their stocking points, and says what became of them. */
export function addDemands(points: Points): void {
  const { problem } = points;
  const byPoint = new Map<StockingPoint, Demand[]>();
  for (const [index, row] of (problem.input.demands ?? []).entries()) {
    const point = pointAt(points, row.item, siteOf(problem, row), row.segment ?? null);
    const demand = readDemand(problem, point, row, index);
    if (demand !== undefined) {
      byPoint.set(point, [...(byPoint.get(point) ?? []), demand]);
    }
  }
  const demands: ReferenceDemand[] = [];
  for (const [point, ofPoint] of byPoint) {
    points.consumptions.push(...consume(problem, point, ofPoint));
    for (const demand of ofPoint) {
      if (demand.forecast) {
        planForecast(problem, point, demand);
      } else {
        point.needs.push(needOf(demand, demand.from, demand.left));
      }
      demands[demand.index] = told(problem, point, demand);
    }
  }
  // Rows of past forecast have left holes, which flat() takes away.
  points.demands = demands.flat();
}
