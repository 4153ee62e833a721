import { expect, test } from "vitest";
import { demand, right, twoSites, withWheel } from "./chapter.js";
import { issuesOf } from "./refusal.js";

test("the input into which mistakes are put has none", () => {
  expect(() => issuesOf(right)).toThrow("was planned");
  expect(() => issuesOf({ ...twoSites })).toThrow("was planned");
});

test("a loop of bills is refused with every item on the way", () => {
  const rows = ["a", "b", "c", "d"].map((id) => ({ id }));
  const lines: [string, string][] = [
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
    ["d", "b"],
  ];
  const boms = lines.map(([item, to]) => ({ item, lines: [{ item: to, quantity: 1 }] }));
  const issues = issuesOf({ startDate: "2026-01-05", items: rows, boms });
  expect(issues).toMatchObject([
    { code: "bomCycle", path: ["boms", 1, "lines", 0, "item"], cycle: ["b", "c", "d", "b"] },
  ]);
  expect(issues[0]!.message).toContain('"b" > "c" > "d" > "b"');
});

test("an item that goes into itself is refused", () => {
  const boms = [
    {
      item: "bike",
      lines: [
        { item: "wheel", quantity: 1 },
        { item: "bike", quantity: 1 },
      ],
    },
  ];
  expect(issuesOf({ ...right, boms })).toMatchObject([
    { code: "bomCycle", path: ["boms", 0, "lines", 1, "item"], cycle: ["bike", "bike"] },
  ]);
});

test("sites that ship to each other are refused as a loop, with the sites", () => {
  const sources = [
    { item: "wheel", site: "north", kind: "transfer", from: "south" },
    { item: "wheel", site: "south", kind: "transfer", from: "north" },
  ];
  const issues = issuesOf({ ...twoSites, sources });
  expect(issues).toMatchObject([
    {
      code: "bomCycle",
      path: ["sources", 0, "from"],
      cycle: ["wheel", "wheel", "wheel"],
      sites: ["north", "south", "north"],
    },
  ]);
  expect(issues[0]!.message).toContain('"wheel" at "north"');
});

test("more orders than are permitted are refused with the item that makes them", () => {
  const input = { ...withWheel({ maximumOrder: 1 }), conventions: { maxOrders: 10 } };
  const issues = issuesOf(input);
  expect(issues).toMatchObject([{ code: "tooManyOrders", path: ["items", 1], item: "wheel" }]);
  expect(issues[0]!.message).toContain("10 orders");
  expect(issues[0]!.message).toContain("conventions.maxOrders");
});

test("a result beyond the exact range is refused with its item", () => {
  const boms = [{ item: "bike", lines: [{ item: "wheel", quantity: 1e12 }] }];
  const issues = issuesOf({ ...right, boms, demands: [{ ...demand, quantity: 1e6 }] });
  expect(issues).toMatchObject([{ code: "quantityOverflow", item: "wheel" }]);
  expect(issues[0]!.message).toContain('"wheel"');
});
