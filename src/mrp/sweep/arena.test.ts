import { describe, expect, test } from "vitest";
import { compile } from "../compile/compile.js";
import type { Model } from "../compile/model.js";
import { readInput } from "../input/read-input.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { Arena } from "./arena.js";
import { likelyRows } from "./likely-rows.js";
import { sweep } from "./sweep.js";

const modelOf = (input: PlanningInput): Model => compile(readInput(input));

/** A million pieces of a product in orders of two, and what they need. */
const manySmallOrders: PlanningInput = {
  startDate: "2026-01-05",
  items: [{ id: "a", decimals: 0, maximumOrder: 2 }, { id: "b" }],
  boms: [{ item: "a", lines: [{ item: "b", quantity: 0.3 }] }],
  demands: [{ id: "order", item: "a", quantity: 1_000_001, due: "2026-02-02" }],
};

/** Twenty items in a chain, each needed on the first days of a month. */
const chain: PlanningInput = {
  startDate: "2026-01-05",
  items: Array.from({ length: 20 }, (_, n) => ({ id: `item ${n + 10}`, leadTime: 1, onHand: n })),
  boms: Array.from({ length: 19 }, (_, n) => ({
    item: `item ${n + 10}`,
    lines: [{ item: `item ${n + 11}`, quantity: 1.5 }],
  })),
  demands: Array.from({ length: 200 }, (_, n) => ({
    id: `order ${n}`,
    item: `item ${10 + (n % 20)}`,
    quantity: n,
    due: `2026-02-${`${1 + (n % 28)}`.padStart(2, "0")}`,
  })),
};

describe("The buffers of a sweep", () => {
  test("have room for as many orders as there are windows, not days", () => {
    const lotSizing = { rule: "periodOrderQuantity", months: 1 } as const;
    const monthly = modelOf({
      ...chain,
      items: chain.items!.map((item) => ({ ...item, lotSizing })),
      horizonEnd: "2026-12-31",
    });
    const daily = likelyRows(modelOf({ ...chain, horizonEnd: "2026-12-31" }));
    expect(likelyRows(monthly)).toBeLessThanOrEqual(20 * 12);
    expect(likelyRows(monthly)).toBeGreaterThanOrEqual(sweep(monthly).used);
    expect(daily).toBeGreaterThan(20 * 12);
  });

  test("equal orders of one day are one row that counts them", () => {
    const orders = sweep(modelOf(manySmallOrders));
    expect(Array.from(orders.quantity.subarray(0, orders.count))).toEqual([2, 1, 300_000_300_000]);
    expect(Array.from(orders.repeat!.subarray(0, orders.count))).toEqual([500_000, 1, 1]);
  });

  test("a sweep into the buffers of another makes the same plan and no new buffers", () => {
    const model = modelOf(chain);
    const arena = new Arena(model);
    sweep(model, arena);
    const { due, quantity } = arena;
    const plan = { due: due.slice(0, arena.count), quantity: quantity.slice(0, arena.count) };
    expect(plan.due.length).toBeGreaterThan(200);
    sweep(model, arena);
    expect(arena.due).toBe(due);
    expect(arena.quantity).toBe(quantity);
    expect(arena.due.slice(0, arena.count)).toEqual(plan.due);
    expect(arena.quantity.slice(0, arena.count)).toEqual(plan.quantity);
  });

  test("scratch columns are clean when a sweep ends", () => {
    const model = modelOf(chain);
    const arena = new Arena(model);
    sweep(model, arena);
    for (const scratch of [arena.delta, arena.supply, arena.landing, arena.touched]) {
      expect(scratch.every((value) => value === 0)).toBe(true);
    }
  });

  test("buffers grow where more orders arise than one for each need", () => {
    const model = modelOf({
      ...manySmallOrders,
      items: [
        {
          id: "a",
          decimals: 0,
          lotSizing: { rule: "fixedOrderQuantity", quantity: 3, each: true },
          maximumOrder: 2,
        },
        { id: "b" },
      ],
      demands: [{ id: "order", item: "a", quantity: 9_000, due: "2026-02-02" }],
    });
    const orders = sweep(model);
    expect(orders.count).toBe(6_001);
    const ordered = orders.quantity.subarray(0, 6_000).reduce((sum, quantity) => sum + quantity, 0);
    expect(ordered).toBe(9_000);
  });
});
