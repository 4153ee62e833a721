import { describe, expect, test } from "vitest";
import { compile } from "../compile/compile.js";
import { NETTING } from "../compile/model.js";
import { readInput } from "../input/read-input.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { Arena } from "./arena.js";
import { netPhantom } from "./phantom.js";
import { sweep } from "./sweep.js";
import { MOST_PHANTOM_NEEDS } from "./too-many-needs.js";

/** Two orders of a table, whose frame is two halves of two bars each; of both there is one in stock. */
const table: PlanningInput = {
  startDate: "2026-01-05",
  items: [
    { id: "table" },
    { id: "half", phantom: true, onHand: 1 },
    { id: "bar", phantom: true, onHand: 1 },
    { id: "steel" },
  ],
  boms: [
    { item: "table", lines: twice("half") },
    { item: "half", lines: twice("bar") },
    { item: "bar", lines: [{ item: "steel", quantity: 3 }] },
  ],
  demands: ["2026-01-12", "2026-01-13"].map((due) => ({
    id: due,
    item: "table",
    quantity: 10,
    due,
  })),
};

function twice(item: string) {
  return [
    { item, quantity: 1 },
    { item, quantity: 1 },
  ];
}

describe("The needs of phantoms with stock", () => {
  test("are counted over the whole plan, and anew when it is swept anew", () => {
    const model = compile(readInput(table));
    const arena = new Arena(model);
    for (let times = 0; times < 2; times++) {
      sweep(model, arena);
      expect(arena.phantomNeedCount).toBe(2 * 2 + 2 * 2 * 2);
    }
    for (let point = 0; point < model.points.count; point++) arena.forgetOrders(point);
    expect(arena.phantomNeedCount).toBe(0);
  });

  test("are refused before they are made, when all together are too many", () => {
    const model = compile(readInput(table));
    const arena = sweep(model);
    const point = model.netting.lastIndexOf(NETTING.phantom);
    arena.forgetOrders(point);
    arena.phantomNeedCount = MOST_PHANTOM_NEEDS - 8;
    expect(() => netPhantom(model, arena, point)).not.toThrow();
    expect(arena.phantomNeedCount).toBe(MOST_PHANTOM_NEEDS);
    arena.forgetOrders(point);
    arena.phantomNeedCount = MOST_PHANTOM_NEEDS - 7;
    expect(() => netPhantom(model, arena, point)).toThrow('The phantom "bar"');
  });
});
