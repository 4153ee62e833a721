import { describe, expect, test } from "vitest";
import { readInput } from "../input/read-input.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { compile } from "./compile.js";
import { findPoints } from "./find-points.js";
import { onlyBills } from "./only-bills.js";

const line = (item: string, quantity = 1) => ({ item, quantity });

const shed: PlanningInput = {
  startDate: "2026-01-05",
  items: ["bolt", "door", "frame", "shed", "wall"].map((id) => ({ id })),
  boms: [
    { item: "wall", lines: [line("frame", 2), line("bolt", 0), line("bolt", 8)] },
    { item: "shed", lines: [line("wall", 4), line("door"), line("bolt", 12)] },
    { item: "door", lines: [line("frame"), line("bolt", 6)] },
    { item: "frame", lines: [line("bolt", 4)] },
  ],
};

const found = (input: PlanningInput) => findPoints(readInput(input));

describe("Stocking points of a problem with nothing but bills", () => {
  test("are those that are found over a list of edges", () => {
    const { ofBills, find: _, ...plain } = found(shed);
    const problem = readInput(shed);
    expect(ofBills?.onlyBill).toEqual(onlyBills(problem, findPoints(problem)));
    const overEdges = found({ ...shed, conventions: { cycles: "stockOnly" } });
    const { ofBills: none, find: __, ...linked } = overEdges;
    expect(none).toBeUndefined();
    expect(plain).toEqual(linked);
  });

  test("know where the lines that name each of them begin", () => {
    const { ofBills, find } = found(shed);
    const uses = (item: number): number => {
      const point = find(item, 0, -1);
      return ofBills!.useStart[point + 1]! - ofBills!.useStart[point]!;
    };
    expect(shed.items!.map((_, item) => uses(item))).toEqual([5, 1, 2, 0, 1]);
  });

  test("have links for the lines of a quantity alone", () => {
    const { links, points } = compile(readInput(shed));
    const bolt = points.find(0, 0, -1);
    expect(links.start[bolt + 1]! - links.start[bolt]!).toBe(4);
  });

  test("are not found where bills go round, which is said with the items", () => {
    const round = { item: "bolt", lines: [line("shed")] };
    expect(() => found({ ...shed, boms: [...shed.boms!, round] })).toThrow(/shed/);
  });
});
