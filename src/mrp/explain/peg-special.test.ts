import { describe, expect, test } from "vitest";
import { type PlanningInput, pegs, planRequirements } from "../index.js";

describe("Pegs where something expires", () => {
  const input: PlanningInput = {
    startDate: "2026-01-26",
    items: [
      { id: "bike", decimals: 0, safetyStock: 4, maximumOrder: 2 },
      { id: "glue", decimals: 0, leadTime: 1, onHand: 5 },
    ],
    boms: [{ item: "bike", lines: [{ item: "glue", quantity: 2.25 }] }],
    supplies: [
      {
        ...({ id: "tube", item: "glue", quantity: 1, kind: "production", firm: true } as const),
        ...{ start: "2026-01-25", due: "2026-01-26", expires: "2026-01-27" },
      },
    ],
  };

  test("of equal orders the first takes what expires first, and waits for it", () => {
    const plan = planRequirements(input);
    const found = pegs(plan, "glue").map(({ need, supply, quantity }) => [
      need?.kind === "order" ? JSON.parse(need.id).at(-1) : need?.kind,
      supply?.kind,
      quantity.toNumber(),
    ]);
    expect(found).toEqual([
      [0, "stock", 4],
      [0, "supply", 1],
      [1, "stock", 1],
      [1, "order", 4],
    ]);
    // The tube begins no sooner than today, and is there a day later.
    const bikes = [...plan.orders].filter(({ item }) => item === "bike");
    expect(bikes.map(({ feasibleDue }) => feasibleDue)).toEqual(["2026-01-27", "2026-01-27"]);
  });

  test("of a hundred equal orders each gets what it needs, and no more", () => {
    const many = planRequirements({
      ...input,
      items: [
        { ...input.items![0]!, safetyStock: 200 },
        { ...input.items![1]!, onHand: 300 },
      ],
    });
    const byOrder = new Map<number, number>();
    for (const { need, quantity } of pegs(many, "glue")) {
      if (need?.kind !== "order") continue;
      const n = JSON.parse(need.id).at(-1) as number;
      byOrder.set(n, (byOrder.get(n) ?? 0) + quantity.toNumber());
    }
    expect(byOrder.size).toBe(100);
    expect(new Set(byOrder.values())).toEqual(new Set([5]));
  });
});
