import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { planOf } from "../../../test/support/plan-of.js";
import { problem, problemOf } from "../../../test/support/random/problem.js";
import { patience, runs } from "../../../test/support/runs.js";
import {
  Decimal,
  formatDay,
  masterSchedule,
  type Plan,
  type PlannedMasterSchedule,
  type PlanningInput,
  parseDay,
  planningRecord,
  stockingPoints,
  tryDemands,
} from "../../index.js";

const FLOWS = [
  "forecast",
  "orders",
  "dependent",
  "scheduledReceipts",
  "plannedReceipts",
  "mps",
  "otherStock",
  "discreteAvailableToPromise",
] as const;

const sumOf = (rows: PlannedMasterSchedule["rows"], name: (typeof FLOWS)[number]): Decimal =>
  rows.reduce((sum, row) => sum.plus(row[name] ?? 0), new Decimal(0));

/** The random problems that are looked at; each has many stocking points. */
const inputs = fc.oneof(problem, problemOf({ with: ["consumption"], without: [] }));
const numRuns = Math.ceil(runs / 5);

/** The same with stock and open supply that is good for ever. */
function withoutExpiry(input: PlanningInput): PlanningInput {
  const lasting = <Row extends object>(rows: readonly Row[] = []): Row[] =>
    rows.map((row) => ({ ...row, expires: undefined }));
  return { ...input, stock: lasting(input.stock), supplies: lasting(input.supplies) };
}

const START = "2026-01-05";
const dayOf = (day: number): string => formatDay(parseDay(START)! + day);
const day = fc.nat({ max: 20 });
const quantity = fc.integer({ min: 1, max: 20 });
const isLasting = fc.boolean();
const shelf = fc.record({
  stock: fc.array(fc.record({ quantity, expires: day, isLasting }), { minLength: 1, maxLength: 4 }),
  receipts: fc.array(fc.record({ quantity, due: day, days: day, isLasting }), { maxLength: 3 }),
  orders: fc.array(fc.record({ quantity, due: day }), { maxLength: 4 }),
  areFrozen: fc.boolean(),
  rescheduling: fc.constantFrom("assume", "achievable", "never"),
});

/** An item of which nothing can be had but what is there and on order. */
function shelfPlan({ stock, receipts, orders, areFrozen, rescheduling }: Shelf): Plan {
  const until = (one: { readonly isLasting: boolean }, expires: number) =>
    one.isLasting ? {} : { expires: dayOf(expires) };
  return planOf({
    startDate: START,
    horizonEnd: dayOf(24),
    conventions: { rescheduling },
    items: [{ id: "milk", method: "unplanned" }],
    stock: stock.map((one) => ({
      ...{ item: "milk", quantity: one.quantity },
      ...until(one, one.expires),
    })),
    supplies: receipts.map((one, n) => ({
      ...{ id: `s${n}`, item: "milk", kind: "purchase" as const, frozen: areFrozen },
      ...{ quantity: one.quantity, due: dayOf(one.due) },
      ...until(one, one.due + one.days),
    })),
    demands: orders.map((one, n) => ({
      ...{ id: `o${n}`, item: "milk", quantity: one.quantity, due: dayOf(one.due) },
    })),
  });
}

type Shelf = typeof shelf extends fc.Arbitrary<infer T> ? T : never;

function placesOf(plan: Plan) {
  return stockingPoints(plan).map(({ item, site, segment }) => ({ item, site, segment }));
}

describe("The master schedule of a plan", () => {
  test.prop([inputs, fc.constantFrom("day", "week", "month")], { numRuns })(
    "shows the figures of the planning record, and what is needed apart: forecast, orders, other items",
    (input, bucket) => {
      const plan = planOf(input);
      for (const { item, ...place } of placesOf(plan)) {
        const { rows, openingStock } = masterSchedule(plan, item, { ...place, bucket });
        const record = planningRecord(plan, item, { ...place, bucket });
        expect([
          `${openingStock}`,
          ...rows.map((row) =>
            [
              row.date,
              row.forecast.plus(row.orders).plus(row.dependent),
              row.scheduledReceipts,
              row.plannedReceipts,
              row.otherStock,
              row.projectedAvailable,
            ].join(" "),
          ),
        ]).toEqual([
          `${record.openingStock}`,
          ...record.rows.map((row) =>
            [
              row.date,
              row.gross,
              row.scheduledReceipts,
              row.plannedReceipts,
              row.releasedStock.plus(row.coProducts).minus(row.expired),
              row.projectedOnHand,
            ].join(" "),
          ),
        ]);
      }
    },
    patience,
  );

  test.prop([inputs], { numRuns })(
    "adds up to the same totals in days, weeks and months, and ends with the same stock",
    (input) => {
      const plan = planOf(input);
      for (const { item, ...place } of placesOf(plan)) {
        const [days, weeks, months] = (["day", "week", "month"] as const).map((bucket) => {
          const { rows } = masterSchedule(plan, item, { ...place, bucket });
          const last = rows.at(-1)!;
          return [
            ...FLOWS.map((name) => sumOf(rows, name)),
            last.projectedAvailable,
            last.cumulativeAvailableToPromise,
          ].map(String);
        });
        expect(weeks).toEqual(days);
        expect(months).toEqual(days);
      }
    },
    patience,
  );

  test.prop([inputs], { numRuns })(
    "promises in all what is there and comes in less what is ordered and needed for other items, where nothing expires",
    (input) => {
      const plan = planOf(withoutExpiry(input));
      for (const { item, ...place } of placesOf(plan)) {
        const { rows, openingStock } = masterSchedule(plan, item, { ...place, bucket: "week" });
        const supply = openingStock.plus(sumOf(rows, "mps")).plus(sumOf(rows, "otherStock"));
        const promised = sumOf(rows, "orders").plus(sumOf(rows, "dependent"));
        expect(`${sumOf(rows, "discreteAvailableToPromise")}`).toBe(`${supply.minus(promised)}`);
      }
    },
    patience,
  );

  test.prop([shelf], { numRuns: Math.ceil(runs / 4) })(
    "promises of what expires the most that holds on each day, and what holds together on those of receipts",
    (one) => {
      const plan = shelfPlan(one);
      const { rows } = masterSchedule(plan, "milk");
      const standsStill = one.areFrozen || one.rescheduling === "never";
      const isInTime = [...plan.demands].every(({ daysLate }) => daysLate === 0);
      const holds = (promised: readonly (readonly [date: string, quantity: Decimal])[]) => {
        const demands = promised.map(([due, asked], n) => ({
          ...{ id: `new ${n}`, item: "milk", quantity: asked.toNumber(), due },
        }));
        const trial = tryDemands(plan, demands);
        return trial.isInTime && trial.broken.length === 0;
      };
      for (const { date, cumulativeAvailableToPromise: available } of rows) {
        if (!available.isZero()) expect(holds([[date, available]])).toBe(true);
        // What is late anyway is broken by nothing, and what may move in can bring more.
        if (isInTime && standsStill) expect(holds([[date, available.plus(1)]])).toBe(false);
      }
      const all = rows.flatMap(({ date, discreteAvailableToPromise: available }) =>
        available?.greaterThan(0) ? [[date, available] as const] : [],
      );
      // Where nothing expires a shortage is shown, and what comes next does not make it good (D3).
      const isShown = rows.some((row) => row.discreteAvailableToPromise?.lessThan(0));
      if (all.length > 0 && !isShown) expect(holds(all)).toBe(true);
    },
    patience,
  );
});
