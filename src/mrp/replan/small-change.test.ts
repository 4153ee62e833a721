import { type Plan, type PlanningInput, planRequirements, replan, tryDemands } from "orlicky";
import { describe, expect, test } from "vitest";
import { stateOf } from "../plan/plan-state.js";

const others = Array.from({ length: 40 }, (_, n) => `other ${n + 10}`);

const input: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  items: [
    { id: "bike", leadTime: 2, onHand: 3 },
    { id: "wheel", leadTime: 4 },
    ...others.map((id) => ({ id, leadTime: 1 })),
  ],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  demands: [
    { id: "order", item: "bike", quantity: 10, due: "2026-02-13" },
    ...others.map((item) => ({ id: `for ${item}`, item, quantity: 1, due: "2026-02-06" })),
  ],
};

/** The items of a plan of which anything is read meanwhile. */
function itemsReadBy(plan: Plan, change: () => unknown): string[] {
  const read = new Set<string>();
  for (const item of stateOf(plan).model.problem.items) {
    const { id } = item;
    for (const [field, value] of Object.entries(item)) {
      const get = () => {
        read.add(id);
        return value;
      };
      Object.defineProperty(item, field, { get });
    }
  }
  change();
  return [...read].sort();
}

describe("Work of a small change", () => {
  const more = { id: "order", item: "bike", quantity: 12, due: "2026-02-13" };

  test("a changed demand asks about no item but those that are planned again", () => {
    const plan = planRequirements(input);
    // What all changes share is made by the first of them.
    replan(plan, { demands: { put: [more] } });
    const read = itemsReadBy(plan, () => replan(plan, { demands: { put: [more] } }));
    expect(read).toContain("bike");
    expect(read.filter((id) => others.includes(id))).toEqual([]);
  });

  test("nor does a demand that is tried", () => {
    const plan = planRequirements(input);
    const tried = { ...more, id: "one more" };
    expect(tryDemands(plan, [tried]).isInTime).toBe(true);
    const read = itemsReadBy(plan, () => {
      const trial = tryDemands(plan, [{ ...tried, quantity: 4 }]);
      return [trial.available, trial.broken];
    });
    expect(read).toContain("bike");
    expect(read.filter((id) => others.includes(id))).toEqual([]);
  });
});
