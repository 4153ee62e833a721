import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type ForecastProblem,
  forecastProblem,
} from "../../../test/support/mps/forecast-problem.js";
import { literalConsumption } from "../../../test/support/mps/literal-consumption.js";
import { patience, runs } from "../../../test/support/runs.js";
import { consumeForecastCounts } from "./forecast-consumption.js";

const consumed = ({ forecasts, orders, rules }: ForecastProblem) =>
  consumeForecastCounts(forecasts, orders, rules);

const options = { numRuns: 5 * runs };

describe("Consumption of forecast in whole counts (D1)", () => {
  test.prop([forecastProblem], options)(
    "equals consumption written out day by day and order by order",
    (problem) => {
      const account = consumed(problem);
      const literal = literalConsumption(problem);
      const rows = problem.forecasts.map((_, n) => ({
        dropped: account.dropped[n]!,
        reduced: account.reduced[n]!,
        consumed: account.consumed[n]!,
        planned: account.planned[n]!,
        fenced: account.fenced[n]!,
      }));
      expect(rows).toEqual(literal.rows);
      expect([...account.covered]).toEqual(literal.covered);
      const uses = account.consumptions.map(
        ({ order, forecast, from, quantity }) => `${order} ${forecast} ${from}: ${quantity}`,
      );
      expect(uses).toEqual(literal.uses);
      const remainders = account.remainders.map(
        ({ forecast, day, quantity }) => `${forecast} ${day}: ${quantity}`,
      );
      expect(remainders.sort()).toEqual(literal.remainders);
    },
    patience,
  );

  test.prop([forecastProblem], options)(
    "plans what is left neither before T0 nor inside the demand fence",
    (problem) => {
      const first = problem.rules.startDay + problem.rules.demandTimeFence;
      const wrong = consumed(problem).remainders.filter(({ day }) => day < first);
      expect(wrong).toEqual([]);
    },
    patience,
  );

  test.prop([forecastProblem], options)(
    "lets no order consume more of a row than the cap says",
    ({ forecasts, orders, rules }) => {
      const cap = { num: 1n, den: 4n };
      const { consumptions } = consumeForecastCounts(forecasts, orders, { ...rules, cap });
      const taken = new Map<string, number>();
      for (const { order, forecast, quantity } of consumptions) {
        const name = `${order} ${forecast}`;
        taken.set(name, (taken.get(name) ?? 0) + quantity);
        const { quantity: left, shipped = 0 } = forecasts[forecast]!;
        expect(taken.get(name)).toBeLessThanOrEqual((left + shipped) / 4);
      }
    },
    patience,
  );

  test("takes many orders over much forecast in about the time of its rows", () => {
    const forecasts = Array.from({ length: 30_000 }, (_, n) => ({
      id: `${n}`,
      from: n,
      until: n,
      quantity: 3,
    }));
    // Each order finds everything near its day consumed already.
    const orders = Array.from({ length: 30_000 }, (_, n) => ({
      id: `${n}`,
      due: 15_000,
      quantity: 2,
    }));
    const { covered, consumptions } = consumeForecastCounts(forecasts, orders, {
      startDay: 0,
      consume: "backwardForward",
      backward: 30_000,
      forward: 30_000,
      bucket: "forecast",
      weekStart: 0,
      fallback: "rest",
      spread: "first",
      demandTimeFence: 0,
      pastForecastDays: 0,
      elapsed: "keep",
    });
    expect(covered.every((quantity) => quantity === 2)).toBe(true);
    expect(consumptions.length).toBeLessThan(60_000);
  });
});
