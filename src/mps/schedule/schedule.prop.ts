import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { dateOf } from "../../../test/support/mps/promise-problem.js";
import { runs } from "../../../test/support/runs.js";
import { Decimal, isWorkingDay, makeCalendar, parseDay } from "../../core/index.js";
import { dateBuckets, masterScheduleGrid, rateBasedSchedule } from "../index.js";

const workingDays = ["mon", "tue", "wed", "thu", "fri"] as const;
const DAYS = 40;

/** Rates one after the other, with gaps or without. */
const rates = fc
  .array(
    fc.record({
      gap: fc.nat({ max: 4 }),
      days: fc.integer({ min: 1, max: 12 }),
      rate: fc.nat({ max: 9 }),
    }),
    {
      maxLength: 6,
    },
  )
  .map((list) => {
    let end = -6;
    return list.map(({ gap, days, rate }) => {
      const start = end + gap;
      end = start + days;
      return { start, end, rate };
    });
  });

describe("A rate-based schedule", () => {
  test.prop([rates, fc.constantFrom("day" as const, "week" as const, "month" as const)], {
    numRuns: runs,
  })("is what each working day makes, summed day by day", (list, bucket) => {
    const calendar = makeCalendar("office", workingDays);
    const madeOn = (day: number) =>
      isWorkingDay(calendar, parseDay(dateOf(day))!)
        ? (list.find(({ start, end }) => start <= day && day < end)?.rate ?? 0)
        : 0;
    const sum = (from: number, days: number) =>
      Array.from({ length: days }, (_, n) => madeOn(from + n)).reduce((a, b) => a + b, 0);
    const horizon = { startDate: dateOf(0), horizonEnd: dateOf(DAYS - 1) };
    const buckets = dateBuckets({ ...horizon, bucket });
    const { totals, outside } = rateBasedSchedule({
      rates: list.map(({ start, end, rate }) => ({
        start: dateOf(start),
        end: dateOf(end),
        perDay: rate,
      })),
      buckets,
      calendar: { workingDays },
    });
    let from = 0;
    for (const [n, { days }] of buckets.entries()) {
      expect(Number(totals[n])).toBe(sum(from, days));
      from += days;
    }
    expect(Number(outside)).toBe(sum(-6, 6) + sum(DAYS, 60));
  });
});

describe("Coverage", () => {
  const series = fc.array(fc.nat({ max: 20 }), { minLength: 6, maxLength: 6 });
  test.prop([series, series, fc.nat({ max: 40 }), fc.nat({ max: 9 })], { numRuns: runs })(
    "is the demand of the periods that follow, a broken one by its share and rounded up",
    (forecast, safetyStock, quarters, demandBeyond) => {
      const { rows } = masterScheduleGrid({
        onHand: 0,
        forecast,
        orders: forecast.map(() => 0),
        safetyStock,
        coverage: `${quarters}/4`,
        demandBeyond,
      });
      const demandIn = (period: number) => forecast[period] ?? demandBeyond;
      for (const { period, minimumStock } of rows) {
        let wanted = new Decimal(0);
        const whole = Math.floor(quarters / 4);
        for (let n = 1; n <= whole; n++) wanted = wanted.plus(demandIn(period + n));
        const broken = new Decimal(demandIn(period + whole + 1)).times(quarters % 4).div(4);
        wanted = wanted.plus(broken.ceil());
        expect(`${minimumStock}`).toBe(`${Decimal.max(wanted, safetyStock[period]!)}`);
      }
    },
  );
});
