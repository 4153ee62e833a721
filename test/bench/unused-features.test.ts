import { describe, expect, test } from "vitest";
import { generateProblem } from "../../bench/generate.js";
import { bulkColumns, masterData } from "../../bench/planning-input.js";
import { countRequirements } from "../../bench/requirements.js";
import { SEED } from "../../bench/sizes.js";
import type { PlanningRow } from "../../src/index.js";
import { compile } from "../../src/mrp/compile/compile.js";
import { type Model, NETTING } from "../../src/mrp/compile/model.js";
import { NONE } from "../../src/mrp/input/problem.js";
import { readInput } from "../../src/mrp/input/read-input.js";
import { Arena } from "../../src/mrp/sweep/arena.js";
import { sweep } from "../../src/mrp/sweep/sweep.js";

type Item = PlanningRow<"items">;

const given = generateProblem(300, 3, SEED);
const input = masterData(given);
const columns = bulkColumns(given);
const model = compile(readInput(input, columns));
const arena = new Arena(model);
sweep(model, arena);

/** The items that the fast loop does not net, or whose needs are not read from a table of days. */
function slowItems({ links, netting, points, problem }: Model): Set<string> {
  const slow = new Set<number>();
  for (let point = 0; point < points.count; point++) {
    if (netting[point] !== NETTING.plain) slow.add(point);
    for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
      if (links.table.at(k) === NONE) slow.add(point);
    }
  }
  return new Set(Array.from(slow, (point) => problem.items[points.item[point]!]!.id));
}

function bytesByRow({ store }: Arena): number {
  const columns = new Set(Object.values(store).filter((value) => ArrayBuffer.isView(value)));
  return [...columns].reduce((sum, { byteLength }) => sum + byteLength, 0) / store.due.length;
}

describe("A plan that uses no feature", () => {
  test("has a stocking point for each item, a link for each line, a change for each demand and supply", () => {
    expect(model.points.count).toBe(given.items.decimals.length);
    expect(model.links.parent.length).toBe(given.lines.parent.length);
    let changes = 0;
    for (let point = 0; point < model.points.count; point++) {
      changes += model.changes.rows.end(point) - model.changes.rows.first(point);
    }
    expect(changes).toBe(given.demands.item.length + given.supplies.item.length);
  });

  test("keeps of an order its due day and its quantity, twelve bytes, in a row of its own", () => {
    const { store } = arena;
    expect(bytesByRow(arena)).toBe(12);
    expect(arena.used).toBe(arena.orders);
    expect(store.count).toBe(arena.orders);
    expect(arena.orders).toBeGreaterThan(1_000);
  });

  test("keeps nothing else of any order, need or supply", () => {
    const maps = Object.entries(arena).filter(
      (entry): entry is [string, { readonly size: number }] =>
        typeof entry[1] === "object" && entry[1] !== null && typeof entry[1].size === "number",
    );
    expect(maps.length).toBeGreaterThan(5);
    // What is needed after the horizon is said, and this problem has none.
    expect(maps.filter(([, { size }]) => size > 0).map(([name]) => name)).toEqual([]);
    expect(arena.repeats).toBeUndefined();
  });

  test("nets every stocking point in the fast loop, and reads every need from a table of days", () => {
    expect([...slowItems(model)]).toEqual([]);
    expect(model.links.hasRanges).toBe(false);
    expect([model.movesNeeds, model.asksOthers].some(Boolean)).toBe(false);
    expect(countRequirements(model, arena)).toBeGreaterThan(arena.orders);
  });
});

describe("A feature that one bought item uses", () => {
  const made = new Set(input.boms!.map(({ item }) => item));
  const { id: bought } = input.items!.find(({ id }) => !made.has(id))!;
  const uses: Readonly<Record<string, Partial<Item>>> = {
    "a planning time fence": { planningTimeFence: 10 },
    "stepped safety stock": {
      safetyStock: [
        { from: "2026-01-01", quantity: 1 },
        { from: "2026-05-01", quantity: 5 },
      ],
    },
    "a lot of some months": { lotSizing: { rule: "periodOrderQuantity", months: 1 } },
    "safety time": { safetyTime: 2 },
    "a reorder point": { method: "reorderPoint", reorderPoint: 10 },
  };
  test.each(Object.entries(uses))("%s: takes no other item out of the fast loop", (_, use) => {
    const items = input.items!.map((item) => (item.id === bought ? { ...item, ...use } : item));
    const slow = slowItems(compile(readInput({ ...input, items }, columns)));
    slow.delete(bought);
    expect([...slow]).toEqual([]);
  });
});

describe("A maximum that cuts orders into many", () => {
  test("adds four bytes to a row, and a row for what is left of an order at most", () => {
    const items = input.items!.map((item) => {
      const { minimumOrder: _, orderMultiple: __, ...other } = item;
      return { ...other, maximumOrder: 1 };
    });
    const cutModel = compile(readInput({ ...input, items }, columns));
    const cut = new Arena(cutModel);
    sweep(cutModel, cut);
    expect(cut.orders).toBeGreaterThan(20 * cut.used);
    expect(cut.used).toBeLessThanOrEqual(2 * arena.used);
    expect(bytesByRow(cut)).toBe(16);
  });
});
