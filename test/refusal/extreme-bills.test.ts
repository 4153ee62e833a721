import { describe, expect, test } from "vitest";
import { lowLevelCodes, planRequirements } from "../../src/index.js";
import { ordersOf } from "./orders-of.js";
import { issuesOf } from "./refusal.js";

const MANY = 100_000;
const many = Array.from({ length: MANY }, (_, k) => ({ id: `item ${k}` }));
const first = many[0]!.id;
const last = many.at(-1)!.id;

describe("A bill of extreme shape", () => {
  const chain = many.slice(0, -1).map(({ id }, k) => ({
    item: id,
    lines: [{ item: many[k + 1]!.id, quantity: 1 }],
  }));
  const demands = [{ id: "d", item: first, quantity: 3, due: "2026-01-09" }];

  test("of 100,000 levels is planned", () => {
    const plan = planRequirements({ startDate: "2026-01-05", items: many, boms: chain, demands });
    expect(plan.orders.length).toBe(MANY);
    expect(plan.orders.at(MANY - 1)!.item).toBe(last);
    expect(lowLevelCodes(plan).get(last)).toBe(MANY - 1);
  });

  test("of 100,000 levels that end where they begin is refused with the whole way", () => {
    const boms = [...chain, { item: last, lines: [{ item: first, quantity: 1 }] }];
    const issues = issuesOf({ startDate: "2026-01-05", items: many, boms, demands });
    expect(issues.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: "bomCycle", path: ["boms", 0, "lines", 0, "item"] },
    ]);
    expect(issues[0]!.cycle).toEqual([...many.map(({ id }) => id), first]);
    expect(issues[0]!.message.length).toBeLessThan(500);
  });

  test("of 100,000 levels of phantoms is planned", () => {
    const items = many.map(({ id }) => ({ id, phantom: id !== first && id !== last }));
    const plan = planRequirements({ startDate: "2026-01-05", items, boms: chain, demands });
    expect(ordersOf(plan)).toEqual([
      `${first} 3 2026-01-09 2026-01-09`,
      `${last} 3 2026-01-09 2026-01-09`,
    ]);
  });

  test("of 100,000 components of one parent is planned", () => {
    const lines = many.slice(1).map(({ id }) => ({ item: id, quantity: 1 }));
    const boms = [{ item: first, lines }];
    const plan = planRequirements({ startDate: "2026-01-05", items: many, boms, demands });
    expect(plan.orders.length).toBe(MANY);
    expect(`${plan.orders.at(MANY - 1)!.quantity}`).toBe("3");
  });

  test("of one part under 2,000 parents is planned", () => {
    const parents = many.slice(1, 2001);
    const plan = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "part" }, ...parents],
      boms: parents.map(({ id }) => ({ item: id, lines: [{ item: "part", quantity: 2 }] })),
      demands: parents.map(({ id }) => ({ id, item: id, quantity: 3, due: "2026-01-09" })),
    });
    expect(plan.orders.length).toBe(2001);
    expect(ordersOf(plan).at(-1)).toBe("part 12000 2026-01-09 2026-01-09");
  });

  test("of the same component on 10,000 lines is planned", () => {
    const lines = Array.from({ length: 10_000 }, () => ({ item: "part", quantity: "0.1" }));
    const plan = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "whole" }, { id: "part" }],
      boms: [{ item: "whole", lines }],
      demands: [{ id: "d", item: "whole", quantity: 1, due: "2026-01-09" }],
    });
    expect(ordersOf(plan).at(-1)).toBe("part 1000 2026-01-09 2026-01-09");
  });
});
