import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { makePlan } from "../../src/mrp/plan/plan.js";
import { stateSteps } from "../../src/mrp/plan/plan-steps.js";
import { planOf } from "../support/plan-of.js";
import { problem } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

describe("Planning piece by piece", () => {
  test.prop([problem, fc.integer({ min: 1, max: 9 })], { numRuns: runs / 4 })(
    "gives the same plan however often it rests, and tells of levels and shares that never go back",
    (input, rows) => {
      const whole = planOf(input);
      const steps = stateSteps(input, undefined, rows);
      const told: { readonly level: number; readonly share: number }[] = [];
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) {
        const { level, share } = step.value;
        told.push({ level: level ?? 0, share });
      }
      expect(JSON.stringify(makePlan(step.value))).toBe(JSON.stringify(whole));
      const shares = told.map(({ share }) => share);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares.every((share) => share >= 0 && share < 1)).toBe(true);
    },
    patience,
  );
});
