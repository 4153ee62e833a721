import { fc, test } from "@fast-check/vitest";
import {
  masterSchedule,
  type Plan,
  type PlannedConsumption,
  type PlanningInput,
  planRequirements,
} from "orlicky";
import { formatDay } from "orlicky/core";
import { consumeForecast, type ForecastConsumptionInput, type ForecastUse } from "orlicky/mps";
import { describe, expect } from "vitest";
import { type ForecastProblem, forecastProblem } from "../support/mps/forecast-problem.js";
import { patience, runs } from "../support/runs.js";

/** A problem as people write it; of rows of one key that overlap the first one stays. */
function written({ forecasts, orders, rules }: ForecastProblem): ForecastConsumptionInput {
  const { startDay, weekStart, cap, reduction, calendar, bucket, ...others } = rules;
  const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
  const apart = forecasts.filter(
    (row, n) =>
      row.consumable === false ||
      !forecasts
        .slice(0, n)
        .some(
          (other) =>
            other.consumable !== false &&
            other.key === row.key &&
            other.from <= row.until &&
            other.until >= row.from,
        ),
  );
  return {
    ...others,
    startDate: formatDay(startDay),
    weekStart: weekdays[weekStart]!,
    bucket: typeof bucket === "string" ? bucket : bucket.map(dated),
    ...(cap === undefined ? {} : { cap: `${cap.num}/${cap.den}` }),
    ...(calendar === undefined ? {} : { calendar: { workingDays: weekdays.slice(0, 5) } }),
    ...(reduction === undefined
      ? {}
      : {
          reduction: {
            period: reduction.period,
            percentages: reduction.percentages.map(({ num, den }) => `${num}/${den}`),
          },
        }),
    // The rows of consumeForecast are whole.
    forecasts: apart.map(({ key, consumable, shipped: _, ...row }) => ({
      ...row,
      ...dated(row),
      ...(key === undefined ? {} : { key }),
      ...(consumable === undefined ? {} : { consumable }),
    })),
    orders: orders.map(({ id, due, quantity, priority, keys, consumes, consumption }, n) => ({
      id,
      due: formatDay(due),
      quantity,
      shipped: n % 3 === 0 ? Math.floor(quantity / 2) : 0,
      ...(priority === undefined ? {} : { priority }),
      ...(keys === undefined ? {} : { key: keys }),
      ...(consumes === undefined ? {} : { consumes }),
      ...(consumption === undefined ? {} : { consumption }),
    })),
  };
}

function dated({ from, until }: { readonly from: number; readonly until: number }) {
  return { from: formatDay(from), until: formatDay(until) };
}

const input = forecastProblem.map(written);
const options = { numRuns: 2 * runs };

