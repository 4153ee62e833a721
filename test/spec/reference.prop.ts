import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
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
});
