import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../../core/index.js";
import { explainOrder } from "../explain/index.js";
import { planRequirements } from "../plan/plan.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { balanced } from "./balance.js";
import { mergePlans } from "./merge-plans.js";
import { partition } from "./partition.js";
import { type PlanDecisions, planDecisions } from "./plan-decisions.js";

type Rows = Partial<PlanningInput>;

/** How many parts two items at one site make, with something that may tie them. */
function partsWith(rows: Rows): number {
  const items = [{ id: "a" }, { id: "b" }];
  return partition({ startDate: "2026-01-05", items, ...rows }).length;
}

const capacity = { from: "2026-01-05", until: "2026-01-09", quantity: 5 };
const bought = ["a", "b"].map((item) => ({ item, kind: "buy" as const, supplier: "s" }));
const released = {
  id: "p",
  item: "a",
  quantity: 1,
  due: "2026-01-09",
  kind: "production" as const,
};
const atTwo = { sites: [{ id: "x" }, { id: "y" }], items: [{ id: "a" }] };
const stockAtBoth = ["x", "y"].map((site) => ({ item: "a", site, quantity: 1 }));
const lane = { item: "a", site: "x", kind: "transfer" as const, from: "y" };

describe("What is planned together", () => {
  test.each<[string, Rows]>([
    ["a component", { boms: [{ item: "a", lines: [{ item: "b", quantity: 1 }] }] }],
    [
      "a co-product",
      { boms: [{ item: "a", lines: [], coProducts: [{ item: "b", quantity: 1 }] }] },
    ],
    [
      "a follow-up",
      { items: [{ id: "a", discontinued: { from: "2026-02-01", followUp: "b" } }, { id: "b" }] },
    ],
    [
      "a follow-up that the row for the only site takes back",
      {
        items: [{ id: "a", discontinued: { from: "2026-02-01", followUp: "b" } }, { id: "b" }],
        itemSites: [{ item: "a", discontinued: { from: "2026-02-01" } }],
      },
    ],
    [
      "what a released order still draws",
      { supplies: [{ ...released, components: [{ item: "b", quantity: 1 }] }] },
    ],
    [
      "the capacity of a supplier",
      { suppliers: [{ id: "s", capacity: [capacity] }], sources: bought },
    ],
    ["a lane", { ...atTwo, stock: stockAtBoth, sources: [lane] }],
    [
      "a lane that ships from stock alone",
      { ...atTwo, stock: stockAtBoth, sources: [{ ...lane, onlyFromStock: true }] },
    ],
  ])("%s", (_, rows) => {
    expect(partsWith(rows)).toBe(1);
  });

  test.each<[string, Rows]>([
    ["two items", {}],
    ["a supplier without a limit", { suppliers: [{ id: "s" }], sources: bought }],
    [
      "a supplier whose limits are each of one item",
      {
        suppliers: [{ id: "s", capacity: ["a", "b"].map((item) => ({ ...capacity, item })) }],
        sources: bought,
      },
    ],
    ["one item at two sites without a lane", { ...atTwo, stock: stockAtBoth }],
  ])("and what is not: %s", (_, rows) => {
    expect(partsWith(rows)).toBe(2);
  });
});

describe("How parts are filled", () => {
  test("the heaviest first, each into the lightest part", () => {
    const { of, weight } = balanced(Float64Array.of(2, 7, 3, 5), 2);
    expect([...of]).toEqual([0, 0, 1, 1]);
    expect([...weight]).toEqual([9, 8]);
  });

  test("nothing at all is one part", () => {
    expect(partition({ startDate: "2026-01-05" }).map(({ input }) => input)).toEqual([
      { startDate: "2026-01-05", horizonEnd: "2026-01-05" },
    ]);
  });

  test.each([0, 1.5, 1_001, "2", null, Number.NaN])("into %s parts is refused", (parts) => {
    const options = { parts } as { readonly parts: number };
    expect(() => partition({ startDate: "2026-01-05" }, options)).toThrow(PlanningInputError);
  });
});

test("An order that does not follow from what merged parts say is not explained", () => {
  const input: PlanningInput = {
    startDate: "2026-01-05",
    items: [{ id: "bike" }, { id: "wheel", phantom: true, onHand: 1 }, { id: "tube" }],
    boms: [
      { item: "bike", lines: [{ item: "wheel", quantity: 2 }] },
      { item: "wheel", lines: [{ item: "tube", quantity: 1 }] },
    ],
    demands: [{ id: "d", item: "bike", quantity: 5, due: "2026-01-16" }],
  };
  const decisions = planDecisions(planRequirements(input));
  const explained = (of: PlanDecisions) => {
    const merged = mergePlans(input, [of]);
    return Array.from(merged.orders, ({ id }) => explainOrder(merged, id).order.item);
  };
  expect(explained(structuredClone(decisions))).toEqual(["bike", "tube"]);
  const { seen } = decisions;
  const phantomNeeds = seen.phantomNeeds.map(
    ([point, needs]) =>
      [point, needs.map((need) => ({ ...need, left: { num: 0n, den: 1n } }))] as const,
  );
  const changed = { ...decisions, seen: { ...seen, phantomNeeds } };
  expect(() => explained(structuredClone(changed))).toThrow("do not follow from the input");
});
