import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { numbersIn, outcomeOf, spoiled } from "../../../test/support/hostile.js";
import { patience, runs } from "../../../test/support/runs.js";
import * as mps from "../index.js";

const week = { from: "2026-03-02", until: "2026-03-08" };

/** Sound arguments of each function, with as many of their fields as go together. */
const SOUND: Readonly<Record<string, readonly object[]>> = {
  combineForecasts: [
    {
      forecasts: [
        { source: "sales", version: 1, ...week, quantity: 90, key: "north" },
        { source: "sales", version: 2, ...week, quantity: 120, key: "north" },
        { source: "model", ...week, quantity: 100, key: "north" },
      ],
      sources: [
        { id: "sales", percentage: 25 },
        { id: "model", percentage: 75 },
      ],
      decay: "0.5",
      missing: "others",
      decimals: 2,
    },
  ],
  consumeForecast: [
    {
      startDate: "2026-03-02",
      forecasts: [
        { id: "a", ...week, quantity: 20, key: "north", consumption: 12 },
        { id: "b", from: "2026-03-02", quantity: "2.5", consumable: false },
      ],
      orders: [
        { id: "A", due: "2026-03-05", quantity: 25, shipped: 1, priority: 2, key: "north" },
        {
          id: "B",
          due: "2026-03-05",
          quantity: 5,
          consumption: "2.5",
          key: ["south", "north"],
          consumes: true,
        },
      ],
      decimals: 1,
      consume: "forwardBackward",
      backward: 7,
      forward: 7,
      bucket: [week],
      weekStart: "sun",
      cap: 0.5,
      fallback: "noForecast",
      reduction: { period: "week", percentages: [50, "12.5"] },
      spread: "daily",
      demandTimeFence: 2,
      pastForecastDays: 3,
      elapsed: "drop",
      calendar: {
        workingDays: ["mon", "tue"],
        exceptions: [{ date: "2026-03-03", working: false }],
      },
    },
  ],
  delphiEstimate: [
    {
      rounds: [
        [
          { id: "a", estimate: 80 },
          { id: "b", estimate: "100" },
        ],
        [{ id: "a", estimate: 90 }],
      ],
      agreement: "0.1",
    },
  ],
  disaggregateFamily: [
    {
      forecasts: [{ id: "w", ...week, quantity: 10 }],
      members: [
        { item: "city", share: 40 },
        { item: "racing", share: "60" },
      ],
      shares: "percentages",
      decimals: 0,
    },
    {
      forecasts: [{ id: "w", ...week, quantity: 10 }],
      members: [{ item: "c", share: 3 }],
      shares: "weights",
    },
  ],
  disaggregatePeriod: [
    {
      ...week,
      quantity: 12,
      decimals: 1,
      calendar: { workingDays: ["mon", "fri"] },
      bucket: "week",
      weekStart: "tue",
      notBefore: "2026-03-03",
      elapsed: "drop",
    },
    { ...week, quantity: 12, bucket: 3 },
  ],
  forecastAccuracy: [
    { actual: [90, 110, 0], forecast: [100, 100, 80], history: [1, 5, 4], seasonLength: 2 },
  ],
  forecastByPlanningBill: [
    {
      forecasts: [{ id: "w", ...week, quantity: 10 }],
      bill: [
        { component: "wheel", quantity: 2 },
        { component: "seven", group: "gears", percentage: 65 },
        { component: "one", group: "gears", percentage: 35 },
      ],
      decimals: 0,
    },
  ],
  ordersBesideForecast: [
    {
      startDate: "2026-03-02",
      forecasts: [{ item: "bell", ...week }],
      orders: [{ id: "a", item: "bell", due: "2026-03-05", quantity: 5, dependent: false }],
      strategy: "ignoreOverlappingOrders",
    },
  ],
  reduceForecast: [{ quantities: [1000, "2.5"], percentages: [100, "75"], decimals: 1 }],
};

const faceOf = (name: string) =>
  (mps as unknown as Record<string, (argument: unknown) => unknown>)[name]!;

/** Numbers that make figures very large, very small or very many. */
const extreme = fc.constantFrom<unknown>(
  ...[0, -1, 1e-100, 1e-9, 0.1, 9, 1e6, 1e15, 2 ** 53 - 1, 2 ** 53, 1e100, 1e300],
  ...["1/3", "0.000000001", `${"9".repeat(60)}/7`, "1900-01-01", "2199-12-31"],
);

/** A copy with another value at the n-th of its places that hold numbers and texts. */
function withValue(from: object, n: number, value: unknown): object {
  const copy = structuredClone(from);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (at: Record<string, unknown>): void => {
    for (const [key, inner] of Object.entries(at)) {
      if (typeof inner === "object" && inner !== null) walk(inner as Record<string, unknown>);
      else places.push([at, key]);
    }
  };
  walk(copy as Record<string, unknown>);
  const [at, key] = places[n % places.length]!;
  at[key] = value;
  return copy;
}

function expectTotal(name: string, argument: unknown): void {
  const { value, threw } = outcomeOf(() => faceOf(name)(argument));
  if (threw !== undefined) expect(threw).toBe("PlanningInputError");
  for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
  expect(JSON.stringify(value) ?? "").not.toMatch(/"-?(NaN|Infinity)"/);
}

describe("Every function of forecasts", () => {
  for (const [name, sounds] of Object.entries(SOUND)) {
    test(`${name} answers sound arguments`, () => {
      for (const sound of sounds) {
        const { threw, value } = outcomeOf(() => faceOf(name)(sound));
        expect([name, threw]).toEqual([name, undefined]);
        expect(value).toBeDefined();
      }
    });

    test.prop([fc.oneof(...sounds.map((sound) => spoiled(sound)))], { numRuns: runs })(
      `${name} answers whatever it is given, or refuses it with a PlanningInputError`,
      (argument) => expectTotal(name, argument),
      patience,
    );

    const changes = fc.array(fc.tuple(fc.nat(99), extreme), { minLength: 1, maxLength: 3 });
    const figures = fc
      .tuple(fc.constantFrom(...sounds), changes)
      .map(([sound, places]) =>
        places.reduce((argument: object, [n, value]) => withValue(argument, n, value), sound),
      );
    test.prop([figures], { numRuns: runs })(
      `${name} answers the largest and smallest figures, or refuses them with a PlanningInputError`,
      (argument) => expectTotal(name, argument),
      patience,
    );
  }
});
