import { type Plan, type PlanningInput, pegs, planRequirements, replan } from "orlicky";
import { describe, expect, test } from "vitest";

const input: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-01-31",
  items: [{ id: "bike", leadTime: 2, onHand: 1 }],
  demands: [{ id: "a", item: "bike", quantity: 1, due: "2026-01-16" }],
};
const urgent = { id: "b", item: "bike", quantity: 1, due: "2026-01-16", priority: 1 };
const last = { id: "0", item: "bike", quantity: 1, due: "2026-01-16" };

describe("A plan of demands without priorities", () => {
  const servedFromStock = (plan: Plan) =>
    pegs(plan, "bike").flatMap(({ need, supply }) => (supply.kind === "stock" ? need : []));

  test("serves one that states its priority first, when it comes later (T2)", () => {
    const plan = planRequirements(input);
    const changed = replan(plan, { demands: { put: [urgent] } });
    const fresh = planRequirements({ ...input, demands: [...input.demands!, urgent] });
    expect(servedFromStock(changed)).toMatchObject([{ id: "b" }]);
    expect(servedFromStock(changed)).toEqual(servedFromStock(fresh));
    expect(servedFromStock(plan)).toMatchObject([{ id: "a" }]);
  });

  test("and those that come after it state none", () => {
    const plan = replan(planRequirements(input), { demands: { put: [urgent] } });
    const changed = replan(plan, { demands: { put: [last] } });
    expect(servedFromStock(changed)).toMatchObject([{ id: "b" }]);
  });
});
