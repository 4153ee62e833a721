import { describe, expect, test } from "vitest";
import { readInput } from "../input/read-input.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { Arena } from "../sweep/arena.js";
import { sweep } from "../sweep/sweep.js";
import { compile } from "./compile.js";

const bike: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  items: [
    { id: "bike", leadTime: 3, minimumOrder: 5 },
    { id: "wheel", decimals: 0, leadTime: 1, orderMultiple: 12 },
  ],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
  demands: [{ id: "d1", item: "bike", quantity: 3, due: "2026-02-16" }],
};

describe("Sources of stocking points", () => {
  test("are made for none of the usual ones by compiling and sweeping", () => {
    const model = compile(readInput(bike));
    const arena = new Arena(model);
    sweep(model, arena);
    expect(arena.orders).toBe(2);
    expect([...model.sources.known()]).toEqual([]);
  });

  test("are made once when they are asked for", () => {
    const { sources } = compile(readInput(bike));
    expect(sources.at(1)[0]!.modifiers.multiple).toBe(12);
    expect(sources.at(1)).toBe(sources.at(1));
    expect([...sources.known()]).toHaveLength(1);
  });
});
