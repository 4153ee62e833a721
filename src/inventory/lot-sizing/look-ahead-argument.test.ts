import { describe, expect, test } from "vitest";
import {
  economicLot,
  type Issue,
  LOOK_AHEAD_RULES,
  type LookAheadRule,
  lotCosts,
  PlanningInputError,
} from "../index.js";

const one = { num: 1n, den: 1n };
const costs = lotCosts({ num: 100n, den: 1n }, one);
const rules = Object.entries(LOOK_AHEAD_RULES);

/** The mistakes of a call as texts `path: code`. */
function mistakesOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues.map(({ path, code }: Issue) => `${path.join(".")}: ${code}`);
  }
  return [];
}

describe("A rule that looks ahead", () => {
  test.each(rules)("%s covers 1 period at least and none beyond the end", (_, rule) => {
    const covered = rule([3, 4, 5], 1, 3, { costs });
    expect(covered).toBeGreaterThanOrEqual(1);
    expect(covered).toBeLessThanOrEqual(2);
    expect(rule(Int32Array.of(3, 4, 5), 1, 3, { costs })).toBe(covered);
  });

  test.each(rules)("%s answers needs beyond 2^53, which the planner refuses itself", (_, rule) => {
    for (const size of [2 ** 55, Number.MAX_VALUE]) {
      const covered = rule([size, 0, size, size], 0, 4, { costs, lookAhead: true, lookBack: true });
      expect([1, 2, 3, 4]).toContain(covered);
    }
  });

  const wrong: readonly (readonly [string, unknown[], string[]])[] = [
    [
      "nothing at all",
      [],
      ["needs: missingField", "from: missingField", "to: missingField", "figures: missingField"],
    ],
    ["an end before the beginning", [[3, 4, 5], 5, 3, { costs }], ["to: contradiction"]],
    ["no period", [[3, 4, 5], 1, 1, { costs }], ["to: contradiction"]],
    ["periods beyond the needs", [[3, 4, 5], 0, 4, { costs }], ["to: contradiction"]],
    [
      "a beginning without end",
      [[3], Number.NEGATIVE_INFINITY, 1, { costs }],
      ["from: outOfRange"],
    ],
    ["an end that is no number", [[3], 0, Number.NaN, { costs }], ["to: invalidType"]],
    ["a need that is no number", [[3, Number.NaN], 0, 2, { costs }], ["needs.1: invalidType"]],
    ["a need below 0", [[3, -1], 0, 2, { costs }], ["needs.1: outOfRange"]],
    ["a broken need", [[3, 0.5], 0, 2, { costs }], ["needs.1: outOfRange"]],
    ["needs that are a text", ["345", 0, 2, { costs }], ["needs: invalidType"]],
    ["no costs", [[3], 0, 1, {}], ["figures.costs: missingField"]],
    [
      "a cost that is a number, and one below 0",
      [[3], 0, 1, { costs: { ...costs, setup: 3, holding: -1n } }],
      ["figures.costs.setup: invalidType", "figures.costs.holding: outOfRange"],
    ],
    ["no periods to cover", [[3], 0, 1, { costs, periods: 0 }], ["figures.periods: outOfRange"]],
    ["another word for ties", [[3], 0, 1, { costs, ties: "x" }], ["figures.ties: outOfRange"]],
  ];
  test.each(wrong)("refuses %s, whichever it is", (_, given, mistakes) => {
    for (const [, rule] of rules) {
      expect(mistakesOf(() => rule(...(given as Parameters<LookAheadRule>)))).toEqual(mistakes);
    }
  });
});

describe("Costs of lots", () => {
  const call = (face: unknown, ...given: unknown[]) =>
    mistakesOf(() => (face as (...all: unknown[]) => unknown)(...given));

  test("are refused when they are missing, no ratios, or below 0", () => {
    expect(call(lotCosts)).toEqual(["setup: missingField", "holding: missingField"]);
    expect(call(lotCosts, one, { num: 1n, den: 0n })).toEqual(["holding: invalidType"]);
    expect(call(lotCosts, one, { num: 1n, den: -1n })).toEqual(["holding: invalidType"]);
    expect(call(lotCosts, one, one, { num: -1n, den: 1n })).toEqual(["always: outOfRange"]);
  });

  test("of an economic lot must be above 0", () => {
    const zero = { num: 0n, den: 1n };
    expect(call(economicLot)).toEqual([": missingField"]);
    expect(call(economicLot, { setup: one, holding: zero, demand: one })).toEqual([
      "holding: outOfRange",
    ]);
    expect(call(economicLot, { setup: { num: -1n, den: 1n }, holding: one, demand: zero })).toEqual(
      ["setup: outOfRange", "demand: outOfRange"],
    );
  });
});
