import { describe, expect, test } from "vitest";
import { mistakesOf } from "../../test/support/mps/mistakes-of.js";
import { PlanningInputError } from "../core/index.js";
import {
  combineForecasts,
  consumeForecast,
  disaggregateFamily,
  disaggregatePeriod,
  forecastAccuracy,
  forecastByPlanningBill,
  masterScheduleGrid,
  optionForecast,
  promiseProfile,
  rateBasedSchedule,
  reduceForecast,
  scheduleChanges,
  timeFences,
} from "./index.js";

const startDate = "2026-01-01";
const week = { from: "2026-01-05", until: "2026-01-11" };
type Grid = Parameters<typeof masterScheduleGrid>[0];

function issuesOf(call: () => unknown) {
  try {
    call();
  } catch (error) {
    if (error instanceof PlanningInputError) return error.issues;
    throw error;
  }
  return [];
}

describe("What is wrong with sound fields together is said beside malformed ones", () => {
  test("of a grid: lengths, fences, the lot rule, what is too fine", () => {
    const input = {
      onHand: -1,
      forecast: [1, -2],
      orders: [1],
      receipts: ["0.5", 1],
      lotSizing: { rule: "nope", foo: 1 },
      demandTimeFence: 2,
      planningTimeFence: 1,
      decimals: 0,
    };
    expect(mistakesOf(() => masterScheduleGrid(input as unknown as Grid))).toEqual([
      "forecast.1: outOfRange",
      "orders: contradiction",
      "planningTimeFence: contradiction",
      "receipts.0: tooFine",
      "lotSizing.foo: unknownField",
      "lotSizing.rule: outOfRange",
    ]);
  });

  test("in words that fit one period and whole units", () => {
    const fine = { onHand: 0, forecast: [1, 2], orders: [1] };
    const said = (decimals: number) =>
      issuesOf(() => masterScheduleGrid({ ...fine, receipts: ["0.555", 1], decimals })).map(
        ({ message }) => message,
      );
    const length = "The list orders has 1 period and the forecast 2. Give one entry for each.";
    const receipt = 'The receipts[0] ("0.555") must be in';
    const help = "give more decimals, or round it.";
    expect(said(0)).toEqual([length, `${receipt} whole units; ${help}`]);
    expect(said(2)).toEqual([length, `${receipt} whole 10^-2 of a unit; ${help}`]);
  });

  test("of a family: items that stand twice", () => {
    const members = [
      { item: "a", share: 50 },
      { item: "a", share: 20 },
      { item: "", share: 30 },
    ];
    expect(mistakesOf(() => disaggregateFamily({ forecasts: [], members }))).toEqual([
      "members.2.item: invalidType",
      "members.1.item: duplicateId",
    ]);
  });

  test("of forecasts: ids that stand twice and days that overlap", () => {
    const forecasts = [
      { id: "a", ...week, quantity: 1 },
      { id: "a", ...week, quantity: -1 },
    ];
    expect(mistakesOf(() => consumeForecast({ startDate, forecasts }))).toEqual([
      "forecasts.1.quantity: outOfRange",
      "forecasts.1.id: duplicateId",
      "forecasts.1.from: contradiction",
    ]);
  });

  test("but nothing is said of what a malformed field may have meant", () => {
    const forecasts = [
      { id: "a", ...week, quantity: 1 },
      { id: "b", ...week, quantity: 1, key: 7 },
      { id: "c", ...week, quantity: 1, consumable: "no" },
    ];
    expect(mistakesOf(() => consumeForecast({ startDate, forecasts } as never))).toEqual([
      "forecasts.1.key: invalidType",
      "forecasts.2.consumable: invalidType",
    ]);
    const members = [
      { item: "a", share: 50 },
      { item: "b", share: -1 },
    ];
    expect(mistakesOf(() => disaggregateFamily({ forecasts: [], members }))).toEqual([
      "members.1.share: outOfRange",
    ]);
  });

  test("of options: unknown ones, and groups of which all percentages are sound", () => {
    const bill = [
      { component: "a", group: "g", percentage: 50 },
      { component: "b", group: "h", percentage: -1 },
    ];
    const booked = [{ component: "z", orders: [1] }];
    expect(mistakesOf(() => optionForecast({ familyAvailable: ["x"], bill, booked }))).toEqual([
      "familyAvailable.0: invalidQuantity",
      "bill.1.percentage: outOfRange",
      "bill.0.percentage: contradiction",
      "booked.0.component: unknownId",
    ]);
    const forecasts = [{ id: "w", from: "x", quantity: "0.5" }];
    expect(mistakesOf(() => forecastByPlanningBill({ forecasts, bill }))).toEqual([
      "forecasts.0.from: invalidDate",
      "bill.1.percentage: outOfRange",
      "forecasts.0.quantity: tooFine",
      "bill.0.percentage: contradiction",
    ]);
  });

  test("of sources: unknown ones", () => {
    const input = {
      decay: [],
      sources: [{ id: "s", percentage: 100 }],
      forecasts: [{ source: "zz", from: "2026-01-01", quantity: 1 }],
    };
    expect(mistakesOf(() => combineForecasts(input as never))).toEqual([
      "decay: invalidType",
      "forecasts.0.source: unknownId",
      "forecasts: contradiction",
    ]);
  });

  test("of measures, periods and series: lengths, days, what is too fine", () => {
    const measured = { actual: [5], forecast: [1, 2], foo: 1 };
    expect(mistakesOf(() => forecastAccuracy(measured))).toEqual([
      "foo: unknownField",
      "forecast: contradiction",
    ]);
    const period = { from: "2026-01-05", until: "2026-01-01", quantity: "0.5", elapsed: "no" };
    expect(mistakesOf(() => disaggregatePeriod(period as never))).toEqual([
      "elapsed: outOfRange",
      "quantity: tooFine",
      "until: contradiction",
    ]);
    expect(mistakesOf(() => reduceForecast({ quantities: ["0.5", -1], percentages: [] }))).toEqual([
      "quantities.1: outOfRange",
      "quantities.0: tooFine",
    ]);
  });

  test("of dated rows, rates, fences and changes", () => {
    const buckets = [
      { start: "2026-01-05", end: "2026-01-05" },
      { start: "2026-02-30", end: "2026-03-01" },
    ];
    const rates = [
      { start: "2026-01-05", end: "2026-01-09", perDay: -1 },
      { start: "2026-01-08", end: "2026-01-12", perDay: "0.5" },
    ];
    expect(mistakesOf(() => rateBasedSchedule({ rates, buckets, decimals: 0 }))).toEqual([
      "rates.0.perDay: outOfRange",
      "buckets.1.start: invalidDate",
      "buckets.0.end: contradiction",
      "rates.1.start: contradiction",
      "rates.1.perDay: tooFine",
    ]);
    const fences = { startDate, demandTimeFence: 9, planningTimeFence: 2, buckets: 3 };
    expect(mistakesOf(() => timeFences(fences as never))).toEqual([
      "buckets: invalidType",
      "planningTimeFence: contradiction",
    ]);
    const supply = [{ date: "2026-01-05", quantity: "1e" }];
    const late = { startDate, supply, orders: [], infiniteSupplyFence: "2025-12-31" };
    expect(mistakesOf(() => promiseProfile(late))).toEqual([
      "supply.0.quantity: invalidQuantity",
      "infiniteSupplyFence: contradiction",
    ]);
    const line = { id: "a", date: "2026-01-05", quantity: 1 };
    const changes = { fences: {}, before: [line, { ...line, date: 3 }], after: [], by: "me" };
    expect(mistakesOf(() => scheduleChanges(changes as never))).toEqual([
      "fences.startDate: missingField",
      "fences.demandFence: missingField",
      "fences.planningFence: missingField",
      "before.1.date: invalidType",
      "by: outOfRange",
      "before.1.id: duplicateId",
    ]);
  });
});

