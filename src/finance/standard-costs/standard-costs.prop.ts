import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { spoiled } from "../../../test/support/hostile.js";
import { planOf } from "../../../test/support/plan-of.js";
import { problem } from "../../../test/support/random/problem.js";
import { patience, runs } from "../../../test/support/runs.js";
import { multiplyRatios } from "../../core/index.js";
import {
  type PlanningInput,
  PlanningInputError,
  standardCosts,
  stockingPoints,
} from "../../index.js";

const asked = { numRuns: Math.ceil(runs / 8), seed: 3 };

const rates = [
  { from: "CHF", to: "EUR", rate: 2 },
  { from: "USD", to: "EUR", rate: "1/3" },
  { from: "EUR", to: "GBP", rate: "7/5" },
  { from: "CHF", to: "GBP", rate: "14/5" },
  { from: "USD", to: "GBP", rate: "7/15" },
];

/** The same with the rows of every list the other way round. */
function turned(input: PlanningInput): PlanningInput {
  const lists = Object.entries(input).map(([list, rows]) => [
    list,
    Array.isArray(rows) ? rows.toReversed() : rows,
  ]);
  return Object.fromEntries(lists) as PlanningInput;
}

describe("Standard costs", () => {
  test.prop([problem], asked)(
    "of everything that is planned there is a cost, or what is missing to know it, whatever the order of the rows",
    (input) => {
      const given = { ...input, currency: "EUR" };
      const plan = planOf(given);
      const costs = standardCosts(plan, { rates });
      const same = standardCosts(planOf(turned(given)), { rates });
      const known = new Set(costs.missing.map(({ text }) => text));
      for (const { item, site } of stockingPoints(plan)) {
        const { cost, missing, elements } = costs.unitCost(item, site);
        expect(cost === null).toBe(missing.length > 0);
        expect(elements === null).toBe(cost === null);
        expect(missing.every((text) => known.has(text))).toBe(true);
        expect(same.exactCost(item, site)).toEqual(costs.exactCost(item, site));
      }
      expect(same.missing).toEqual(costs.missing);
    },
    patience,
  );

  test.prop([problem], asked)(
    "in another currency each is multiplied by the rate, exactly",
    (input) => {
      const plan = planOf({ ...input, currency: "EUR" });
      const [euros, pounds] = ["EUR", "GBP"].map((currency) =>
        standardCosts(plan, { rates, currency }),
      );
      for (const { item, site } of stockingPoints(plan)) {
        const cost = euros!.exactCost(item, site);
        expect(pounds!.exactCost(item, site)).toEqual(
          cost && multiplyRatios(cost, { num: 7n, den: 5n }),
        );
      }
    },
    patience,
  );

  const sound = { currency: "EUR", rates, asOf: "2026-01-05" };
  test.prop([spoiled(sound)], { numRuns: runs, seed: 3 })(
    "whatever the options, there are costs or a list of mistakes",
    (options) => {
      try {
        expect(standardCosts({ startDate: "2026-01-05" }, options).missing).toEqual([]);
      } catch (error) {
        expect((error as PlanningInputError).name).toBe(PlanningInputError.name);
      }
    },
  );
});
