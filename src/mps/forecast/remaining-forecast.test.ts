import { describe, expect, test } from "vitest";
import { consumeForecast } from "./consume-forecast.js";
import type { ForecastConsumptionInput } from "./consumption-input.js";
import { reduceForecast } from "./reduce-forecast.js";

/** Weeks of March 2026 from Monday the 2nd on, a forecast of 100 each. */
const weeks = ["2026-03-02", "2026-03-09", "2026-03-16"].map((from, n) => ({
  id: `week ${n + 1}`,
  from,
  until: ["2026-03-08", "2026-03-15", "2026-03-22"][n]!,
  quantity: 100,
}));
const daysOf = ({ from, until }: (typeof weeks)[number]) => ({ from, until });
const base: ForecastConsumptionInput = { startDate: "2026-03-02", forecasts: weeks };
const inWeek2 = { id: "A", due: "2026-03-11", quantity: 150 };

const usesOf = (input: ForecastConsumptionInput) =>
  consumeForecast(input).uses.map((use) => `${use.order} ${use.forecast}: ${use.quantity}`);
const demandOf = (input: ForecastConsumptionInput) =>
  consumeForecast(input).demand.map((row) => `${row.forecast} ${row.due}: ${row.quantity}`);
const notesOf = (input: ForecastConsumptionInput) =>
  consumeForecast(input).notes.map((note) => `${note.code} ${note.forecast}: ${note.quantity}`);

describe("What is left", () => {
  const forecasts = [{ id: "F", from: "2026-03-02", until: "2026-03-08", quantity: 10 }];

  test("is planned on the first day that is not past and not inside the demand fence", () => {
    expect(demandOf({ ...base, forecasts })).toEqual(["F 2026-03-02: 10"]);
    expect(demandOf({ ...base, forecasts, startDate: "2026-03-05" })).toEqual(["F 2026-03-05: 10"]);
    expect(demandOf({ ...base, forecasts, demandTimeFence: 4 })).toEqual(["F 2026-03-06: 10"]);
  });

  test("or evenly over the days left, more on the first ones", () => {
    const startDate = "2026-03-05";
    expect(demandOf({ ...base, forecasts, startDate, spread: "daily" })).toEqual([
      "F 2026-03-05: 3",
      "F 2026-03-06: 3",
      "F 2026-03-07: 2",
      "F 2026-03-08: 2",
    ]);
  });

  test("and on working days, where they are given", () => {
    const calendar = { workingDays: ["thu", "fri"] as const };
    expect(demandOf({ ...base, forecasts, calendar, spread: "daily" })).toEqual([
      "F 2026-03-05: 5",
      "F 2026-03-06: 5",
    ]);
  });

  test("inside the demand fence is no demand, and is said", () => {
    expect(demandOf({ ...base, forecasts, demandTimeFence: 7 })).toEqual([]);
    expect(notesOf({ ...base, forecasts, demandTimeFence: 7 })).toEqual(["fencedForecast F: 10"]);
  });

  test("of the past is dropped and said, unless days of the past still count", () => {
    const startDate = "2026-03-10";
    expect(demandOf({ ...base, forecasts, startDate })).toEqual([]);
    expect(notesOf({ ...base, forecasts, startDate })).toEqual(["pastForecast F: 10"]);
    expect(demandOf({ ...base, forecasts, startDate, pastForecastDays: 2 })).toEqual([
      "F 2026-03-10: 10",
    ]);
  });

  test("of a row that has begun may count by its days", () => {
    const startDate = "2026-03-05";
    const input = { ...base, forecasts, startDate, elapsed: "drop" } as const;
    expect(notesOf(input)).toEqual(["pastForecast F: 6"]);
    expect(demandOf(input)).toEqual(["F 2026-03-05: 4"]);
  });

  test("of a row that has begun counts whole in buckets of every size", () => {
    const begun = [{ id: "A", from: "2026-03-02", until: "2026-03-15", quantity: 140 }];
    const startDate = "2026-03-11";
    for (const bucket of ["forecast", "day", "week", "month", [], weeks.map(daysOf)] as const) {
      const { totals, notes } = consumeForecast({ startDate, forecasts: begun, bucket });
      expect([`${totals.planned}`, notes]).toEqual(["140", []]);
      const byDays = consumeForecast({ startDate, forecasts: begun, bucket, elapsed: "drop" });
      expect(`${byDays.totals.planned} ${byDays.totals.dropped}`).toBe("50 90");
    }
  });

  test("stands once on a day, whatever buckets it comes from", () => {
    const begun = [{ id: "A", from: "2026-03-09", until: "2026-03-12", quantity: 8 }];
    const input = { startDate: "2026-03-11", forecasts: begun, pastForecastDays: 9 };
    expect(demandOf({ ...input, bucket: "day" })).toEqual(["A 2026-03-11: 6", "A 2026-03-12: 2"]);
  });

  test("is less by the percentages of all periods that a row covers, in buckets of every size", () => {
    const march = [{ id: "March", from: "2026-03-02", until: "2026-03-29", quantity: 280 }];
    const percentages = [100, 75, 50, 25];
    const { reductions } = reduceForecast({ quantities: [70, 70, 70, 70], percentages });
    const byPeriod = reductions.reduce((sum, one) => sum + Number(one), 0);
    for (const bucket of ["forecast", "day", "week", "month", [], weeks.map(daysOf)] as const) {
      const reduction = { period: "week", percentages } as const;
      const { totals } = consumeForecast({ ...base, forecasts: march, bucket, reduction });
      expect(`${totals.reduced} ${totals.demand}`).toBe(`${byPeriod} ${280 - byPeriod}`);
    }
  });

  test("is less on the days of a period alone, where a bucket goes beyond it", () => {
    const turn = [{ id: "turn", from: "2026-03-30", until: "2026-04-05", quantity: 70 }];
    const reduction = { period: "month", percentages: [100] } as const;
    for (const bucket of ["forecast", "week"] as const)
      expect(notesOf({ ...base, forecasts: turn, bucket, reduction })).toEqual([
        "reducedForecast turn: 20",
      ]);
  });

  test("is less by the first percentage for days before today, and on working days alone", () => {
    const begun = [{ id: "A", from: "2026-03-02", until: "2026-03-15", quantity: 100 }];
    const calendar = { workingDays: ["mon", "tue", "wed", "thu", "fri"] as const };
    const reduction = { period: "day", percentages: [50] } as const;
    // Ten working days of 10; those up to Wednesday the 11th are today's.
    expect(notesOf({ startDate: "2026-03-11", forecasts: begun, calendar, reduction })).toEqual([
      "reducedForecast A: 40",
    ]);
  });

  test("is less by the percentage of its period, before anything is consumed", () => {
    const reduction = { period: "week", percentages: [100, "33.3"] } as const;
    const input = { ...base, orders: [inWeek2], reduction };
    expect(notesOf(input)).toEqual(["reducedForecast week 1: 100", "reducedForecast week 2: 33"]);
    expect(usesOf(input)).toEqual(["A week 2: 67"]);
  });
});
