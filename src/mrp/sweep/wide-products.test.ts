import { describe, expect, test } from "vitest";
import {
  mergePlans,
  type Plan,
  type PlanningInput,
  partition,
  planRequirements,
  replan,
} from "../index.js";

/** So many times 3.000001 is 27021588007193 and a whole number, but not in floating-point numbers. */
const LARGE = 9_007_193_000_000;
const EXACT = "27021588007193";

const input = {
  startDate: "2026-01-05",
  items: ["cart", "wheel", "table", "leg"].map((id) => ({ id, decimals: 0 })),
  boms: [
    { item: "cart", lines: [{ item: "wheel", quantity: "3.000001" }] },
    { item: "table", lines: [{ item: "leg", quantity: 4 }] },
  ],
  demands: [
    { id: "carts", item: "cart", quantity: 1_000_000, due: "2026-01-16" },
    { id: "tables", item: "table", quantity: 5, due: "2026-01-16" },
  ],
} satisfies PlanningInput;

const carts = { ...input.demands[0]!, quantity: LARGE };
const large = { ...input, demands: [carts, input.demands[1]!] } satisfies PlanningInput;

function wheels(plan: Plan): string {
  return `${[...plan.orders].find(({ item }) => item === "wheel")?.quantity}`;
}

describe("A requirement whose product is too large for a floating-point number", () => {
  test("is exact (Q4)", () => {
    expect(Math.ceil((LARGE * 3_000_001) / 1_000_000)).not.toBe(Number(EXACT));
    expect(wheels(planRequirements(large))).toBe(EXACT);
  });

  test("is exact where a change makes it so large", () => {
    const plan = planRequirements(input);
    expect(wheels(plan)).toBe("3000001");
    expect(wheels(replan(plan, { demands: { put: [carts] } }))).toBe(EXACT);
  });

  test("is exact where only what needs it stays as it was", () => {
    const spare = { id: "spare", item: "wheel", quantity: 1, due: "2026-01-16" };
    const plan = replan(planRequirements(large), { demands: { put: [spare] } });
    expect(wheels(plan)).toBe(`${Number(EXACT) + 1}`);
  });

  test("is exact in a plan that is made of parts", () => {
    const parts = partition(large, { parts: 2 });
    const merged = mergePlans(
      large,
      parts.map((part) => planRequirements(part.input)),
    );
    const half = { ...carts, quantity: LARGE / 2 };
    expect(wheels(merged)).toBe(EXACT);
    const less = replan(merged, { demands: { put: [half] } });
    expect(wheels(replan(less, { demands: { put: [carts] } }))).toBe(EXACT);
  });
});
