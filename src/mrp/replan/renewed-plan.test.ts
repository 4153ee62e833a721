import { type Plan, planInput, planRequirements, replan } from "orlicky";
import { expect, test } from "vitest";
import { stateOf } from "../plan/plan-state.js";
import { rowsOfPlan } from "./rows-of-plan.js";

const first = planRequirements({
  startDate: "2026-01-05",
  horizonEnd: "2026-12-31",
  items: [{ id: "lamp" }, { id: "foot", leadTime: 2 }],
  boms: [{ item: "lamp", lines: [{ item: "foot", quantity: 4 }] }],
  demands: [{ id: "d", item: "lamp", quantity: 1, due: "2026-02-02" }],
});

const lineageOf = (plan: Plan) => rowsOfPlan(stateOf(plan)).lineage;
const demanded = (plan: Plan, n: number): Plan =>
  replan(plan, { demands: { change: [{ id: "d", quantity: 1 + (n % 7) }] } });

/** What a full run over its input gives. */
function expectLikeNew(plan: Plan): void {
  expect(JSON.stringify(plan)).toBe(JSON.stringify(planRequirements(planInput(plan))));
}

test("Of plans that follow one another no more rows are kept than the first one is allowed", () => {
  let plan = first;
  const lineages = new Set([lineageOf(plan)]);
  for (let n = 0; n < 2_100; n++) {
    plan = demanded(plan, n);
    lineages.add(lineageOf(plan));
  }
  expect(lineages.size).toBe(3);
  expectLikeNew(plan);
});

test("Of plans that are tried on one plan neither, and each is what a full run makes of it", () => {
  const base = demanded(first, 3);
  const lineages = new Set([lineageOf(base)]);
  for (let n = 0; n < 2_100; n++) {
    const trial = demanded(base, n);
    lineages.add(lineageOf(trial));
    if (n % 500 === 0) expectLikeNew(trial);
  }
  expect(lineages.size).toBe(3);
  expectLikeNew(replan(base, { items: { change: [{ id: "lamp", leadTime: 1 }] } }));
});
