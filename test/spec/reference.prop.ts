import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { byEngine, byReference } from "../support/compare-plans.js";
import { problem } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

describe("Two planners agree", () => {
  test.prop([problem], { numRuns: 5 * runs })(
    "The engine ≡ the reference planner: every order with its id, every message, every planning record",
    (input) => {
      expect(byEngine(input)).toEqual(byReference(input));
    },
  );
});
