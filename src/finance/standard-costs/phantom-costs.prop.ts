import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { patience, runs } from "../../../test/support/runs.js";
import {
  type PlanningInput,
  planLedger,
  planRequirements,
  productionPlan,
  standardCosts,
} from "../../index.js";

const ITEMS = ["hut", "frame", "kit", "log", "nail"];
/** Those that are made, all but the first of them phantoms. */
const MADE = 3;

/** Lines to what stands further down; halves alone, so that nine decimals hold every quantity. */
const lines = fc.array(
  fc.record({
    step: fc.integer({ min: 1, max: 4 }),
    quantity: fc.constantFrom("0", "0.5", "1", "3"),
    scrap: fc.constantFrom("0", "0.5"),
    fixed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);
const bills = fc.array(fc.record({ output: fc.constantFrom(1, 2), lines }), {
  ...{ minLength: MADE, maxLength: MADE },
});

function inputOf(rows: typeof bills extends fc.Arbitrary<infer Rows> ? Rows : never) {
  const input: PlanningInput = {
    ...{ startDate: "2026-01-05", horizonEnd: "2026-03-31", currency: "EUR" },
    items: ITEMS.map((id, n) => ({
      ...{ id, decimals: 9 },
      ...(n === 0 && { setupCost: 4, lotSizing: { rule: "fixedOrderQuantity", quantity: 8 } }),
      ...(n > 0 && n < MADE && { phantom: true, setupCost: 7 }),
      ...(n >= MADE && { unitCost: n }),
    })),
    boms: rows.map(({ output, lines: given }, n) => ({
      ...{ item: ITEMS[n]!, output },
      lines: given.map(({ step, ...line }) => ({
        ...line,
        item: ITEMS[Math.min(n + step, ITEMS.length - 1)]!,
      })),
    })),
    demands: [{ id: "d", item: "hut", quantity: 8, due: "2026-02-02" }],
  };
  return input;
}

describe("Standard costs through phantoms", () => {
  test.prop([bills], { numRuns: Math.ceil(runs / 4) })(
    "are what an order of the costing lot takes by the plan: its variance is 0",
    (rows) => {
      const plan = planRequirements(inputOf(rows));
      const costs = standardCosts(plan);
      const [made] = productionPlan(planLedger(plan, { costs })).rows;
      const standard = costs.unitCost("hut").cost!;
      expect([`${made!.completed}`, `${made!.variance}`]).toEqual([`${standard.times(8)}`, "0"]);
    },
    patience,
  );
});
