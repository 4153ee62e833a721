import { describe, expect, test } from "vitest";
import { mistakesOf } from "../../../test/support/mps/mistakes-of.js";
import {
  bucketTotals,
  consumeForecast,
  dateBuckets,
  promiseProfile,
  rateBasedSchedule,
  timeFences,
  zoneOn,
} from "../index.js";

const startDate = "2026-01-05"; // a Monday
const office = { workingDays: ["mon", "tue", "wed", "thu", "fri"] as const };
const weeks = dateBuckets({ startDate, horizonEnd: "2026-01-25", bucket: "week" });

describe("Dated quantities", () => {
  const buckets = dateBuckets({ startDate, horizonEnd: "2026-01-18", bucket: "week" });
  const totalsOf = (rows: unknown) =>
    bucketTotals({ rows, buckets } as Parameters<typeof bucketTotals>[0]).totals.map(Number);

  test("have a date or a due, as orders and what is left of forecast have it", () => {
    const { demand } = consumeForecast({
      startDate,
      forecasts: [{ id: "F", from: startDate, until: "2026-01-18", quantity: 14 }],
      orders: [{ id: "A", due: "2026-01-12", quantity: 4 }],
      spread: "daily",
    });
    expect(bucketTotals({ rows: demand, buckets }).totals.map(Number)).toEqual([7, 3]);
    const orders = [{ id: "A", due: "2026-01-12", quantity: 4 }];
    const profile = promiseProfile({ startDate, onHand: 9, supply: [], orders });
    expect(`${profile.promiseQuantity(startDate)}`).toBe("5");
    expect(totalsOf([{ date: "2026-01-12", quantity: 1 }])).toEqual([0, 1]);
  });

  test("are refused with both, with neither, and with anything else", () => {
    const both = { date: startDate, due: startDate, quantity: 1 };
    expect(mistakesOf(() => totalsOf([both, { quantity: 1 }, { day: 3, quantity: 1 }]))).toEqual([
      "rows.0.date: contradiction",
      "rows.1.date: missingField",
      "rows.2.day: unknownField",
    ]);
  });
});

describe("Buckets of dates", () => {
  test("begin on the start date and end with the horizon", () => {
    const buckets = dateBuckets({
      startDate: "2026-01-30",
      horizonEnd: "2026-03-01",
      bucket: "month",
    });
    expect(buckets.map(({ start, end, days }) => `${start} ${end} ${days}`)).toEqual([
      "2026-01-30 2026-02-01 2",
      "2026-02-01 2026-03-01 28",
      "2026-03-01 2026-03-02 1",
    ]);
  });

  test("begin weeks on the day that is asked for", () => {
    const horizon = { startDate, horizonEnd: "2026-01-18" };
    const buckets = dateBuckets({ ...horizon, bucket: "week", weekStart: "sun" });
    expect(buckets.map(({ days }) => days)).toEqual([6, 7, 1]);
  });

  test("may reach to the last day of all", () => {
    const end = dateBuckets({
      startDate: "2199-12-30",
      horizonEnd: "2199-12-31",
      bucket: "week",
    });
    expect(end.map((bucket) => bucket.end)).toEqual(["2200-01-01"]);
    const rows = [{ date: "2199-12-31", quantity: 4 }];
    expect(bucketTotals({ rows, buckets: end }).totals.map(Number)).toEqual([4]);
  });

  test("are refused where they overlap, leave days out or are empty, each by its place", () => {
    const buckets = [
      { start: "2026-01-05", end: "2026-01-12" },
      { start: "2026-01-11", end: "2026-01-18" },
      { start: "2026-01-20", end: "2026-01-20" },
      { start: "2026-01-20", end: "2026-01-22", days: 3 },
    ];
    expect(mistakesOf(() => bucketTotals({ rows: [], buckets }))).toEqual([
      "buckets.1.start: contradiction",
      "buckets.2.end: contradiction",
      "buckets.2.start: contradiction",
      "buckets.3.days: contradiction",
    ]);
  });
});

describe("Totals by bucket", () => {
  const rows = [
    { date: "2025-12-20", quantity: 1 },
    { date: "2026-01-02", quantity: 2 },
    { date: "2026-01-11", quantity: 4 },
    { date: "2026-01-12", quantity: 8 },
    { date: "2026-01-26", quantity: 16 },
  ];
  const figures = ({ totals, pastDue, ignored, beyond }: ReturnType<typeof bucketTotals>) =>
    `${totals.join(" ")}, past due ${pastDue}, ignored ${ignored}, beyond ${beyond}`;

  test("count what is past due in the first one", () => {
    expect(figures(bucketTotals({ rows, buckets: weeks }))).toBe(
      "7 8 0, past due 3, ignored 0, beyond 16",
    );
  });

  test("count only so many days of it as asked, and say what is left out", () => {
    expect(figures(bucketTotals({ rows, buckets: weeks, pastDueDays: 3 }))).toBe(
      "6 8 0, past due 2, ignored 1, beyond 16",
    );
  });

  test("refuse negative quantities and days that are none, all at once", () => {
    const wrong = [
      { date: "2026-02-30", quantity: 1 },
      { date: "2026-01-06", quantity: -1 },
    ];
    expect(mistakesOf(() => bucketTotals({ rows: wrong, buckets: weeks }))).toEqual([
      "rows.0.date: invalidDate",
      "rows.1.quantity: outOfRange",
    ]);
  });
});

