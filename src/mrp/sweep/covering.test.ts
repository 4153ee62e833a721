import { describe, expect, test } from "vitest";
import { planRequirements } from "../plan/plan.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";

type Item = PlanningRow<"items">;

/** The orders of "a" as "due quantity", after its source where sources are given; weekends count. */
function ordersOf(
  item: Omit<Item, "id">,
  demands: readonly (readonly [due: string, quantity: number])[],
  more: Partial<PlanningInput> = {},
): string[] {
  const { orders } = planRequirements({
    startDate: "2026-01-05",
    horizonEnd: "2026-02-28",
    items: [{ id: "a", ...item }],
    demands: demands.map(([due, quantity], n) => ({ id: `d${n}`, item: "a", due, quantity })),
    ...more,
  });
  return [...orders].map(({ due, quantity, source }) =>
    [...(more.sources === undefined ? [] : [source]), due, quantity].join(" "),
  );
}

const TWO_SOURCES: PlanningInput["sources"] = [
  { id: "early", item: "a", kind: "buy", validTo: "2026-01-15" },
  { id: "late", item: "a", kind: "buy", validFrom: "2026-01-15", leadTime: 1 },
];

describe("Orders where only the day and what is missing decide", () => {
  test("a period that begins before a change of source is ordered of the source of its first day", () => {
    const demands = [
      ["2026-01-12", 1],
      ["2026-01-14", 2],
      ["2026-01-16", 4],
      ["2026-01-19", 8],
      ["2026-01-20", 16],
    ] as const;
    const item: Omit<Item, "id"> = { lotSizing: { rule: "periodOrderQuantity", days: 5 } };
    expect(ordersOf(item, demands, { sources: TWO_SOURCES })).toEqual([
      "early 2026-01-12 7",
      "late 2026-01-19 24",
    ]);
  });

  test("a period that begins in the fence is ordered from its end on", () => {
    const demands = [
      ["2026-01-06", 1],
      ["2026-01-12", 2],
      ["2026-01-13", 4],
    ] as const;
    const item: Omit<Item, "id"> = {
      lotSizing: { rule: "periodOrderQuantity", days: 3 },
      planningTimeFence: 4,
    };
    expect(ordersOf(item, demands)).toEqual(["2026-01-09 1", "2026-01-12 6"]);
  });

  test("a level to order up to is the same whatever the safety stock", () => {
    const item: Omit<Item, "id"> = {
      lotSizing: { rule: "orderUpTo", orderUpTo: 20 },
      safetyStock: [
        { from: "2026-01-05", quantity: 5 },
        { from: "2026-01-19", quantity: 10 },
      ],
    };
    expect(
      ordersOf(item, [
        ["2026-01-12", 12],
        ["2026-01-20", 3],
      ]),
    ).toEqual(["2026-01-05 20", "2026-01-19 12"]);
  });

  test("a step of the safety stock is a need on its day, a step down covers needs", () => {
    const safetyStock = [
      { from: "2026-01-05", quantity: 5 },
      { from: "2026-01-12", quantity: 9 },
      { from: "2026-01-19", quantity: 2 },
    ];
    expect(ordersOf({ safetyStock }, [["2026-01-20", 8]])).toEqual([
      "2026-01-05 5",
      "2026-01-12 4",
      "2026-01-20 1",
    ]);
  });

  test("lots of a fixed quantity are cut at the maximum, the rest is no lot", () => {
    const item: Omit<Item, "id"> = {
      lotSizing: { rule: "fixedOrderQuantity", quantity: 90 },
      maximumOrder: 200,
    };
    expect(
      ordersOf(item, [
        ["2026-01-12", 250],
        ["2026-01-14", 20],
        ["2026-01-16", 400],
      ]),
    ).toEqual([
      "2026-01-12 200",
      "2026-01-12 70",
      "2026-01-16 200",
      "2026-01-16 200",
      "2026-01-16 50",
    ]);
  });
});
