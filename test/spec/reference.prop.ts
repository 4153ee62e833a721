import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { freezeOrders, safePlanRequirements } from "../../src/index.js";
import { byEngine, byReference } from "../support/compare-plans.js";
import { problem } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

describe("Two planners agree", () => {
  test.prop([problem], { numRuns: 3 * runs })(
    "The engine ≡ the reference planner: every order with its id, every message, every planning record",
    (input) => {
      const plan = byEngine(input);
      // The reference planner knows no largest number (Q4) and no longest order (K54); test/spec/numbers.prop.ts
      // is about them.
      fc.pre(!("refused" in plan && plan.refused !== "tooManyOrders"));
      expect(plan).toEqual(byReference(input));
    },
    patience,
  );

  test.prop([problem, fc.integer({ min: 1, max: 400 })], { numRuns: 3 * runs })(
    "They do so, too, when orders of a plan with substitutes or lanes from stock are frozen",
    (input, days) => {
      const hasLanes = input.sources?.some(({ onlyFromStock }) => onlyFromStock === true) === true;
      const hasSubstitutes = input.boms?.some(({ lines }) =>
        lines.some(({ substitutes = [] }) => substitutes.length > 0),
      );
      fc.pre(hasLanes || hasSubstitutes === true);
      const made = safePlanRequirements(input);
      fc.pre(made.ok);
      const frozen = freezeOrders(made.plan, { days });
      // Firm transfers both ways are a loop, which is refused.
      fc.pre(safePlanRequirements(frozen).ok);
      expect(byEngine(frozen)).toEqual(byReference(frozen));
    },
    patience,
  );
});