describe("Forecast and orders", () => {
  test.prop([input], options)(
    "law 17: forecast consumed and left is the forecast, with what is past and what percentages take off",
    (problem) => {
      const { forecasts, totals, uses, demand, notes } = consumeForecast(problem);
      for (const { quantity, dropped, reduced, consumed, left, planned, fenced } of forecasts) {
        expect(dropped.plus(reduced).plus(consumed).plus(left).eq(quantity)).toBe(true);
        expect(planned.plus(fenced).eq(left)).toBe(true);
      }
      const sum = (rows: readonly { readonly quantity: typeof totals.forecast }[]) =>
        rows.reduce((all, { quantity }) => all + Number(quantity), 0);
      expect(sum(uses)).toBe(Number(totals.consumed));
      expect(sum(demand)).toBe(Number(totals.planned));
      // What is neither consumed nor demand is said.
      expect(sum(notes) + sum(uses) + sum(demand)).toBe(Number(totals.forecast));
    },
    patience,
  );

  test.prop([input], options)(
    "demand in all is never less than the orders, nor more than orders and forecast",
    (problem) => {
      const { totals, orders, forecasts } = consumeForecast(problem);
      for (const [n, { consumption = Infinity }] of problem.forecasts.entries())
        expect(forecasts[n]!.consumed.lte(consumption)).toBe(true);
      for (const [n, { consumption = Infinity }] of (problem.orders ?? []).entries())
        expect(orders[n]!.consumed.lte(consumption)).toBe(true);
      expect(totals.demand.gte(totals.orders)).toBe(true);
      expect(totals.demand.lte(totals.orders.plus(totals.forecast))).toBe(true);
      for (const { quantity, consumed, overConsumption } of orders) {
        expect(consumed.plus(overConsumption).lte(quantity)).toBe(true);
      }
    },
    patience,
  );

  const shuffled = input.chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      forecasts: shuffle(problem.forecasts),
      orders: shuffle(problem.orders ?? []),
    }),
  );
  test.prop([shuffled], options)(
    "the order of forecasts and orders changes nothing",
    ({ problem, forecasts, orders }) => {
      const [one, other] = [problem, { ...problem, forecasts, orders }].map((asked) => {
        const { uses, totals, demand, ...byRow } = consumeForecast(asked);
        const texts = [byRow.forecasts, byRow.orders, byRow.notes, demand].map((rows) =>
          rows.map((row) => JSON.stringify(row)).sort(),
        );
        return [texts, JSON.stringify([uses, totals])];
      });
      expect(other).toEqual(one);
    },
    patience,
  );

  test.prop([input], options)(
    "with consumption none both count in full",
    (problem) => {
      const { totals } = consumeForecast({ ...problem, consume: "none" });
      const gone = totals.dropped.plus(totals.reduced).plus(totals.fenced);
      expect(Number(totals.consumed)).toBe(0);
      expect(totals.demand.eq(totals.orders.plus(totals.forecast).minus(gone))).toBe(true);
    },
    patience,
  );

  test.prop([input.map(asInPlan)], { numRuns: runs })(
    "a plan consumes as consumeForecast does with the options that a plan has",
    (asked) => {
      const plan = planOf(asked);
      const { uses, demand, forecasts } = consumeForecast(asked);
      const texts = (rows: Iterable<ForecastUse | PlannedConsumption>) =>
        Array.from(rows, ({ order, forecast, quantity }) => `${order} ${forecast}: ${quantity}`);
      expect(texts(plan.consumptions)).toEqual(texts(uses));
      const consumed = new Map(Array.from(plan.demands, (row) => [row.id, `${row.consumed}`]));
      for (const { id, dropped, consumed: taken } of forecasts)
        if (dropped.eq(0)) expect([id, consumed.get(id)]).toEqual([id, `${taken}`]);
      const { rows } = masterSchedule(plan, "x");
      const planned = rows.flatMap(({ date, forecast }) =>
        forecast.eq(0) ? [] : [[date, +forecast]],
      );
      const left = new Map<string, number>();
      for (const { due, quantity } of demand)
        left.set(due, (left.get(due) ?? 0) + Number(quantity));
      expect(planned).toEqual([...left].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    patience,
  );
});

function shuffle<Row>(rows: readonly Row[]): fc.Arbitrary<Row[]> {
  return fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
}

/** The same with nothing but what a plan has: no keys, buckets, percentages or working days. */
function asInPlan(problem: ForecastConsumptionInput): ForecastConsumptionInput {
  const { startDate, consume, backward, forward, cap, spread } = problem;
  const { demandTimeFence, pastForecastDays } = problem;
  const orders = (problem.orders ?? []).filter(({ quantity }) => Number(quantity) > 0);
  return {
    ...{ startDate, consume, backward, forward, cap, spread, demandTimeFence, pastForecastDays },
    // Those of other keys may overlap.
    forecasts: problem.forecasts
      .filter(({ key, consumable }) => key === undefined && consumable !== false)
      .filter(({ quantity }) => Number(quantity) > 0),
    orders: orders.map(({ id, due, quantity, shipped, priority, consumption }) => ({
      ...{ id, due, quantity, shipped, priority, consumption },
    })),
  };
}

function planOf(asked: ForecastConsumptionInput): Plan {
  const { consume, backward, forward, cap, spread, forecasts, orders = [] } = asked;
  return planRequirements({
    startDate: asked.startDate,
    horizonEnd: "1970-03-31",
    conventions: { pastForecastDays: asked.pastForecastDays },
    items: [
      {
        ...{ id: "x", decimals: 0, method: "mps", demandTimeFence: asked.demandTimeFence },
        forecast: { consume, backward, forward, cap, spread },
      },
    ],
    demands: [
      ...forecasts.map(({ id, from, until, quantity, consumption }) => ({
        ...{ id, item: "x", quantity, due: from, until, kind: "forecast", consumption },
      })),
      ...orders.map((order) => ({ ...order, item: "x" })),
    ],
  } as PlanningInput);
}
