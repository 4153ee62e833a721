import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { planOf } from "../../../test/support/plan-of.js";
import { problem, problemOf } from "../../../test/support/random/problem.js";
import { patience, runs } from "../../../test/support/runs.js";
import {
  Decimal,
  masterSchedule,
  type Plan,
  type PlannedMasterSchedule,
  planningRecord,
  stockingPoints,
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
    "promises in all what is there and comes in less what is ordered and needed for other items",
    (input) => {
      const plan = planOf(input);
      for (const { item, ...place } of placesOf(plan)) {
        const { rows, openingStock } = masterSchedule(plan, item, { ...place, bucket: "week" });
        const supply = openingStock.plus(sumOf(rows, "mps")).plus(sumOf(rows, "otherStock"));
        const promised = sumOf(rows, "orders").plus(sumOf(rows, "dependent"));
        expect(`${sumOf(rows, "discreteAvailableToPromise")}`).toBe(`${supply.minus(promised)}`);
      }
    },
    patience,
  );
});
