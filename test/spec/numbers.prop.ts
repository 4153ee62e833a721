import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { byEngine, byReference } from "../support/compare-plans.js";
import { nearLimit } from "../support/random/near-limit.js";
import { problemWithout } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

/** Without what would cut large quantities into more orders than a test can read, or take years. */
const large = problemWithout("modifiers", "lotSizing", "leadTimePerUnit", "lineMultiples");

describe("Exact numbers", () => {
  test.prop([large, fc.integer({ min: 3, max: 6 })], { numRuns: 2 * runs })(
    "Near the limit of what is held exactly (2^53 counts) a plan is exact or refused as quantityOverflow, never wrong",
    (problem, power) => {
      const input = nearLimit(problem, power);
      const plan = byEngine(input);
      const isRefused = "refused" in plan && plan.refused === "quantityOverflow";
      if (!isRefused) expect(plan).toEqual(byReference(input));
    },
    patience,
  );
});
