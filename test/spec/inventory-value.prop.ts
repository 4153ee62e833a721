import { fc, test } from "@fast-check/vitest";
import { Decimal } from "orlicky/core";
import { describe, expect } from "vitest";
import {
  type InventoryKey,
  inventoryFigures,
  inventoryValue,
  type PlanningInput,
  planningRecord,
  standardCosts,
  stockingPoints,
  stockLayers,
} from "../../src/index.js";
import { costedProblem, rates } from "../support/ledger-problem.js";
import { planOf } from "../support/plan-of.js";
import { realStock } from "../support/real-stock.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: runs / 8 };
const methods = ["standard", "movingAverage", "fifo"] as const;
const method = fc.constantFrom(...methods);
const bucket = fc.constantFrom("day", "week", "month", undefined);
const by: fc.Arbitrary<InventoryKey[]> = fc.subarray(["item", "site", "segment", "family"]);
const point = ["item", "site", "segment"] as const;

function costingOf(input: PlanningInput) {
  const plan = planOf(input);
  return { plan, costing: { costs: standardCosts(plan, { rates }), rates } };
}

const sum = (all: readonly Decimal[]) => all.reduce((a, b) => a.plus(b), new Decimal(0));

/** As exact rows are written. */
const written = (value: Decimal) => value.toDecimalPlaces(24, Decimal.ROUND_HALF_UP).plus(0);

