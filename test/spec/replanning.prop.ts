import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  changeInput,
  explainDemand,
  type Plan,
  type PlanningInput,
  PlanningInputError,
  pegDemand,
  planRequirements,
  replan,
} from "../../src/index.js";
import { plainPlan } from "../support/compare-plans.js";
import { type ChangeDraft, changeDraft, changesOf } from "../support/random/changes.js";
import { problem, problemWithout } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

/** A plan in all that can be read of it, or what it is refused for. */
function outcome(input: PlanningInput, make: () => Plan) {
  try {
    return plainPlan(input, make());
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return { refused: error.issues.map(({ code, message }) => `${code}: ${message}`).sort() };
  }
}

/** What covers each demand, and all that is below it. */
function below(plan: Plan) {
  return Array.from(plan.demands, ({ id }) => [explainDemand(plan, id), pegDemand(plan, id)]);
}

/** Three of four change planning parameters. */
const parameterDraft = changeDraft.map((draft) =>
  draft.what % 4 === 0 ? draft : { ...draft, what: 21 },
);

/** Changes a plan, or one before it, step by step: each time it must be that of a full run. */
function expectRegenerated(
  first: PlanningInput,
  steps: readonly (readonly [ChangeDraft, number])[],
) {
  let start: Plan;
  try {
    start = planRequirements(first);
  } catch (error) {
    if (error instanceof PlanningInputError) return;
    throw error;
  }
  const known = [{ input: first, plan: start }];
  for (const [draft, back] of steps) {
    const from = known[Math.max(0, known.length - 1 - (back < 6 ? 0 : back % 3))]!;
    const changes = changesOf(from.input, draft);
    const input = changeInput(from.input, changes);
    let next: Plan | undefined;
    const byChange = outcome(input, () => {
      next = replan(from.plan, changes);
      return next;
    });
    expect(byChange).toEqual(outcome(input, () => planRequirements(input)));
    if (next !== undefined && !("refused" in byChange)) known.push({ input, plan: next });
  }
  for (const { input, plan } of known) {
    expect(plainPlan(input, plan)).toEqual(plainPlan(input, planRequirements(input)));
    expect(JSON.parse(JSON.stringify(plan.toJSON().input))).toEqual(
      JSON.parse(JSON.stringify(input)),
    );
  }
}

describe("Replanning (R1, R2)", () => {
  test.prop([problem, fc.array(fc.tuple(changeDraft, fc.nat(9)), { maxLength: 8 })], {
    numRuns: Math.ceil(runs / 2),
  })(
    "Net change ≡ regeneration: after any changes, planned from any plan before, order by order and id by id; and no plan changes",
    expectRegenerated,
    patience,
  );

  test.prop(
    [
      // What makes a change of parameters reach further is left out.
      problemWithout(
        "buffers",
        "capacities",
        "discontinued",
        "reservations",
        "stockLanes",
        "substitutes",
      ),
      fc.array(fc.tuple(parameterDraft, fc.nat(9)), { minLength: 1, maxLength: 5 }),
    ],
    { numRuns: Math.ceil(runs / 4) },
  )(
    "Lead times, lots, safety stock and fences are netted by the same law, in any order with other changes",
    expectRegenerated,
    patience,
  );

  test.prop([problem, changeDraft], { numRuns: Math.ceil(runs / 2) })(
    "What covers each demand, and all below it, is that of a full run after a change",
    (first, draft) => {
      const changes = changesOf(first, draft);
      let changed: Plan;
      try {
        changed = replan(planRequirements(first), changes);
      } catch (error) {
        expect(error).toBeInstanceOf(PlanningInputError);
        return;
      }
      expect(below(changed)).toEqual(below(planRequirements(changeInput(first, changes))));
    },
    patience,
  );

  test.prop(
    [problem, fc.array(changeDraft, { maxLength: 3 }), fc.array(fc.nat(9), { maxLength: 3 })],
    {
      numRuns: Math.ceil(runs / 2),
    },
  )(
    "Parts planned one after another, and then the rest, end in the plan of the whole",
    (first, drafts, numbers) => {
      let plan: Plan;
      let input = first;
      const planned = (make: () => Plan): Plan | undefined => {
        try {
          return make();
        } catch (error) {
          // A part is refused only where the whole is.
          expect(error).toBeInstanceOf(PlanningInputError);
          expect(() => planRequirements(input)).toThrow(PlanningInputError);
          return undefined;
        }
      };
      const start = planned(() => planRequirements(first));
      if (start === undefined) return;
      plan = start;
      for (const draft of drafts) {
        const changes = changesOf(input, { ...draft, what: draft.what % 13 });
        const ids = (input.items ?? []).map(({ id }) => id);
        const items = numbers.flatMap((n) => ids[n % ids.length] ?? []);
        input = changeInput(input, changes);
        const part = planned(() => replan(plan, changes, { only: { items } }));
        if (part === undefined) return;
        plan = part;
      }
      const whole = planned(() => replan(plan, {}));
      if (whole === undefined) return;
      expect(plainPlan(input, whole)).toEqual(plainPlan(input, planRequirements(input)));
    },
    patience,
  );
});
