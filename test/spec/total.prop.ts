import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { Decimal } from "../../src/core/index.js";
import {
  lowLevelCodes,
  messageText,
  type Plan,
  type PlanningInput,
  planFromJSON,
  planningRecord,
  safePlanRequirements,
} from "../../src/index.js";
import { placesOf } from "../support/compare-plans.js";
import { brokenProblem } from "../support/random/broken-problem.js";
import { runs } from "../support/runs.js";

describe("Any input", () => {
  test.prop([brokenProblem], { numRuns: 2 * runs })(
    "However broken, it gives a plan or a list of errors with paths: never an exception of another kind, a hang or a NaN",
    (input) => {
      const result = safePlanRequirements(input);
      if (result.ok) expectReadable(input as PlanningInput, result.plan);
      else expectIssues(input, result.issues);
    },
  );

  test.prop([fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true })], {
    numRuns: runs,
  })("Whatever is no input at all gives a list of errors with paths", (input) => {
    const result = safePlanRequirements(input);
    expect(result.ok).toBe(false);
    if (!result.ok) expectIssues(input, result.issues);
  });

  test.prop([brokenProblem], { numRuns: runs })(
    "A plan that was saved as JSON is read again as the same plan",
    (input) => {
      const result = safePlanRequirements(input);
      if (!result.ok) return;
      const saved = JSON.stringify(result.plan);
      expect(JSON.stringify(planFromJSON(JSON.parse(saved)))).toBe(saved);
    },
  );
});

/** Everything that a plan says can be read, and nothing of it is no number. */
function expectReadable(input: PlanningInput, plan: Plan): void {
  const places = placesOf(input).slice(0, 3);
  const records = places.flatMap(({ item, site, segment }) => {
    try {
      return [
        planningRecord(plan, item, { site, bucket: "month", ...(segment ? { segment } : {}) }),
      ];
    } catch (error) {
      expect(error).toMatchObject({ issues: [{ code: "unknownId" }] });
      return [];
    }
  });
  const lists = [plan.orders, plan.messages, plan.demands, plan.supplies, lowLevelCodes(plan)];
  expect(faultyNumbers([records, ...lists.map((list) => [...list])])).toEqual([]);
  for (const message of plan.messages) {
    const isNamedSo = Object.values(message).includes("NaN"); // an id may be any text
    if (!isNamedSo) expect(messageText(message)).not.toMatch(/^$|\bundefined\b|\bNaN\b|\[object/);
  }
  for (const { quantity, startQuantity } of plan.orders) {
    expect(quantity.gt(0) && startQuantity.gte(quantity)).toBe(true);
  }
}

function faultyNumbers(thing: unknown): unknown[] {
  if (typeof thing === "number") return Number.isFinite(thing) ? [] : [thing];
  if (thing instanceof Decimal) return thing.isFinite() ? [] : [thing];
  if (typeof thing !== "object" || thing === null) return [];
  return Object.values(thing).flatMap(faultyNumbers);
}

function expectIssues(
  input: unknown,
  issues: readonly {
    readonly code: string;
    readonly path: readonly unknown[];
    readonly message: string;
  }[],
): void {
  expect(issues.length).toBeGreaterThan(0);
  for (const { code, path, message } of issues) {
    expect(code).toMatch(/^[a-z][A-Za-z]+$/);
    expect(message).not.toBe("");
    expect(holderOf(input, path)).toBe(true);
  }
}

/** A path leads to a field of something that is there, though the field may be missing. */
function holderOf(input: unknown, path: readonly unknown[]): boolean {
  let holder = input;
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== "object" || holder === null) return false;
    holder = (holder as Record<PropertyKey, unknown>)[key as string];
  }
  return path.length === 0 || (typeof holder === "object" && holder !== null);
}