describe("The value of stock", () => {
  test.prop(
    [costedProblem, method, by, bucket, fc.constantFrom(undefined, "total" as const)],
    cases,
  )(
    "what is there + what comes in − what goes out = what is left, in each row, and is there in the next",
    (input, method, by, bucket, on) => {
      const { plan, costing } = costingOf(input);
      const round = on && { decimals: 2, on };
      const { rows } = inventoryValue(plan, { ...costing, method, by, bucket, round });
      const before = new Map<string, Decimal>();
      for (const row of rows) {
        const { opening, receipts, issues, closing } = row;
        expect(`${opening.plus(receipts).minus(issues)}`).toBe(`${closing}`);
        const key = JSON.stringify(by.map((one) => row[one]));
        expect(`${opening}`).toBe(`${before.get(key) ?? opening}`);
        before.set(key, closing);
      }
    },
    patience,
  );

  test.prop([costedProblem, method, by, bucket], cases)(
    "adds up to the same cent in every grouping and bucket, when stocking points are rounded",
    (input, method, by, bucket) => {
      const { plan, costing } = costingOf(input);
      const round = { decimals: 2, on: "stockingPoints" } as const;
      const { rows } = inventoryValue(plan, { ...costing, method, by, bucket, round });
      const points = inventoryValue(plan, { ...costing, method, by: point, round });
      const last = rows.filter(({ until }) => until === rows.at(-1)?.until);
      const first = rows.filter(({ from }) => from === rows[0]?.from);
      for (const [figure, own] of [
        ["opening", first],
        ["closing", last],
      ] as const) {
        expect(`${sum(own.map((row) => row[figure]))}`).toBe(
          `${sum(points.rows.map((row) => row[figure]))}`,
        );
      }
    },
    patience,
  );

  test.prop([costedProblem, method, by, fc.constantFrom("week", "month")], cases)(
    "is the sum of its movements, in every row",
    (input, method, by, bucket) => {
      const { plan, costing } = costingOf(input);
      const value = inventoryValue(plan, { ...costing, method, by, bucket });
      const before = new Map<string, Decimal>();
      for (const row of value.rows) {
        const key = JSON.stringify(by.map((one) => row[one]));
        const behind = value.drill(row);
        const of = (name: string) =>
          sum(behind.filter(({ side }) => side === name).map(({ amount }) => amount));
        const closing = sum(behind.map(({ amount }) => amount)).plus(before.get(key) ?? 0);
        expect(`${written(closing)}`).toBe(`${row.closing}`);
        const isRest = behind.every(({ side }) => side !== "issues");
        if (!isRest) expect(`${written(of("receipts"))}`).toBe(`${row.receipts}`);
        before.set(key, closing);
      }
    },
    patience,
  );

  test.prop([costedProblem, method], cases)(
    "is of the stock as it really comes; what has no cost is named",
    (input, method) => {
      const { plan, costing } = costingOf(input);
      const { rows, missing } = inventoryValue(plan, {
        ...{ ...costing, method, by: point, bucket: "week" },
      });
      const lacking = new Set(missing.map(({ item, site }) => JSON.stringify([item, site])));
      for (const point of stockingPoints(plan)) {
        const { item, site, segment } = point;
        const own = rows.filter(
          (row) => row.item === item && row.site === site && row.segment === segment,
        );
        const record = planningRecord(plan, item, { site, segment });
        const there = realStock(plan, point);
        if (own.length === 0) {
          const isStill = [...there.values()].every((quantity) => quantity.isZero());
          expect(isStill || lacking.has(JSON.stringify([item, site]))).toBe(true);
          continue;
        }
        expect(own.map(({ closingQuantity }) => `${closingQuantity}`)).toEqual(
          own.map(({ until }) => `${[...there].findLast(([date]) => date < until!)?.[1]}`),
        );
        expect(`${own[0]?.openingQuantity}`).toBe(`${record.openingStock}`);
      }
    },
    patience,
  );

  test.prop([costedProblem, by, bucket], cases)(
    "is the same by every method where all costs the standard",
    (input, by, bucket) => {
      const unpriced = (input.sources ?? []).map(({ price, priceBreaks, ...source }) => source);
      const { plan, costing } = costingOf({ ...input, sources: unpriced });
      const [standard, ...others] = methods.map((method) =>
        inventoryValue(plan, { ...costing, method, by, bucket }),
      );
      for (const { rows } of others) expect(rows).toEqual(standard?.rows);
    },
    patience,
  );

  test.prop([costedProblem, fc.nat(20)], cases)(
    "first in, first out it is the sum of its layers, on every day",
    (input, later) => {
      const { plan, costing } = costingOf(input);
      const value = inventoryValue(plan, { ...costing, method: "fifo", by: point, bucket: "day" });
      const days = [...new Set(value.rows.map(({ from }) => from))];
      const on = days[Math.min(later, days.length - 1)];
      for (const row of value.rows.filter(({ from }) => from === on)) {
        const { item, site, segment } = row;
        const place = { item: item!, site: site!, segment, on };
        const layers = stockLayers(plan, { ...costing, ...place }) ?? [];
        expect(`${written(sum(layers.map((layer) => layer.value)))}`).toBe(`${row.closing}`);
        expect(`${sum(layers.map(({ quantity }) => quantity))}`).toBe(`${row.closingQuantity}`);
      }
    },
    patience,
  );
});

describe("The figures of stock", () => {
  test.prop([costedProblem, method], cases)(
    "have the average of the values at the end of each day, and the values of rows",
    (input, method) => {
      const { plan, costing } = costingOf(input);
      const value = inventoryValue(plan, { ...costing, method, bucket: "day" });
      const [row] = inventoryFigures(plan, { ...costing, method }).rows;
      if (value.rows.length === 0 || value.missing.length > 0) return;
      let level = new Decimal(0);
      let levels = new Decimal(0);
      for (const one of value.rows) {
        level = level.plus(sum(value.drill(one).map(({ amount }) => amount)));
        levels = levels.plus(level);
      }
      const average = written(levels.div(value.rows.length));
      expect(`${row?.averageValue ?? 0}`).toBe(`${average}`);
      expect(`${row?.openingValue ?? 0}`).toBe(`${value.rows[0]?.opening}`);
      expect(`${row?.closingValue ?? 0}`).toBe(`${value.rows.at(-1)?.closing}`);
    },
    patience,
  );
});