describe("Very many mistakes", () => {
  test("are cut to a thousand, of each field the first, and a last one says how many more", () => {
    const input = { quantities: new Array(5000).fill(-1), percentages: [101] };
    const issues = issuesOf(() => reduceForecast(input));
    expect(issues).toHaveLength(1001);
    expect(issues.slice(-2).map(({ code, path }) => [code, ...path])).toEqual([
      ["outOfRange", "percentages", 0],
      ["moreMistakes"],
    ]);
    expect(issues.at(-1)).toMatchObject({
      count: 4001,
      message: "There are 4001 more mistakes. Correct these first.",
    });
  });

  test("of a list without end are not counted to the end", () => {
    const input = { quantities: new Array(2 ** 32 - 1), percentages: [] };
    const issues = issuesOf(() => reduceForecast(input));
    expect(issues.at(-1)?.message).toBe(
      "There are at least 99000 more mistakes. Correct these first.",
    );
  });
});

describe("What is an object, but none with fields", () => {
  const period = { ...week, quantity: 7 };
  test.each([
    ["a Map", new Map([["workingDays", ["mon"]]])],
    ["a Set", new Set(["mon"])],
    ["a Date", new Date(0)],
    ["a Number", Object(3)],
    ["a list", []],
  ])("%s is refused", (_, calendar) => {
    expect(mistakesOf(() => disaggregatePeriod({ ...period, calendar } as never))).toEqual([
      "calendar: invalidType",
    ]);
  });

  test("an object of a class of one's own, or of none, is taken", () => {
    class Office {
      workingDays = ["mon"] as const;
    }
    const bare = Object.assign(Object.create(null), { workingDays: ["mon"] });
    for (const calendar of [new Office(), bare])
      expect(disaggregatePeriod({ ...period, calendar }).parts).toHaveLength(1);
  });
});

describe("A lot rule in another form", () => {
  const grid = { onHand: 0, forecast: [1], orders: [0] };
  test.each([["lotForLot"], [3], [null], [[]], [new Map()]])("%s is one mistake", (lotSizing) => {
    const [issue, ...others] = issuesOf(() => masterScheduleGrid({ ...grid, lotSizing } as never));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: "invalidType", path: ["lotSizing"] });
    expect(issue?.message).toContain("must be { rule } and what the rule needs.");
  });

  test("names no field as known that a schedule refuses", () => {
    const lotSizing = { rule: "lotForLot", foo: 1 };
    const [issue] = issuesOf(() => masterScheduleGrid({ ...grid, lotSizing } as never));
    expect(issue?.message).toMatch(/known are rule, setupCost, /);
    expect(issue?.message).not.toMatch(/onHand|demand|terminalStock|decimals/);
  });
});

describe("Percentages that do not add up", () => {
  test("are said in few digits, however many they have", () => {
    const members = Array.from({ length: 300 }, (_, n) => ({
      item: `${n}`,
      share: `1/${n + 1001}`,
    }));
    const [issue] = issuesOf(() => disaggregateFamily({ forecasts: [], members }));
    expect(issue?.message).toContain("are about 0.262249 in all.");
    const sources = members.map(({ item, share }) => ({ id: item, percentage: share }));
    const [other] = issuesOf(() => combineForecasts({ forecasts: [], sources }));
    expect(other?.message).toContain("are about 0.262249 in all.");
  });
});
