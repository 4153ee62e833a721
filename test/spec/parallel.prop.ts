import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Plan, type PlanningInput, sharePlanning } from "../../src/index.js";
import { plainPlan } from "../support/compare-plans.js";
import { planOf } from "../support/plan-of.js";
import { problem, problemWithout } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

/** Problems whose levels can mostly be divided, and some of any kind. */
const input = fc.oneof(
  {
    weight: 7,
    arbitrary: problemWithout(
      "capacities",
      "discontinued",
      "loops",
      "phantomStock",
      "resize",
      "stockLanes",
      "substitutes",
    ),
  },
  { weight: 1, arbitrary: problem },
);

describe("Planning in several threads", () => {
  test.prop([input, fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat(99))], {
    numRuns: runs / 5,
  })(
    "gives the same plan however many there are and whoever plans what of a level",
    (input, threads, choices) => {
      const whole = planOf(input);
      const plan = planTogether(input, threads, () => choices.next().value);
      expect(JSON.stringify(plan)).toBe(JSON.stringify(whole));
      expect(plainPlan(input, plan)).toEqual(plainPlan(input, whole));
    },
    patience,
  );
});

/** Plans in one thread as several would: the ranges of a level in any order, each by any of them. */
function planTogether(input: PlanningInput, threads: number, choose: () => number): Plan {
  const first = sharePlanning(input);
  const { levels, memory } = first;
  const others = Array.from({ length: threads - 1 }, () => sharePlanning(input));
  for (const share of others) share.join(memory);
  const shares = [first, ...others];
  for (let level = 0; level + 1 < levels.length; level++) {
    const ranges = rangesOf(levels[level]!, levels[level + 1]!, choose);
    while (ranges.length > 0) {
      const [range] = ranges.splice(choose() % ranges.length, 1);
      shares[choose() % threads]!.sweepRange(...range!);
    }
  }
  return first.plan(others.map((share) => structuredClone(share.notes())));
}

function rangesOf(first: number, end: number, choose: () => number): [number, number][] {
  const ranges: [number, number][] = [];
  for (let from = first; from < end; ) {
    const to = Math.min(end, from + 1 + (choose() % 4));
    ranges.push([from, to]);
    from = to;
  }
  return ranges;
}
