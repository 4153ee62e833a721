import { describe, expect, test } from "vitest";
import { type CrmRecordsInput, readCrmRecords, safeReadCrmRecords } from "../index.js";

const line = { id: "1", product: "chair", quantity: 2 };
const opportunity = {
  account: "Smith",
  stage: "talk",
  status: "open",
  probability: 0.5,
  closeDate: "2026-04-01",
  lines: [line],
} as const;
const quote = {
  account: "Smith",
  version: 1,
  status: "sent",
  date: "2026-03-02",
  lines: [line],
} as const;
const order = {
  account: "Smith",
  status: "open",
  date: "2026-03-03",
  requestedDate: "2026-03-20",
  lines: [line],
} as const;
const version = {
  id: "F",
  product: "chair",
  from: "2026-05-01",
  until: "2026-05-31",
  quantity: 9,
  status: "submitted",
} as const;
const base = { accounts: [{ id: "Smith" }], products: [{ id: "chair", decimals: 0 }] };

function read(more: CrmRecordsInput) {
  const { records, issues } = safeReadCrmRecords({ ...base, ...more });
  return {
    records,
    said: issues.map(({ code, path }) => `${code} ${path.join(".")}`),
  };
}

describe("A price list that is wrong", () => {
  const priceLists = [
    { id: "good", prices: [{ product: "chair", price: 90 }] },
    {
      id: "bad",
      prices: [
        { product: "chair", price: 80 },
        { product: "none", price: 5 },
      ],
    },
  ];
  const chair = { id: "chair", decimals: 0, priceLists: ["bad", "good"] };

  test("takes no product with it: the product stands without it, and so do its orders", () => {
    const { records, said } = read({
      products: [chair],
      priceLists,
      orders: [{ ...order, id: "O" }],
    });
    expect(said).toEqual(["unknownId priceLists.1.prices.1.product"]);
    expect(records.products).toEqual([{ ...chair, priceLists: ["good"] }]);
    expect(records.orders.map(({ id }) => id)).toEqual(["O"]);
  });

  test("that names a product which is left out goes with it, and no other product does", () => {
    const stool = { id: "stool", decimals: 10, priceLists: ["both"] };
    const both = ["chair", "stool"].map((product) => ({ product, price: 7 }));
    const { records, said } = read({
      products: [{ ...chair, priceLists: ["both"] }, stool],
      priceLists: [{ id: "both", prices: both }],
    });
    expect(said).toEqual([
      "outOfRange products.1.decimals",
      "leftOut priceLists.0.prices.1.product",
    ]);
    expect(records.products).toEqual([{ ...chair, priceLists: [] }]);
  });
});

describe("A forecast that is wrong", () => {
  test("takes no deal with it: deals stand without it", () => {
    const named = { forecast: "F" };
    const { records, said } = read({
      forecasts: [
        { ...version, version: 1 },
        { ...version, version: 2, quantity: -1 },
      ],
      opportunities: [{ ...opportunity, id: "D", ...named }],
      quotes: [{ ...quote, id: "Q", ...named }],
      orders: [{ ...order, id: "O", ...named }],
    });
    expect(said).toEqual(["leftOut forecasts.0.id", "outOfRange forecasts.1.quantity"]);
    const { opportunities, quotes, orders } = records;
    const left = [...opportunities, ...quotes, ...orders];
    expect(left.map(({ id, forecast }) => [id, forecast])).toEqual([
      ...[
        ["D", undefined],
        ["Q", undefined],
        ["O", undefined],
      ],
    ]);
    expect(left.every((row) => Object.isFrozen(row) && !("forecast" in row))).toBe(true);
  });
});

