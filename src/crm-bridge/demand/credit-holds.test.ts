import { creditHolds, readCrmRecords } from "orlicky";
import { describe, expect, test } from "vitest";
import {
  demandOf,
  line,
  march,
  order,
  reasons,
  recordsOf,
  texts,
} from "../../../test/support/crm/bell.js";

const priced = (id: string, quantity: number, date: string, more: object = {}) =>
  order(id, quantity, { date, lines: [{ ...line(quantity), unitPrice: "100.5" }], ...more });
const accounts = [{ id: "Bell", creditLimit: { amount: 2000 }, balance: { amount: 500 } }];
const orders = [
  priced("B", 10, "2026-02-20"),
  priced("A", 6, "2026-02-21"),
  priced("D", 1, "2026-02-22"),
  priced("C", 1, "2026-02-22", { creditReleased: true }),
];

const holdsOf = (input: object) =>
  creditHolds(readCrmRecords(recordsOf(input)), { asOf: "2026-03-02" });

describe("Credit holds", () => {
  test("the order with which the limit is exceeded is held, and those after it that nobody released", () => {
    const { holds, issues } = holdsOf({ accounts, orders });
    expect(issues).toEqual([]);
    // 500 + 1005 = 1505; + 603 = 2108; + C 100.5, released; + D 100.5 = 2309.
    expect(holds.map(({ order: id, value, exposure }) => `${id} ${value} ${exposure}`)).toEqual([
      ...["A 603 2108", "D 100.5 2309"],
    ]);
  });

  test("what is shipped is no longer part of the order, and an order at the limit is not over it", () => {
    const lines = [{ ...line(16), unitPrice: 100, shipped: 1 }];
    expect(holdsOf({ accounts, orders: [order("A", 16, { lines })] }).holds).toEqual([]);
  });

  test("orders that are closed or cancelled count nothing, a customer without limit is not judged", () => {
    const over = [priced("A", 99, "2026-02-01", { status: "cancelled" })];
    expect(holdsOf({ accounts, orders: over }).holds).toEqual([]);
    expect(holdsOf({ orders }).holds).toEqual([]);
  });

  test("amounts are in the records' currency, by the rate of the day", () => {
    const rates = [
      { from: "USD", to: "EUR", rate: "0.9", date: "2026-01-01" },
      { from: "USD", to: "EUR", rate: "0.8", date: "2026-03-01" },
    ];
    const dollars = [priced("A", 20, "2026-02-20", { currency: "USD" })];
    const { holds } = holdsOf({ currency: "EUR", rates, accounts, orders: dollars });
    expect(
      holds.map(({ value, exposure, currency }) => `${value} ${exposure} ${currency}`),
    ).toEqual(["1608 2108 EUR"]);
  });

  test("an order without a price is named", () => {
    const { holds, issues } = holdsOf({ accounts, orders: [order("A", 99)] });
    expect(holds).toEqual([]);
    expect(issues).toMatchObject([
      { code: "missingField", path: ["orders", 0, "lines", 0, "unitPrice"] },
    ]);
  });

  test("what is open of an order decides, not what it is worth", () => {
    const lineOf = (more: object) => ({ lines: [{ ...line(5), ...more }] });
    const open = [
      order("A", 5, { date: "2026-02-01", ...lineOf({ unitPrice: 400 }) }),
      order("B", 5, { date: "2026-02-02", ...lineOf({ unitPrice: 0 }) }),
      order("C", 5, { date: "2026-02-03", ...lineOf({}) }),
      order("D", 5, { date: "2026-02-04", ...lineOf({ unitPrice: 400, shipped: 5 }) }),
      order("E", 5, { date: "2026-01-31", ...lineOf({ unitPrice: 0 }) }),
    ];
    const { holds } = holdsOf({ accounts, orders: open });
    expect(holds.map(({ order: id, value, exposure }) => `${id} ${value} ${exposure}`)).toEqual([
      ...["A 2000 2500", "B 0 2500", "C 0 2500"],
    ]);
    const excluded = demandOf({ accounts, orders: open }, { credit: "excluded" });
    expect(reasons(excluded)).toEqual([
      ...["A: 0, held", "B: 0, held", "C: 0, held", "D: 0, shipped", "E: 5, order"],
    ]);
  });

  test("a held order is no demand, or demand, as the policy says; the hold is told either way", () => {
    const excluded = demandOf({ accounts, orders }, { credit: "excluded" });
    expect(reasons(excluded)).toEqual(["A: 0, held", "B: 10, order", "C: 1, order", "D: 0, held"]);
    const others = (["demandOnly", "promised"] as const).map((credit) =>
      demandOf({ accounts, orders }, { credit }),
    );
    for (const one of [excluded, ...others]) {
      expect(one.holds.map(({ order: id }) => id)).toEqual(["A", "D"]);
    }
    for (const one of others) expect(one.demands.length).toBe(4);
  });

  test("what a held order shipped stays taken from its forecast", () => {
    const lines = [{ ...line(40), unitPrice: 100, shipped: 10 }];
    const held = [order("A", 40, { lines, forecast: "March" })];
    const demand = demandOf(
      { accounts, orders: held, forecasts: [march(50)] },
      { credit: "excluded" },
    );
    expect(texts(demand)).toEqual(["March: 40 on 2026-03-01"]);
  });
});
