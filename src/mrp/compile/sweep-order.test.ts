import { describe, expect, test } from "vitest";
import { readInput } from "../input/read-input.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { findPoints } from "./find-points.js";
import { sortRange } from "./sweep-order.js";

const made = (item: string, ...components: string[]) => ({
  item,
  lines: components.map((component) => ({ item: component, quantity: 1 })),
});

/** Items, sites and segments in the order of the sweep. */
function sweptPlaces(input: Omit<PlanningInput, "startDate">): string[] {
  const problem = readInput({ startDate: "2026-01-05", ...input });
  const { count, item, site, segment } = findPoints(problem);
  const names = (p: number) => [
    problem.items[item[p]!]!.id,
    ...(problem.sites.length > 1 ? [problem.sites[site[p]!]!.id] : []),
    ...(segment[p]! >= 0 ? [problem.segments[segment[p]!]!] : []),
  ];
  return Array.from({ length: count }, (_, p) => names(p).join(" "));
}

const items = ["chair", "table", "glue", "leg", "top", "wood"].map((id) => ({ id }));
const boms = [
  made("table", "leg", "glue"),
  made("chair", "wood", "top"),
  made("top", "wood", "glue"),
  made("leg", "glue"),
];

describe("The order of the sweep", () => {
  test("is by low-level code, then by the last parent, then by id, however the input is ordered", () => {
    const order = ["chair", "table", "top", "leg", "wood", "glue"];
    expect(sweptPlaces({ items, boms })).toEqual(order);
    const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sweptPlaces({ items: sorted, boms })).toEqual(order);
    const turned = boms.map(({ item, lines }) => ({ item, lines: lines.toReversed() }));
    expect(sweptPlaces({ items: items.toReversed(), boms: turned.toReversed() })).toEqual(order);
  });

  test("keeps what comes behind one parent together", () => {
    const bolt = { id: "bolt" };
    const input = {
      items: [...items, bolt],
      boms: [made("chair", "wood"), made("table", "bolt", "leg")],
    };
    expect(sweptPlaces(input)).toEqual(["chair", "glue", "table", "top", "wood", "bolt", "leg"]);
  });

  test("is by item, site and segment behind the same parent", () => {
    const sites = ["south", "north"].map((id) => ({ id }));
    const shipped = { item: "chair", site: "south", kind: "transfer", from: "north" } as const;
    const onNorth = { site: "north", due: "2026-02-02", quantity: 1 };
    const demands = [
      { id: "1", item: "chair", segment: "b", ...onNorth },
      { id: "2", item: "chair", segment: "a", ...onNorth },
      { id: "3", item: "table", ...onNorth, site: "south" },
    ];
    const input = { items: items.slice(0, 2), sites, sources: [shipped], demands };
    expect(sweptPlaces(input)).toEqual([
      "chair south",
      "table south",
      "chair north",
      "chair north a",
      "chair north b",
    ]);
  });

  test.each([3, 24, 25, 1000])("sorts ranges of %i", (count) => {
    const column = Int32Array.from({ length: count + 2 }, (_, n) => -((n * 7919) % 1009));
    const range = [...column.slice(1, -1)].sort((a, b) => a - b);
    const [first, last] = [column[0], column.at(-1)];
    sortRange(column, 1, count + 1);
    expect([...column]).toEqual([first, ...range, last]);
  });
});
