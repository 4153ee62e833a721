import { describe, expect, test } from "vitest";
import { planRequirements } from "../plan/plan.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";

type Capacity = NonNullable<PlanningRow<"suppliers">["capacity"]>[number];

/** A week of a supplier from January 2026. */
const week = (first: number, quantity: number | string, item?: string): Capacity => ({
  from: `2026-01-${`${first}`.padStart(2, "0")}`,
  until: `2026-01-${`${first + 6}`.padStart(2, "0")}`,
  quantity,
  ...(item === undefined ? {} : { item }),
});

const demand = (id: string, item: string, quantity: number, day: number) => ({
  id,
  item,
  quantity,
  due: `2026-01-${`${day}`.padStart(2, "0")}`,
});

function plan(capacity: readonly Capacity[], more: Partial<PlanningInput>) {
  const of = planRequirements({
    startDate: "2026-01-05",
    horizonEnd: "2026-01-31",
    items: [{ id: "a", decimals: 0 }, { id: "b" }],
    suppliers: [{ id: "smith", capacity }],
    sources: [
      { item: "a", kind: "buy", supplier: "smith", leadTime: 1 },
      { item: "b", kind: "buy", supplier: "smith" },
    ],
    ...more,
  });
  return {
    orders: [...of.orders].map(
      (order) => `${order.item} ${order.quantity} ${order.due} +${order.daysLate}`,
    ),
    short: [...of.messages].flatMap((message) =>
      message.code === "supplierCapacity"
        ? [`${message.item} ${message.quantity} ${message.date}`]
        : [],
    ),
  };
}

describe("What a supplier can bring (K46)", () => {
  test("a plan that it can bring stands as it is", () => {
    const demands = [demand("d", "a", 5, 9), demand("e", "b", 5, 9)];
    expect(plan([week(5, 10)], { demands })).toEqual({
      orders: ["a 5 2026-01-09 +0", "b 5 2026-01-09 +0"],
      short: [],
    });
  });

  test("what is too little for a whole count of one item is still there for another", () => {
    const capacity = [week(5, 0), week(12, "0.5"), week(19, 10)];
    const demands = [demand("d", "a", 1, 9), demand("e", "b", 0.5, 9)];
    expect(plan(capacity, { demands }).orders).toEqual([
      "a 1 2026-01-19 +10",
      "b 0.5 2026-01-12 +3",
    ]);
  });

  test("one row for all counts items of any decimals exactly", () => {
    const demands = [demand("d", "a", 5, 9), demand("e", "b", 5, 9)];
    expect(plan([week(5, "9.9999999999"), week(12, "0.0000015")], { demands })).toEqual({
      orders: ["a 5 2026-01-09 +0", "b 4.999999 2026-01-09 +0", "b 0.000001 2026-01-12 +3"],
      short: ["b 0.000001 2026-01-09"],
    });
  });

  test("what comes later starts later, and a component with it", () => {
    const demands = [demand("d", "a", 5, 9)];
    const later = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "a" }, { id: "b" }],
      boms: [{ item: "a", lines: [{ item: "b", quantity: 1 }] }],
      suppliers: [{ id: "smith", capacity: [week(5, 0)] }],
      sources: [{ item: "a", kind: "subcontract", supplier: "smith", leadTime: 2 }],
      horizonEnd: "2026-01-31",
      demands,
    });
    expect([...later.orders].map(({ item, start, due }) => `${item} ${start} ${due}`)).toEqual([
      "a 2026-01-10 2026-01-12",
      "b 2026-01-10 2026-01-10",
    ]);
    expect(planningDays(later)).toEqual(["2026-01-09"]);
  });

  test("a grant of the first plan is kept for whom it was made", () => {
    // Both want the 9th; "a" comes first, though "b" is asked first in the second plan as well.
    const demands = [demand("d", "b", 6, 9), demand("e", "a", 6, 9)];
    expect(plan([week(5, 8)], { demands }).orders).toEqual([
      "a 6 2026-01-09 +0",
      "b 2 2026-01-09 +0",
      "b 4 2026-01-12 +3",
    ]);
  });

  test("messages of a source and day are added up where each need is asked for itself", () => {
    const demands = [demand("d", "a", 6, 9), demand("e", "a", 4, 9)];
    const conventions = { grouping: "demand" as const };
    expect(plan([week(5, 3), week(12, 100)], { demands, conventions }).short).toEqual([
      "a 7 2026-01-09",
    ]);
  });
});

function planningDays(of: ReturnType<typeof planRequirements>): string[] {
  return [...of.messages].flatMap((message) =>
    message.code === "supplierCapacity" ? [message.date] : [],
  );
}

describe("What a supplier cannot bring of a split lot", () => {
  const shared = (id: string, supplier: string) => ({
    ...{ id, item: "a", kind: "buy" as const, supplier },
    ...{ rank: 1, share: 1, minimumSplit: 4 },
  });
  const broughtOf8 = (quantity: number) => {
    const planned = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "a", decimals: 0 }],
      suppliers: [
        { id: "smith", capacity: [{ from: "2026-01-05", until: "2026-01-31", quantity }] },
        { id: "jones" },
      ],
      sources: [shared("s", "smith"), shared("j", "jones")],
      demands: [demand("d", "a", 8, 8)],
    });
    return [...planned.orders].map(
      ({ supplier, quantity: brought, daysLate }) => `${supplier} ${brought} +${daysLate}`,
    );
  };

  test("goes to the others of the rank, though they have a part of it (K46)", () => {
    expect(broughtOf8(4)).toEqual(["jones 4 +0", "smith 4 +0"]);
    expect(broughtOf8(1)).toEqual(["jones 4 +0", "smith 1 +0", "jones 3 +0"]);
    expect(broughtOf8(0)).toEqual(["jones 4 +0", "jones 4 +0"]);
  });
});
