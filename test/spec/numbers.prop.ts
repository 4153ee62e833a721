import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { parseDay } from "../../src/index.js";
import { byEngine, byReference, type Outcome } from "../support/compare-plans.js";
import { nearLimit } from "../support/random/near-limit.js";
import { problemWithout } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

/** Without what would cut large quantities into more orders than a test can read, or take years. */
const large = problemWithout("modifiers", "lotSizing", "leadTimePerUnit", "lineMultiples");

/** The most days that the lead time of an order may have. */
const MOST_DAYS = 36_500;

/** The most days from the start of an order to its delivery; one that started before the year 0 took longest. */
function longestOf(plan: Outcome): number {
  const orders =
    "refused" in plan ? [] : (plan.orders as { start: string; deliveryDate: string }[]);
  const daysOf = ({ start, deliveryDate }: (typeof orders)[number]) =>
    parseDay(deliveryDate)! - (parseDay(start) ?? Number.NEGATIVE_INFINITY);
  return Math.max(0, ...orders.map(daysOf));
}

describe("Exact numbers", () => {
  test.prop([large, fc.integer({ min: 3, max: 6 })], { numRuns: 2 * runs })(
    "Near the limit of what is held exactly (2^53 counts) a plan is exact or refused as quantityOverflow, or because an order would take too long, never wrong",
    (problem, power) => {
      const input = nearLimit(problem, power);
      const plan = byEngine(input);
      const refused = "refused" in plan ? plan.refused : undefined;
      if (refused === "quantityOverflow") return;
      const reference = byReference(input);
      if (refused === "takesTooLong") expect(longestOf(reference)).toBeGreaterThan(MOST_DAYS);
      else expect(plan).toEqual(reference);
    },
    patience,
  );
});