describe("Time fences", () => {
  test("stand so many calendar days after the start", () => {
    const fences = timeFences({ startDate, demandTimeFence: 10, planningTimeFence: 20 });
    expect([fences.demandFence, fences.planningFence]).toEqual(["2026-01-15", "2026-01-25"]);
  });

  test("stand where a cumulative lead time ends, in working days", () => {
    const { planningFence, planningTimeFence } = timeFences({
      startDate,
      planningTimeFence: { cumulativeLeadTime: 5, plus: 1 },
      calendar: { ...office, exceptions: [{ date: "2026-01-06", working: false }] },
    });
    expect([planningFence, planningTimeFence]).toEqual(["2026-01-14", 9]);
  });

  test("stand where a cumulative lead time ends, in calendar days", () => {
    const planningTimeFence = { cumulativeLeadTime: 5, basis: "calendar" } as const;
    const { planningFence } = timeFences({ startDate, planningTimeFence, calendar: office });
    expect(planningFence).toBe("2026-01-10");
  });

  test("count the buckets that begin inside them", () => {
    const input = { startDate, demandTimeFence: 7, planningTimeFence: 8, buckets: weeks };
    expect(timeFences(input).periods).toEqual({ demandTimeFence: 1, planningTimeFence: 2 });
  });

  test("are one where only the demand time fence is given", () => {
    const fences = timeFences({ startDate, demandTimeFence: 3 });
    expect(["2025-12-31", "2026-01-07", "2026-01-08"].map((date) => zoneOn(fences, date))).toEqual([
      "frozen",
      "frozen",
      "liquid",
    ]);
  });

  test("are refused as the fences of a zone where they cross or are no dates", () => {
    const fences = timeFences({ startDate, demandTimeFence: 3, planningTimeFence: 9 });
    const refusal = (changed: object) =>
      mistakesOf(() => zoneOn({ ...fences, ...changed }, startDate));
    expect(refusal({ planningFence: "2026-01-06" })).toEqual([
      "fences.planningFence: contradiction",
    ]);
    expect(refusal({ startDate: "2026-01-09" })).toEqual(["fences.demandFence: contradiction"]);
    expect(refusal({ startDate: "whatever", demandFence: undefined })).toEqual([
      "fences.startDate: invalidDate",
      "fences.demandFence: missingField",
    ]);
    expect(mistakesOf(() => zoneOn(3 as never, "x"))).toEqual([
      "date: invalidDate",
      "fences: invalidType",
    ]);
    expect(zoneOn(JSON.parse(JSON.stringify(fences)), "2026-01-08")).toBe("slushy");
  });

  test("are refused where they cross, also by a lead time", () => {
    const planningTimeFence = { cumulativeLeadTime: 3 };
    expect(
      mistakesOf(() => timeFences({ startDate, demandTimeFence: 7, planningTimeFence })),
    ).toEqual(["planningTimeFence: contradiction"]);
  });

  test("are refused where the calendar ends before them", () => {
    const planningTimeFence = { cumulativeLeadTime: 3 };
    const input = { startDate, planningTimeFence, calendar: { workingDays: [] } };
    expect(mistakesOf(() => timeFences(input))).toEqual(["planningTimeFence: outOfRange"]);
  });
});

describe("A rate-based schedule", () => {
  test("makes nothing on days that do not work", () => {
    const rates = [{ start: startDate, end: "2026-01-26", perDay: "1.5" }];
    const calendar = { ...office, exceptions: [{ date: "2026-01-14", working: false }] };
    const { totals } = rateBasedSchedule({ rates, buckets: weeks, calendar });
    expect(totals.map(String)).toEqual(["7.5", "6", "7.5"]);
  });

  test("says what comes outside the buckets", () => {
    const rates = [
      { start: "2026-01-24", end: "2026-01-29", perDay: 10 },
      { start: "2026-01-01", end: "2026-01-06", perDay: 3 },
    ];
    const { totals, outside } = rateBasedSchedule({ rates, buckets: weeks });
    expect(totals.map(Number)).toEqual([3, 0, 20]);
    expect(Number(outside)).toBe(12 + 30);
  });

  test("refuses rates that overlap, are negative or last no day, all at once", () => {
    const rates = [
      { start: "2026-01-12", end: "2026-01-19", perDay: 1 },
      { start: "2026-01-05", end: "2026-01-13", perDay: 1 },
      { start: "2026-01-20", end: "2026-01-20", perDay: 1 },
    ];
    expect(mistakesOf(() => rateBasedSchedule({ rates, buckets: weeks }))).toEqual([
      "rates.0.start: contradiction",
      "rates.2.end: contradiction",
    ]);
    const negative = [{ start: "2026-01-12", end: "2026-01-19", perDay: -1 }];
    expect(mistakesOf(() => rateBasedSchedule({ rates: negative, buckets: weeks }))).toEqual([
      "rates.0.perDay: outOfRange",
    ]);
  });
});
