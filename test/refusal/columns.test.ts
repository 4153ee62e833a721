import { describe, expect, test } from "vitest";
import { type PlanningColumns, planRequirements } from "../../src/index.js";
import { issuesOf, mistakesIn } from "./refusal.js";

const input = {
  startDate: "2026-01-05",
  items: [
    { id: "bike", decimals: 0 },
    { id: "wheel", decimals: 2 },
  ],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
};
const twoSites = { ...input, boms: [], sites: [{ id: "north" }, { id: "south" }] };

/** 2026-01-05, as columns count days. */
const T0 = Date.UTC(2026, 0, 5) / 86_400_000;
const LARGEST = Number.MAX_SAFE_INTEGER;

const right = {
  item: Int32Array.of(0, 1),
  day: Int32Array.of(T0, T0 + 9),
  quantity: Float64Array.of(4, 550),
};

/** Columns as anything: what a host that does not check types may hand over. */
function given(columns: unknown): { columns: PlanningColumns } {
  return { columns: columns as PlanningColumns };
}

describe("Bulk rows as columns", () => {
  test("plan as the same rows do", () => {
    const stock = { ...right, quantity: Float64Array.of(-1, 300) };
    const supplies = { ...right, quantity: Float64Array.of(1, 100), frozen: Uint8Array.of(1, 0) };
    const byColumns = planRequirements(input, { columns: { demands: right, supplies, stock } });
    const byRows = planRequirements({
      ...input,
      stock: [
        { item: "bike", quantity: -1 },
        { item: "wheel", quantity: 3, status: "inspection", availableFrom: "2026-01-14" },
      ],
      supplies: [
        { id: "0", item: "bike", quantity: 1, due: "2026-01-05", kind: "purchase", frozen: true },
        { id: "1", item: "wheel", quantity: 1, due: "2026-01-14", kind: "purchase" },
      ],
      demands: [
        { id: "0", item: "bike", quantity: 4, due: "2026-01-05" },
        { id: "1", item: "wheel", quantity: 5.5, due: "2026-01-14" },
      ],
    });
    expect(byColumns.toJSON().orders).toEqual(byRows.toJSON().orders);
    expect(byColumns.orders.length).toBe(3);
    expect([...byColumns.messages]).toEqual([...byRows.messages]);
  });

  test("may have no rows at all", () => {
    const none = { item: new Int32Array(0), day: new Int32Array(0), quantity: new Float64Array(0) };
    const plan = planRequirements(input, {
      columns: { demands: none, supplies: none, stock: none },
    });
    expect(plan.orders.length).toBe(0);
    expect(planRequirements(input, { columns: {} }).orders.length).toBe(0);
  });

  test.each<[string, unknown, string, (string | number)[]]>([
    ["null", null, "invalidType", ["columns"]],
    ["a list", [], "invalidType", ["columns"]],
    ["a text", "columns", "invalidType", ["columns"]],
    ["an unknown list", { allocations: right }, "unknownField", ["columns", "allocations"]],
    ["a list that is null", { demands: null }, "invalidType", ["columns", "demands"]],
    ["rows instead of columns", { demands: [{ item: 0 }] }, "invalidType", ["columns", "demands"]],
    [
      "no items",
      { demands: { ...right, item: undefined } },
      "missingField",
      ["columns", "demands", "item"],
    ],
    [
      "no days",
      { demands: { ...right, day: undefined } },
      "missingField",
      ["columns", "demands", "day"],
    ],
    [
      "no quantities",
      { supplies: { ...right, quantity: undefined } },
      "missingField",
      ["columns", "supplies", "quantity"],
    ],
    [
      "an unknown column",
      { demands: { ...right, segment: right.item } },
      "unknownField",
      ["columns", "demands", "segment"],
    ],
    [
      "frozen demands",
      { demands: { ...right, frozen: Uint8Array.of(1, 0) } },
      "unknownField",
      ["columns", "demands", "frozen"],
    ],
    [
      "plain numbers",
      { demands: { ...right, quantity: [4, 5.5] } },
      "invalidType",
      ["columns", "demands", "quantity"],
    ],
    [
      "numbers of another kind",
      { demands: { ...right, quantity: Float32Array.of(4, 5) } },
      "invalidType",
      ["columns", "demands", "quantity"],
    ],
    [
      "unsigned items",
      { demands: { ...right, item: Uint32Array.of(0, 1) } },
      "invalidType",
      ["columns", "demands", "item"],
    ],
    [
      "fewer days than items",
      { demands: { ...right, day: Int32Array.of(T0) } },
      "contradiction",
      ["columns", "demands", "day"],
    ],
    [
      "more quantities than items",
      { demands: { ...right, quantity: new Float64Array(3) } },
      "contradiction",
      ["columns", "demands", "quantity"],
    ],
    [
      "fewer sites than items",
      { stock: { ...right, site: new Int32Array(1) } },
      "contradiction",
      ["columns", "stock", "site"],
    ],
    [
      "fewer flags than items",
      { supplies: { ...right, frozen: new Uint8Array(1) } },
      "contradiction",
      ["columns", "supplies", "frozen"],
    ],
    [
      "an item below 0",
      { demands: { ...right, item: Int32Array.of(0, -1) } },
      "outOfRange",
      ["columns", "demands", "item", 1],
    ],
    [
      "an item that does not exist",
      { demands: { ...right, item: Int32Array.of(2, 1) } },
      "outOfRange",
      ["columns", "demands", "item", 0],
    ],
    [
      "a site that does not exist",
      { demands: { ...right, site: Int32Array.of(0, 1) } },
      "outOfRange",
      ["columns", "demands", "site", 1],
    ],
    [
      "a day before 1900",
      { stock: { ...right, day: Int32Array.of(T0, -25_568) } },
      "outOfRange",
      ["columns", "stock", "day", 1],
    ],
    [
      "a day after 2199",
      { supplies: { ...right, day: Int32Array.of(84_006, T0) } },
      "outOfRange",
      ["columns", "supplies", "day", 0],
    ],
    [
      "a quantity that is not a number",
      { demands: { ...right, quantity: Float64Array.of(Number.NaN, 5) } },
      "outOfRange",
      ["columns", "demands", "quantity", 0],
    ],
    [
      "a quantity without end",
      { stock: { ...right, quantity: Float64Array.of(4, Number.NEGATIVE_INFINITY) } },
      "outOfRange",
      ["columns", "stock", "quantity", 1],
    ],
    [
      "half a count",
      { demands: { ...right, quantity: Float64Array.of(4, 0.5) } },
      "outOfRange",
      ["columns", "demands", "quantity", 1],
    ],
    [
      "a quantity below 0",
      { demands: { ...right, quantity: Float64Array.of(-1, 5) } },
      "outOfRange",
      ["columns", "demands", "quantity", 0],
    ],
    [
      "stock below 0 that is not on hand at T0",
      { stock: { ...right, quantity: Float64Array.of(4, -5) } },
      "outOfRange",
      ["columns", "stock", "quantity", 1],
    ],
    [
      "a quantity of 2^53",
      { supplies: { ...right, quantity: Float64Array.of(4, 2 ** 53) } },
      "outOfRange",
      ["columns", "supplies", "quantity", 1],
    ],
    [
      "a flag of 2",
      { supplies: { ...right, frozen: Uint8Array.of(0, 2) } },
      "outOfRange",
      ["columns", "supplies", "frozen", 1],
    ],
  ])("%s is refused by its path", (_, columns, code, path) => {
    expect(mistakesIn(input, given(columns))).toEqual([{ code, path }]);
  });

  test("name the row, the value and what it must be", () => {
    const columns = { demands: { ...right, item: Int32Array.of(0, 7) } };
    expect(issuesOf(input, given(columns))[0]!.message).toBe(
      "The item (7) of row 1 must be the number of an item, below 2.",
    );
  });

  test("need a site with several sites", () => {
    expect(mistakesIn(twoSites, given({ demands: right }))).toEqual([
      { code: "missingField", path: ["columns", "demands", "site"] },
    ]);
    const site = Int32Array.of(1, 0);
    const plan = planRequirements(twoSites, { columns: { demands: { ...right, site } } });
    expect([...plan.orders].map((order) => `${order.item} at ${order.site}`)).toEqual([
      "bike at south",
      "wheel at north",
    ]);
  });

  test("must not stand beside rows of the same name, nor stock beside stock on hand", () => {
    const rows = {
      ...input,
      items: [
        { id: "bike", decimals: 0, onHand: 1 },
        { id: "wheel", decimals: 2 },
      ],
      itemSites: [{ item: "wheel", onHand: 1 }],
      stock: [],
      supplies: [],
      demands: [],
    };
    const columns = { demands: right, supplies: right, stock: right };
    expect(mistakesIn(rows, given(columns))).toEqual([
      { code: "contradiction", path: ["demands"] },
      { code: "contradiction", path: ["itemSites", 0, "onHand"] },
      { code: "contradiction", path: ["items", 0, "onHand"] },
      { code: "contradiction", path: ["stock"] },
      { code: "contradiction", path: ["supplies"] },
    ]);
  });

  test("are all listed with the mistakes of the rows", () => {
    const columns = {
      demands: {
        item: Int32Array.of(-1, 9),
        day: Int32Array.of(0, 1e9),
        quantity: Float64Array.of(-1, Number.NaN),
      },
    };
    expect(mistakesIn({ ...input, startDate: "2026-02-30" }, given(columns))).toEqual([
      { code: "outOfRange", path: ["columns", "demands", "day", 1] },
      { code: "outOfRange", path: ["columns", "demands", "item", 0] },
      { code: "outOfRange", path: ["columns", "demands", "item", 1] },
      { code: "outOfRange", path: ["columns", "demands", "quantity", 0] },
      { code: "outOfRange", path: ["columns", "demands", "quantity", 1] },
      { code: "invalidDate", path: ["startDate"] },
    ]);
  });

  test("take the largest quantity and the first and the last day", () => {
    const columns = {
      demands: {
        item: Int32Array.of(0),
        day: Int32Array.of(Date.UTC(2199, 11, 31) / 86_400_000),
        quantity: Float64Array.of(LARGEST),
      },
      stock: {
        item: Int32Array.of(0),
        day: Int32Array.of(Date.UTC(1900, 0, 1) / 86_400_000),
        quantity: Float64Array.of(1),
      },
    };
    const plan = planRequirements({ ...input, boms: [] }, { columns });
    expect([...plan.orders].map(({ due, quantity }) => `${due} ${quantity}`)).toEqual([
      `2199-12-31 ${LARGEST - 1}`,
    ]);
  });
});