describe("What names a record that is left out is left out with it", () => {
  test("through every step, and is named", () => {
    const { records, said } = read({
      accounts: [{ id: "Smith" }, { id: "Jones", priority: -1 }],
      contacts: [{ id: "Ben", account: "Jones" }],
      opportunities: [{ ...opportunity, id: "D", account: "Jones" }],
      quotes: [
        { ...quote, id: "Q", account: "Jones", opportunity: "D" },
        { ...quote, id: "R" },
      ],
      orders: [{ ...order, id: "O", account: "Jones", quote: "Q" }],
    });
    expect(said).toEqual([
      "outOfRange accounts.1.priority",
      "leftOut contacts.0.account",
      "leftOut opportunities.0.account",
      "leftOut quotes.0.account",
      "leftOut quotes.0.opportunity",
      "leftOut orders.0.account",
      "leftOut orders.0.quote",
    ]);
    expect(records.quotes.map(({ id }) => id)).toEqual(["R"]);
    expect([records.contacts, records.opportunities, records.orders]).toEqual([[], [], []]);
  });

  test("a won deal goes with the last of its orders, and its quotes with it", () => {
    const won = { ...opportunity, id: "D", status: "won" } as const;
    const bad = { ...order, id: "bad", opportunity: "D", lines: [{ ...line, quantity: 0.5 }] };
    const alone = read({
      opportunities: [won],
      quotes: [{ ...quote, id: "Q", opportunity: "D" }],
      orders: [bad],
    });
    expect(alone.said).toEqual([
      "leftOut opportunities.0.status",
      "leftOut quotes.0.opportunity",
      "leftOut orders.0.opportunity",
      "tooFine orders.0.lines.0.quantity",
    ]);
    const beside = read({
      opportunities: [won],
      orders: [bad, { ...order, id: "good", opportunity: "D" }],
    });
    expect(beside.said).toEqual(["tooFine orders.0.lines.0.quantity"]);
    expect(beside.records.opportunities.length).toBe(1);
  });

  test("a won deal is ordered by way of its quote, and by an order that was cancelled", () => {
    const { said } = read({
      opportunities: [{ ...opportunity, id: "D", status: "won" }],
      quotes: [{ ...quote, id: "Q", opportunity: "D" }],
      orders: [{ ...order, id: "O", status: "cancelled", quote: "Q" }],
    });
    expect(said).toEqual([]);
  });

  test("a forecast goes as a whole: an older version is none that anybody means", () => {
    const { records, said } = read({
      forecasts: [
        { ...version, version: 1 },
        { ...version, version: 2, quantity: -1 },
        { ...version, version: 1, id: "G" },
      ],
      orders: [{ ...order, id: "O", forecast: "F" }],
    });
    expect(said).toEqual(["leftOut forecasts.0.id", "outOfRange forecasts.1.quantity"]);
    expect(records.forecasts.map(({ id }) => id)).toEqual(["G"]);
  });

  test("versions of a forecast are of one product, and none is there twice", () => {
    const { said } = read({
      products: [{ id: "chair" }, { id: "stool" }],
      forecasts: [
        { ...version, version: 1 },
        { ...version, version: 1, status: "adjusted" },
        { ...version, version: 2 },
        { ...version, version: 2 },
        { ...version, version: 3, product: "stool" },
      ],
    });
    expect(said).toEqual([
      "contradiction forecasts.0.product",
      "contradiction forecasts.1.product",
      "contradiction forecasts.2.product",
      "duplicateId forecasts.2.version",
      "contradiction forecasts.3.product",
      "duplicateId forecasts.3.version",
      "contradiction forecasts.4.product",
    ]);
  });

  test("what names an id of two rows is told that, and nothing of what either of them says", () => {
    const twins = [
      { ...quote, id: "Q" },
      { ...quote, id: "Q", account: "Jones" },
    ];
    for (const quotes of [twins, twins.toReversed()]) {
      const { said } = read({
        accounts: [{ id: "Smith" }, { id: "Jones" }],
        quotes,
        orders: [{ ...order, id: "O", quote: "Q" }],
      });
      expect(said).toEqual([
        "duplicateId quotes.0.id",
        "duplicateId quotes.1.id",
        "leftOut orders.0.quote",
      ]);
    }
  });

  test("a quantity in another unit than its product's is for the plan to judge", () => {
    const { said } = read({
      products: [{ id: "chair", decimals: 0, unit: "piece" }],
      orders: ["piece", "box"].map((unit) => {
        return { ...order, id: unit, lines: [{ ...line, quantity: 0.5, unit }] };
      }),
    });
    expect(said).toEqual(["tooFine orders.0.lines.0.quantity"]);
  });

  test("a cancelled order is none of two for a quote", () => {
    const { said } = read({
      quotes: [{ ...quote, id: "Q" }],
      orders: [
        { ...order, id: "O", quote: "Q" },
        { ...order, id: "P", quote: "Q", status: "cancelled" },
      ],
    });
    expect(said).toEqual([]);
  });

  test("what is left is sound: reading it again finds nothing and changes nothing", () => {
    const { records } = read({
      accounts: [{ id: "Smith" }, { id: "Jones", parent: "none" }],
      orders: [
        { ...order, id: "O" },
        { ...order, id: "P", account: "Jones" },
      ],
    });
    expect(readCrmRecords(records)).toEqual(records);
  });
});
