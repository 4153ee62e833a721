import { describe, expect, test } from "vitest";
import { type CrmRecordsInput, margins, readCrmRecords, standardCosts } from "../../index.js";

const costs = standardCosts({
  ...{ startDate: "2026-01-05", currency: "EUR" },
  items: [
    { id: "bike", unitCost: 300, units: [{ unit: "pair", contains: 2 }] },
    { id: "bell", unitCost: "0.335" },
    { id: "wheel" },
  ],
});

function recordsOf(rest: object = {}) {
  const line = { requestedDate: "2026-02-02" };
  return readCrmRecords({
    currency: "EUR",
    rates: [{ from: "USD", to: "EUR", rate: "0.9", date: "2026-01-01" }],
    accounts: [{ id: "Bell" }, { id: "Ring" }],
    products: [
      { id: "Bicycle", item: "bike", family: "vehicles" },
      { id: "bell", family: "parts" },
      { id: "wheel" },
    ],
    orders: [
      {
        ...{ id: "A", account: "Bell", status: "open", date: "2026-01-02" },
        lines: [
          { ...line, id: "1", product: "Bicycle", quantity: 2, unitPrice: 500 },
          { ...line, id: "2", product: "bell", quantity: 3, unitPrice: "0.5" },
        ],
      },
      {
        ...{ id: "B", account: "Ring", status: "open", date: "2026-01-03", currency: "USD" },
        lines: [
          { ...line, id: "1", product: "Bicycle", unit: "pair", quantity: 1, unitPrice: 900 },
        ],
      },
      {
        ...{ id: "C", account: "Ring", status: "cancelled", date: "2026-01-03" },
        lines: [{ ...line, id: "1", product: "bell", quantity: 1000, unitPrice: 9 }],
      },
    ],
    ...rest,
  } as CrmRecordsInput);
}

function textOf(rows: ReturnType<typeof margins>["rows"]) {
  return rows.map(({ key, revenue, cost, margin }) => `${key}: ${revenue} − ${cost} = ${margin}`);
}

describe("Margins", () => {
  test("by order: revenue less standard cost, each line rounded once", () => {
    // 3 bells cost 1.005, half up 1.01; a pair of bicycles brings 900 × 0.9 = 810.
    expect(textOf(margins(recordsOf(), costs, { by: "order" }).rows)).toEqual([
      "A: 1001.5 − 601.01 = 400.49",
      "B: 810 − 600 = 210",
    ]);
  });

  test("by customer, product and family the same total", () => {
    const of = (by: "customer" | "product" | "family") => margins(recordsOf(), costs, { by });
    expect(textOf(of("customer").rows)).toEqual([
      "Bell: 1001.5 − 601.01 = 400.49",
      "Ring: 810 − 600 = 210",
    ]);
    expect(textOf(of("product").rows)).toEqual([
      "Bicycle: 1810 − 1200 = 610",
      "bell: 1.5 − 1.01 = 0.49",
    ]);
    expect(textOf(of("family").rows)).toEqual([
      "parts: 1.5 − 1.01 = 0.49",
      "vehicles: 1810 − 1200 = 610",
    ]);
    expect(`${of("family").total.margin}`).toBe("610.49");
    expect(of("family").total.percentage?.toFixed(4)).toBe("33.7008");
  });

  test("a closed order counts what it shipped, a call-off what it calls", () => {
    const records = recordsOf({
      orders: [
        {
          ...{ id: "A", account: "Bell", status: "closed", date: "2026-01-02" },
          lines: [
            { id: "1", product: "bell", quantity: 10, shipped: 4, unitPrice: 1 },
            { id: "2", product: "bell", quantity: 5, unitPrice: 1 },
          ].map((line) => ({ ...line, requestedDate: "2026-02-02" })),
        },
      ],
      contracts: [
        {
          ...{ id: "K", account: "Ring", validFrom: "2026-01-01", validTo: "2027-01-01" },
          lines: [{ id: "1", product: "bell", quantity: 100, unitPrice: 2 }],
          callOffs: [{ id: "1", line: "1", quantity: 10, requestedDate: "2026-02-02" }],
        },
      ],
    });
    const { rows } = margins(records, costs, { by: "order" });
    expect(rows.map(({ list, key, revenue }) => `${list} ${key}: ${revenue}`)).toEqual([
      "contracts K: 20",
      "orders A: 9",
    ]);
  });

  test("a line without a price or cost counts in no figure, and is named", () => {
    const line = { requestedDate: "2026-02-02", quantity: 1 };
    const records = recordsOf({
      orders: [
        {
          ...{ id: "A", account: "Bell", status: "open", date: "2026-01-02" },
          lines: [
            { ...line, id: "1", product: "wheel", unitPrice: 60 },
            { ...line, id: "2", product: "bell" },
            { ...line, id: "3", product: "bell", unitPrice: 1 },
          ],
        },
      ],
    });
    const { total, missing } = margins(records, costs, { by: "order" });
    expect([total.lines, `${total.revenue}`]).toEqual([1, "1"]);
    expect(missing.map(({ record, missing: texts }) => [record.line, ...texts])).toEqual([
      ["1", "wheel at main has no price"],
      ["2", "the line states no unitPrice"],
    ]);
  });

  test("nothing sold earns nothing, and has no percentage", () => {
    const { total, rows } = margins(recordsOf({ orders: [] }), costs, { by: "product" });
    expect([rows.length, `${total.margin}`, total.percentage]).toEqual([0, "0", null]);
  });

  test("another grouping than these is refused", () => {
    expect(() => margins(recordsOf(), costs, { by: "colour" as "order" })).toThrow("options.by");
    expect(() => margins(recordsOf(), {} as never, { by: "order" })).toThrow("standardCosts");
  });
});
