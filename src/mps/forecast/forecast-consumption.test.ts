import { expect, test } from "vitest";
import { consumeForecastCounts } from "../index.js";

test("The cap is a share of the whole row of forecast, with what of it is shipped (K72)", () => {
  const consumed = (left: number, shipped: number): number => {
    const forecasts = [{ id: "week 1", from: 0, until: 6, quantity: left, shipped }];
    const account = consumeForecastCounts(forecasts, [{ id: "order", due: 3, quantity: 9 }], {
      ...{ startDay: 0, consume: "backwardForward", backward: 0, forward: 0, bucket: "forecast" },
      ...{ weekStart: 0, cap: { num: 1n, den: 2n }, fallback: "rest", spread: "first" },
      ...{ demandTimeFence: 0, pastForecastDays: 0, elapsed: "keep" },
    });
    return account.consumed[0]!;
  };
  expect([consumed(10, 0), consumed(6, 4), consumed(3, 7), consumed(0, 10)]).toEqual([5, 5, 3, 0]);
});
