import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { numbersIn, outcomeOf, spoiled } from "../../../test/support/hostile.js";
import { patience, runs } from "../../../test/support/runs.js";
import {
  availableToPromise,
  backwardPromise,
  bucketTotals,
  dateBuckets,
  masterScheduleGrid,
  optionForecast,
  type PromiseProfile,
  promiseProfile,
  rateBasedSchedule,
  regroupSchedule,
  scheduleChanges,
  timeFences,
  zoneOn,
} from "../index.js";

const schedule = { onHand: 5, supply: [10, 0, "2.5"], orders: [1, 2, 3], infiniteSupplyFence: 2 };
const buckets = [
  { start: "2026-01-05", end: "2026-01-12" },
  { start: "2026-01-12", end: "2026-02-01" },
];
const calendar = {
  workingDays: ["mon", "tue"] as const,
  exceptions: [{ date: "2026-01-07", working: true }],
};
const gridInput = {
  onHand: 20,
  forecast: [5, 10, 15],
  orders: [3, 0, 20],
  demand: "max" as const,
  demandTimeFence: 1,
  planningTimeFence: 2,
  receipts: [0, 5, 0],
  firm: [0, 0, 4],
  safetyStock: [1, 2, 3],
  coverage: "1.5",
  demandBeyond: 4,
  lotSizing: { rule: "silverMeal" as const, setupCost: 20, holdingCost: 1, minimumOrder: 2 },
  decimals: 2,
};
const grid = masterScheduleGrid(gridInput);
const fences = timeFences({ startDate: "2026-01-05", planningTimeFence: 14 });
const lines = [{ id: "a", date: "2026-01-12", quantity: 4 }];
const profileInput = {
  startDate: "2026-01-05",
  onHand: 5,
  supply: [{ date: "2026-01-12", quantity: 10 }],
  orders: [{ date: "2026-01-02", quantity: 2 }],
  infiniteSupplyFence: "2026-02-02",
  pastDueOrderDays: 3,
  decimals: 2,
};
const profile = promiseProfile(profileInput);
const question = ["1", "2026-01-06"] as const;

/** Sound arguments of each function, with as many of their fields as go together. */
const SOUND: readonly [string, object, (argument: never) => unknown][] = [
  ["availableToPromise", { method: "discrete", ...schedule }, availableToPromise],
  [
    "backwardPromise",
    { ...schedule, accumulate: true, quantity: 2, requestedPeriod: 1 },
    backwardPromise,
  ],
  [
    "bucketTotals",
    { rows: [{ date: "2026-01-06", quantity: 3 }], buckets, pastDueDays: 4, decimals: 1 },
    bucketTotals,
  ],
  [
    "dateBuckets",
    { startDate: "2026-01-05", horizonEnd: "2026-03-01", bucket: "week", weekStart: "sun" },
    dateBuckets,
  ],
  ["masterScheduleGrid", gridInput, masterScheduleGrid],
  [
    "optionForecast",
    {
      familyAvailable: [10, null, 4],
      bill: [{ component: "frame", quantity: 2, percentage: 50 }],
      booked: [{ component: "frame", orders: [1, 2, 3] }],
      decimals: 1,
    },
    optionForecast,
  ],
  ["promiseProfile", profileInput, promiseProfile],
  [
    "rateBasedSchedule",
    { rates: [{ start: "2026-01-05", end: "2026-01-09", perDay: 4 }], buckets, calendar },
    rateBasedSchedule,
  ],
  ["regroupSchedule", { grid, lengths: [2, 1] }, regroupSchedule],
  ["scheduleChanges", { fences, before: lines, after: [], by: "planning" }, scheduleChanges],
  [
    "timeFences",
    {
      startDate: "2026-01-05",
      demandTimeFence: 3,
      planningTimeFence: { cumulativeLeadTime: 9, plus: 1, basis: "working" },
      calendar,
      buckets,
    },
    timeFences,
  ],
  [
    "zoneOn",
    [fences, "2026-01-06"],
    (pair: never) => zoneOn(...(argumentsOf(pair) as Parameters<typeof zoneOn>)),
  ],
  ["promiseQuantity", ["2026-01-06"], askedOf("promiseQuantity")],
  ["promiseDate", question, askedOf("promiseDate")],
  ["promiseParts", question, askedOf("promiseParts")],
  ["book", [{ date: "2026-01-06", quantity: 1 }], askedOf("book")],
  ["release", [{ date: "2026-01-06", quantity: 1 }], askedOf("release")],
];

/** A method of a profile in which something is booked. */
function askedOf(name: keyof PromiseProfile): (argument: never) => unknown {
  const booked = profile.book({ date: "2026-01-06", quantity: 1 });
  return (argument) => {
    const method = booked[name] as (...all: unknown[]) => unknown;
    return method.call(booked, ...argumentsOf(argument));
  };
}

/** A list of arguments, and anything else as the only one. */
function argumentsOf(argument: unknown): readonly unknown[] {
  return Array.isArray(argument) ? argument : [argument];
}

const extreme = fc.constantFrom(
  ...[0, 1, 2, 1e9, 1e12, 2 ** 53 - 1, 2 ** 53, 1e100, 1e-9, 1e-100, -1, "1/3", "0.000000001"],
);

describe("Every function of the master schedule", () => {
  for (const [name, sound, face] of SOUND) {
    test(`${name} answers a sound argument`, () => {
      const { threw } = outcomeOf(() => face(sound as never));
      expect(threw).toBeUndefined();
    });

    test.prop([spoiled(sound)], { numRuns: runs })(
      `${name} answers whatever it is given with finite numbers, or a PlanningInputError`,
      (argument) => {
        const { value, threw } = outcomeOf(() => face(argument as never));
        if (threw !== undefined) expect(threw).toBe("PlanningInputError");
        for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
      },
      patience,
    );
  }

  test.prop([fc.array(fc.tuple(fc.nat(), extreme), { minLength: 1, maxLength: 3 })], {
    numRuns: runs,
  })(
    "masterScheduleGrid answers the largest and smallest figures exactly, or refuses them",
    (changes) => {
      const argument: Record<string, unknown> = { ...gridInput, decimals: undefined };
      const names = ["onHand", "safetyStock", "coverage", "demandBeyond", "forecast", "orders"];
      for (const [n, figure] of changes) {
        const name = names[n % names.length]!;
        argument[name] = name === "forecast" || name === "orders" ? [figure, 0, figure] : figure;
      }
      const { value, threw } = outcomeOf(() => masterScheduleGrid(argument as never));
      if (threw !== undefined) {
        expect(threw).toBe("PlanningInputError");
        return;
      }
      const { rows } = value as typeof grid;
      const last = rows.at(-1)!;
      const inflow = rows.map((row) => row.receipts.plus(row.mps).minus(row.demand));
      const stock = inflow.reduce((sum, one) => sum.plus(one), last.demand.times(0));
      const onHand = typeof argument.onHand === "number" ? argument.onHand : `${argument.onHand}`;
      expect(`${last.projectedAvailable}`).toBe(`${stock.plus(onHand)}`);
    },
    patience,
  );
});
