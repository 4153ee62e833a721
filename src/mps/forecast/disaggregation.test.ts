import { describe, expect, test } from "vitest";
import type { PlanningInputError } from "../../core/index.js";
import { disaggregateFamily } from "./disaggregate-family.js";
import { disaggregatePeriod } from "./disaggregate-period.js";
import { forecastByPlanningBill } from "./forecast-by-planning-bill.js";
import { reduceForecast } from "./reduce-forecast.js";

const week = { from: "2026-03-02", until: "2026-03-08" };
const workdays = { workingDays: ["mon", "tue", "wed", "thu", "fri"] } as const;

const partsOf = (input: Parameters<typeof disaggregatePeriod>[0]) =>
  disaggregatePeriod(input).parts.map((part) => `${part.from}: ${part.quantity}`);

function refusalOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    return (error as PlanningInputError).issues.map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  }
  return [];
}

describe("A period over its days (D5)", () => {
  test("adds up, with one more on the first days", () => {
    expect(partsOf({ ...week, quantity: 12, calendar: workdays })).toEqual([
      "2026-03-02: 3",
      "2026-03-03: 3",
      "2026-03-04: 2",
      "2026-03-05: 2",
      "2026-03-06: 2",
    ]);
  });

  test("in decimals, where they are asked for", () => {
    const parts = partsOf({ ...week, until: "2026-03-04", quantity: "0.1", decimals: 2 });
    expect(parts).toEqual(["2026-03-02: 0.04", "2026-03-03: 0.03", "2026-03-04: 0.03"]);
  });

  test("a day without a part is left out", () => {
    expect(partsOf({ ...week, quantity: 1 })).toEqual(["2026-03-02: 1"]);
  });

  test("a period without a working day is split over all of its days", () => {
    const weekend = { from: "2026-03-07", until: "2026-03-08" };
    expect(partsOf({ ...weekend, quantity: 3, calendar: workdays })).toEqual([
      "2026-03-07: 2",
      "2026-03-08: 1",
    ]);
  });

  test("in weeks, months or so many days each, never beyond the period", () => {
    const march = { from: "2026-03-01", until: "2026-03-31", quantity: 310 };
    expect(partsOf({ ...march, bucket: "week" })).toEqual([
      "2026-03-01: 10",
      "2026-03-02: 70",
      "2026-03-09: 70",
      "2026-03-16: 70",
      "2026-03-23: 70",
      "2026-03-30: 20",
    ]);
    expect(partsOf({ ...march, bucket: 14 })).toEqual([
      "2026-03-01: 140",
      "2026-03-15: 140",
      "2026-03-29: 30",
    ]);
    expect(partsOf({ ...march, until: "2026-04-01", quantity: 320, bucket: "month" })).toEqual([
      "2026-03-01: 310",
      "2026-04-01: 10",
    ]);
  });

  test("what is past is kept for the days left, or dropped by its days", () => {
    const begun = { ...week, quantity: 14, notBefore: "2026-03-07" };
    expect(partsOf(begun)).toEqual(["2026-03-07: 7", "2026-03-08: 7"]);
    expect(partsOf({ ...begun, elapsed: "drop" })).toEqual(["2026-03-07: 2", "2026-03-08: 2"]);
    expect(`${disaggregatePeriod({ ...begun, elapsed: "drop" }).dropped}`).toBe("10");
    expect(`${disaggregatePeriod({ ...begun, notBefore: "2026-03-09" }).dropped}`).toBe("14");
  });

  test("what is wrong is said", () => {
    expect(
      refusalOf(() => disaggregatePeriod({ ...week, until: "2026-03-01", quantity: "0.5" })),
    ).toEqual(["tooFine quantity", "contradiction until"]);
    expect(refusalOf(() => disaggregatePeriod({ ...week, quantity: 1, bucket: 0 }))).toEqual([
      "outOfRange bucket",
    ]);
  });
});

describe("A family over its items (D5)", () => {
  const forecasts = [{ id: "W", ...week, quantity: 10 }];
  const members = [
    { item: "c", share: "33.3" },
    { item: "b", share: "33.3" },
    { item: "a", share: "33.4" },
  ];

  test("adds up for each forecast", () => {
    const rows = disaggregateFamily({ forecasts, members });
    expect(rows.map(({ item, quantity }) => `${item} ${quantity}`)).toEqual(["c 3", "b 3", "a 4"]);
  });

  test("percentages are 100 in all; weights may be anything", () => {
    const two = members.slice(0, 2);
    expect(refusalOf(() => disaggregateFamily({ forecasts, members: two }))).toEqual([
      "contradiction members",
    ]);
    const rows = disaggregateFamily({ forecasts, members: two, shares: "weights" });
    expect(rows.map(({ quantity }) => Number(quantity))).toEqual([5, 5]);
    const nothing = [{ item: "a", share: 0 }];
    expect(
      refusalOf(() => disaggregateFamily({ forecasts, members: nothing, shares: "weights" })),
    ).toEqual(["contradiction members"]);
  });

  test("an item stands once", () => {
    const twice = [
      { item: "a", share: 50 },
      { item: "a", share: 50 },
    ];
    expect(refusalOf(() => disaggregateFamily({ forecasts, members: twice }))).toEqual([
      "duplicateId members.1.item",
    ]);
  });
});

describe("A family by its planning bill", () => {
  const forecasts = [
    { id: "W1", ...week, quantity: 10 },
    { id: "W2", from: "2026-03-09", quantity: 3 },
  ];

  test("the options of a group add up to it, common parts are all of it", () => {
    const bill = [
      { component: "frame" },
      { component: "seven gears", group: "gears", percentage: 65 },
      { component: "one gear", group: "gears", percentage: 35 },
      { component: "bell", quantity: "0.5", percentage: 50 },
    ];
    const rows = forecastByPlanningBill({ forecasts, bill });
    expect(
      rows.map(({ forecast, component, ratio }) => `${forecast} ${component} ${ratio}`),
    ).toEqual([
      "W1 frame 10",
      "W1 seven gears 6",
      "W1 one gear 4",
      "W1 bell 2.5",
      "W2 frame 3",
      "W2 seven gears 2",
      "W2 one gear 1",
      "W2 bell 1",
    ]);
    expect(rows.at(-1)?.until).toBe("2026-03-09");
  });

  test("percentages of a group that are not 100 in all are refused", () => {
    const bill = [{ component: "seven gears", group: "gears", percentage: 65 }];
    expect(refusalOf(() => forecastByPlanningBill({ forecasts, bill }))).toEqual([
      "contradiction bill.0.percentage",
    ]);
  });
});

describe("Percentages that fade with time", () => {
  test("what is taken off is rounded down; the rest of the periods stays", () => {
    const { quantities, reductions } = reduceForecast({
      quantities: [10, 10, 10],
      percentages: [100, "33.3"],
    });
    expect(quantities.map(Number)).toEqual([0, 7, 10]);
    expect(reductions.map(Number)).toEqual([10, 3, 0]);
  });
});
