import { describe, expect, test } from "vitest";
import { demandFromCrm, safeReadCrmRecords } from "../index.js";

const quote = {
  ...{ id: "Q", account: "Smith", version: 1, status: "accepted", date: "2026-03-02" },
  lines: [
    { id: "1", product: "chair", quantity: 40 },
    { id: "2", product: "table", quantity: 10 },
  ],
};
const order = {
  ...{ account: "Smith", status: "open", date: "2026-03-03", requestedDate: "2026-03-20" },
  quote: "Q",
};
const chairs = { id: "1", product: "chair", quantity: 25, quoteLine: "1" };
const rest = { ...chairs, quantity: 15 };
const tables = { id: "2", product: "table", quantity: 10, quoteLine: "2" };

function read(orders: readonly object[], quotes: readonly object[] = [quote]) {
  return safeReadCrmRecords({
    accounts: [{ id: "Smith" }],
    products: [
      { id: "chair", decimals: 0 },
      { id: "table", decimals: 0 },
      { id: "lamp", decimals: 0 },
    ],
    quotes,
    orders,
  });
}

function said(...orders: readonly object[]): string[] {
  return read(orders).issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

const both = ["twoOrdersForQuote orders.0.quote", "twoOrdersForQuote orders.1.quote"];
const first = { ...order, id: "A", lines: [chairs] };

describe("Orders that divide a quote by its lines", () => {
  const second = { ...order, id: "B", lines: [rest, tables] };

  test("are sound, and each line counts once", () => {
    const { records, issues } = read([first, second]);
    expect(issues).toEqual([]);
    const { demands } = demandFromCrm(records, {
      ...{ asOf: "2026-03-02", deals: { use: "expected" }, needDate: { from: "requested" } },
      ...{ forecast: { prefer: "adjusted" }, pipeline: "linked" },
      ...{ contractRest: "none", credit: "promised" },
    });
    expect(demands.map(({ item, quantity }) => `${quantity} ${item}`)).toEqual([
      "25 chair",
      "15 chair",
      "10 table",
    ]);
  });

  test("may hold what the quote does not offer", () => {
    const lamp = { id: "3", product: "lamp", quantity: 2 };
    expect(said(first, { ...second, lines: [rest, lamp] })).toEqual([]);
  });

  test("what was cancelled, or closed before all of it was shipped, may be ordered again", () => {
    const cancelled = { ...first, id: "C", status: "cancelled" };
    const closed = { ...first, status: "closed", lines: [{ ...chairs, shipped: 5 }] };
    expect(said(cancelled, first, second)).toEqual([]);
    expect(said(closed, { ...order, id: "B", lines: [{ ...rest, quantity: 35 }] })).toEqual([]);
    expect(said(closed, { ...order, id: "B", lines: [{ ...rest, quantity: 36 }] })).toEqual(both);
  });
});

describe("Two orders for one quote are refused", () => {
  test.each<[string, object]>([
    ["that have the same lines", { ...first, id: "B" }],
    [
      "that together exceed a line of it",
      { ...first, id: "B", lines: [{ ...rest, quantity: 16 }] },
    ],
    [
      "of which one does not say which line it is of",
      { ...first, id: "B", lines: [{ ...rest, quoteLine: undefined }] },
    ],
    ["of which one is in another unit", { ...first, id: "B", lines: [{ ...rest, unit: "box" }] }],
    [
      "of which one names a line of another product",
      { ...first, id: "B", lines: [{ ...rest, quoteLine: "2" }] },
    ],
  ])("%s", (_, second) => {
    expect(said(first, second)).toEqual(both);
  });
});

describe("The line of a quote that a line of an order names", () => {
  test("is one of it", () => {
    const lines = [{ ...chairs, quoteLine: "9" }];
    expect(said({ ...first, lines })).toEqual(["unknownId orders.0.lines.0.quoteLine"]);
  });

  test("needs a quote", () => {
    expect(said({ ...first, quote: undefined })).toEqual([
      "contradiction orders.0.lines.0.quoteLine",
    ]);
  });
});
