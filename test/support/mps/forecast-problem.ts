import { fc } from "@fast-check/vitest";
import { makeCalendar } from "../../../src/core/index.js";
import type { ConsumptionRules, CountedForecast, CountedOrder } from "../../../src/mps/index.js";

/** Forecast, orders and how one consumes the other, in whole counts; days around 0, a Thursday. */
export interface ForecastProblem {
  readonly forecasts: readonly CountedForecast[];
  readonly orders: readonly CountedOrder[];
  readonly rules: ConsumptionRules;
}

const someDay = fc.integer({ min: -12, max: 40 });
const key = fc.constantFrom("a", "b");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** What takes part in consumption of a row, in tenths of its quantity; mostly not said. */
const tenths = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined, freq: 2 });

function withConsumption<
  Row extends { readonly quantity: number; readonly tenths?: number | undefined },
>({ tenths: part, ...row }: Row): Omit<Row, "tenths"> & { readonly consumption?: number } {
  return part === undefined ? row : { ...row, consumption: Math.floor((row.quantity * part) / 10) };
}

const forecast = fc
  .record({
    from: someDay,
    length: fc.oneof(fc.constantFrom(1, 7), fc.integer({ min: 1, max: 35 })),
    quantity: fc.integer({ min: 0, max: 60 }),
    shipped: maybe(fc.integer({ min: 0, max: 30 })),
    key: maybe(key),
    consumable: maybe(fc.constantFrom(true, true, false)),
    tenths,
  })
  .map(({ length, ...row }) => ({ ...withConsumption(row), until: row.from + length - 1 }));

const order = fc
  .record({
    due: someDay,
    quantity: fc.integer({ min: 0, max: 40 }),
    priority: maybe(fc.integer({ min: -1, max: 2 })),
    keys: maybe(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 2 })),
    consumes: maybe(fc.constantFrom(true, true, false)),
    tenths,
  })
  .map(withConsumption);

const percentage = fc
  .integer({ min: 0, max: 8 })
  .map((eighths) => ({ num: 100n * BigInt(eighths), den: 8n }));

const periods = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 14 })), {
    maxLength: 5,
  })
  .map((gapsAndLengths) => {
    let day = -10;
    return gapsAndLengths.map(([gap, length]) => {
      const from = day + gap;
      day = from + length;
      return { from, until: day - 1 };
    });
  });

const rules = fc
  .record({
    startDay: fc.integer({ min: -5, max: 10 }),
    consume: fc.constantFrom(
      ...(["backwardForward", "forwardBackward", "backward", "forward", "none"] as const),
    ),
    backward: fc.constantFrom(0, 1, 7, 14),
    forward: fc.constantFrom(0, 1, 7, 14),
    bucket: fc.oneof(fc.constantFrom(...(["forecast", "day", "week", "month"] as const)), periods),
    weekStart: fc.integer({ min: 0, max: 6 }),
    cap: maybe(fc.constantFrom({ num: 1n, den: 40n }, { num: 1n, den: 4n }, { num: 2n, den: 3n })),
    fallback: fc.constantFrom(...(["rest", "noForecast", "none"] as const)),
    reduction: maybe(
      fc.record({
        period: fc.constantFrom(...(["day", "week", "month"] as const)),
        percentages: fc.array(percentage, { maxLength: 3 }),
      }),
    ),
    spread: fc.constantFrom(...(["first", "daily"] as const)),
    demandTimeFence: fc.constantFrom(0, 0, 3, 9),
    pastForecastDays: fc.constantFrom(0, 0, 5),
    elapsed: fc.constantFrom(...(["keep", "drop"] as const)),
    works: fc.constantFrom(undefined, ["mon", "tue", "wed", "thu", "fri"] as const),
  })
  .map(({ works, ...others }) => ({
    ...others,
    calendar: works === undefined ? undefined : makeCalendar("office", works),
  }));

/** Random problems; ids are unique, and rows of a key may overlap, as those of a plan may. */
export const forecastProblem: fc.Arbitrary<ForecastProblem> = fc.record({
  forecasts: fc
    .array(forecast, { maxLength: 6 })
    .map((rows) => rows.map((row, n) => ({ ...row, id: `f${n}` }))),
  orders: fc
    .array(order, { maxLength: 7 })
    .map((rows) => rows.map((row, n) => ({ ...row, id: `o${n}` }))),
  rules,
});
