import { fc, test } from "@fast-check/vitest";
import { type Decimal, Decimal as Exact } from "orlicky/core";
import {
  availableToPromise,
  bucketTotals,
  dateBuckets,
  type MasterScheduleRow,
  masterScheduleGrid,
  promiseProfile,
  regroupSchedule,
} from "orlicky/mps";
import { describe, expect } from "vitest";
import { dateOf, dayOf, profileInput, promiseProblem } from "../support/mps/promise-problem.js";
import {
  lengths,
  SCHEDULE_DAYS,
  scheduleLotSizing,
  scheduleProblem,
  supplyProblem,
} from "../support/mps/schedule-problem.js";
import { type SlowRow, slowBalance } from "../support/mps/slow-promises.js";
import { runs } from "../support/runs.js";

const FLOWS = [
  "forecast",
  "orders",
  "forecastCounted",
  "demand",
  "receipts",
  "firm",
  "proposed",
  "mps",
] as const;

const total = (list: readonly (number | Decimal | null | "unlimited")[]): number =>
  list.reduce<number>((sum, one) => sum + Number(one ?? 0), 0);

const horizon = { startDate: dateOf(0), horizonEnd: dateOf(SCHEDULE_DAYS - 1) };

describe("The master schedule", () => {
  test.prop([scheduleProblem, scheduleLotSizing], { numRuns: runs })(
    "Stock of a period is that before it, and what comes in, less what counts as demand",
    (problem, lotSizing) => {
      let stock = new Exact(problem.onHand);
      for (const row of masterScheduleGrid({ ...problem, lotSizing }).rows) {
        expect(`${row.demand}`).toBe(`${row.orders.plus(row.forecastCounted)}`);
        expect(`${row.mps}`).toBe(`${row.firm.plus(row.proposed)}`);
        stock = stock.plus(row.receipts).plus(row.mps).minus(row.demand);
        expect(`${row.projectedAvailable}`).toBe(`${stock}`);
      }
    },
  );

  test.prop([scheduleProblem, scheduleLotSizing], { numRuns: runs })(
    "Inside the planning time fence nothing new is planned; behind it nothing is missing",
    (problem, lotSizing) => {
      for (const row of masterScheduleGrid({ ...problem, lotSizing }).rows) {
        if (row.zone === "liquid") expect(`${row.shortage}`).toBe("0");
        else expect(`${row.proposed}`).toBe("0");
      }
    },
  );

  test.prop([scheduleProblem, scheduleLotSizing], { numRuns: runs })(
    "Inside the demand time fence forecast counts for nothing; behind it demand is never below orders or forecast",
    (problem, lotSizing) => {
      for (const row of masterScheduleGrid({ ...problem, lotSizing }).rows) {
        const greater = Exact.max(row.orders, row.forecast);
        const counted = problem.demand === "max" ? greater : row.orders.plus(row.forecast);
        expect(`${row.demand}`).toBe(`${row.zone === "frozen" ? row.orders : counted}`);
      }
    },
  );

  test.prop([scheduleProblem, scheduleLotSizing, lengths], { numRuns: runs })(
    "Its totals are the same over buckets of every size, and so is the stock at their ends",
    (problem, lotSizing, sizes) => {
      const grid = masterScheduleGrid({ ...problem, lotSizing });
      const shown = regroupSchedule({ grid, lengths: sizes });
      const sumOf = (rows: readonly MasterScheduleRow[], name: (typeof FLOWS)[number]) =>
        total(rows.map((row) => row[name]));
      for (const name of FLOWS) expect(sumOf(shown.rows, name)).toBe(sumOf(grid.rows, name));
      const atp = (rows: readonly MasterScheduleRow[]) =>
        total(rows.map((row) => row.discreteAvailableToPromise));
      expect(atp(shown.rows)).toBe(atp(grid.rows));
      let end = 0;
      for (const [n, size] of sizes.entries()) {
        end += size;
        const [row, last] = [shown.rows[n]!, grid.rows[end - 1]!];
        expect(`${row.projectedAvailable}`).toBe(`${last.projectedAvailable}`);
      }
    },
  );

  test.prop([scheduleProblem, fc.constantFrom("week" as const, "month" as const)], {
    numRuns: runs,
  })(
    "Made of weeks or months it says what the one made of days says in weeks or months",
    (problem, bucket) => {
      const plain = { ...problem, coverage: 0, safetyStock: 0, demand: "sum" as const };
      const days = masterScheduleGrid({ ...plain, demandTimeFence: 0, planningTimeFence: 0 });
      const buckets = dateBuckets({ ...horizon, bucket });
      const inBuckets = (series: readonly number[]) =>
        bucketTotals({
          rows: series.map((quantity, day) => ({ date: dateOf(day), quantity })),
          buckets,
        }).totals;
      const { rows } = masterScheduleGrid({
        onHand: plain.onHand,
        forecast: inBuckets(plain.forecast),
        orders: inBuckets(plain.orders),
        receipts: inBuckets(plain.receipts),
        firm: inBuckets(plain.firm),
      });
      const shown = regroupSchedule({ grid: days, lengths: buckets.map((one) => one.days) });
      const figures = ({ demand, mps, projectedAvailable }: MasterScheduleRow) =>
        `${demand} ${mps} ${projectedAvailable}`;
      expect(rows.map(figures)).toEqual(shown.rows.map(figures));
    },
  );

  test.prop(
    [
      supplyProblem,
      fc.constantFrom("discrete" as const, "backward" as const),
      fc.constantFrom("takenBack" as const, "shown" as const),
    ],
    { numRuns: runs },
  )(
    "What can be promised period by period adds up to stock and supply less orders",
    (problem, method, shortage) => {
      const atp = availableToPromise({ ...problem, method, shortage });
      const { onHand, supply, orders } = problem;
      expect(total(atp)).toBe(onHand + total(supply) - total(orders));
    },
  );

  test.prop([supplyProblem, fc.constantFrom("discrete" as const, "backward" as const)], {
    numRuns: runs,
  })("All of what can be promised period by period may be promised at once", (problem, method) => {
    const atp = availableToPromise({ ...problem, method });
    const orders = problem.orders.map((one, n) => one + Math.max(0, Number(atp[n] ?? 0)));
    const stockOf = (taken: readonly number[]) =>
      availableToPromise({ ...problem, orders: taken, method: "cumulative" }).map(Number);
    const before = stockOf(problem.orders);
    for (const [n, stock] of stockOf(orders).entries()) {
      expect(stock).toBeGreaterThanOrEqual(Math.min(0, before[n]!, ...before.slice(0, n)));
    }
  });

  test.prop([supplyProblem], { numRuns: runs })(
    "What a profile can promise for a day is the cumulative available-to-promise with look-ahead",
    (problem) => {
      const atp = availableToPromise({ ...problem, method: "cumulativeLookAhead" });
      const dated = (series: readonly number[]) =>
        series.map((quantity, day) => ({ date: dateOf(day), quantity }));
      const profile = promiseProfile({
        startDate: dateOf(0),
        onHand: problem.onHand,
        supply: dated(problem.supply),
        orders: dated(problem.orders),
      });
      const promised = atp.map((_, day) => `${profile.promiseQuantity(dateOf(day))}`);
      expect(promised).toEqual(atp.map(String));
    },
  );

  const wishes = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 45 })), {
    maxLength: 20,
  });
  test.prop([promiseProblem, wishes], { numRuns: runs })(
    "A promise within what can be promised never makes an earlier promise or an order fail",
    (problem, asked) => {
      let profile = promiseProfile(profileInput(problem));
      const promises: SlowRow[] = [];
      for (const [quantity, notBefore] of asked) {
        const date = profile.promiseDate(quantity, dateOf(notBefore));
        if (date === undefined) continue;
        profile = profile.book({ date, quantity });
        promises.push({ day: dayOf(date), quantity });
        const short = daysShort(problem, promises);
        expect(short).toEqual(daysShort(problem, []));
        for (const { day } of promises) expect(short.filter((late) => late >= day)).toEqual([]);
      }
    },
  );

  test.prop([promiseProblem, fc.nat({ max: 45 })], { numRuns: runs })(
    "More than what can be promised is refused",
    (problem, day) => {
      const profile = promiseProfile(profileInput(problem));
      const most = profile.promiseQuantity(dateOf(day));
      fc.pre(most !== "unlimited");
      const tooMuch = { date: dateOf(day), quantity: most.plus(1) };
      expect(() => profile.book(tooMuch)).toThrow("which can be promised for the day");
    },
  );
});

/** The days on which the plan, run anew with these promises, lacks something. */
function daysShort(
  problem: Parameters<typeof slowBalance>[0],
  promises: readonly SlowRow[],
): readonly number[] {
  return slowBalance(problem, promises).flatMap((stock, day) => (stock < 0 ? [day] : []));
}
