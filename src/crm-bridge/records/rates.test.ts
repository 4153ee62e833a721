import { describe, expect, test } from "vitest";
import { standardCosts } from "../../finance/index.js";
import {
  convertMoney,
  creditHolds,
  margins,
  readCrmRecords,
  safeReadCrmRecords,
} from "../index.js";

const records = readCrmRecords({
  currency: "EUR",
  rates: [
    { from: "USD", to: "EUR", rate: "0.9", date: "2026-02-01" },
    { from: "USD", to: "EUR", rate: "0.92" },
    { from: "USD", to: "EUR", rate: "0.88", date: "2026-03-01" },
    { from: "GBP", to: "USD", rate: "4/3" },
  ],
});

const euros = (on: string) => `${convertMoney(records, { amount: 50, currency: "USD" }, { on })}`;

describe("Money in another currency", () => {
  test("goes by the rate of the latest date that is not after the day", () => {
    expect(
      ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2099-01-01"].map(euros),
    ).toEqual(["46", "45", "45", "44", "44"]);
  });

  test("a rate without a date holds from ever", () => {
    expect(euros("1900-01-01")).toBe("46");
  });

  test("an amount without a currency is of the records', and one currency needs no rate", () => {
    const on = "2026-01-01";
    expect(`${convertMoney(records, { amount: "0.1" }, { on })}`).toBe("0.1");
    expect(`${convertMoney(records, { amount: 7, currency: "YEN" }, { on, to: "YEN" })}`).toBe("7");
    expect(`${convertMoney({ rates: [] }, { amount: 7 }, { on })}`).toBe("7");
  });

  test("is exact: three pounds are four dollars", () => {
    const dollars = convertMoney(
      records,
      { amount: "0.3", currency: "GBP" },
      { on: "2026-01-01", to: "USD" },
    );
    expect(`${dollars}`).toBe("0.4");
  });

  test.each([
    ["the inverse of a rate", "EUR", "USD"],
    ["a way by a third currency", "GBP", "EUR"],
    ["a currency that no rate knows", "YEN", "EUR"],
  ])("%s is not taken: there is no rate", (_, currency, to) => {
    expect(() => convertMoney(records, { amount: 1, currency }, { on: "2026-01-01", to })).toThrow(
      expect.objectContaining({
        code: "planningInput",
        issues: [expect.objectContaining({ code: "noRate", from: currency, to })],
      }),
    );
  });

  test("before the first dated rate there is none", () => {
    const dated = readCrmRecords({
      currency: "EUR",
      rates: [{ from: "USD", to: "EUR", rate: 1, date: "2026-02-01" }],
    });
    const money = { amount: 1, currency: "USD" };
    expect(() => convertMoney(dated, money, { on: "2026-01-31" })).toThrow("noRate");
  });

  test("wrong arguments are refused with their fields", () => {
    const money = { amount: "much" };
    expect(() => convertMoney(records, money, { on: "2026-01-31" })).toThrow("invalidQuantity");
    expect(() => convertMoney(records, { amount: 1 }, { on: "2026-02-30" })).toThrow("invalidDate");
  });
});

describe("Records that name no currency of their own", () => {
  const dollars = { amount: 9, currency: "USD" };
  const line = { id: "1", product: "bike", quantity: 2, requestedDate: "2026-03-20" };
  const order = { account: "Bell", status: "open", date: "2026-03-02" } as const;
  const sold = {
    accounts: [{ id: "Bell", creditLimit: dollars, balance: { amount: 5, currency: "USD" } }],
    products: [{ id: "bike", priceLists: ["L"] }],
    priceLists: [{ id: "L", currency: "GBP", prices: [{ product: "bike", price: 7 }] }],
    orders: [
      { ...order, id: "A", currency: "USD", lines: [{ ...line, unitPrice: 3 }] },
      { ...order, id: "B", currency: "EUR", lines: [{ ...line, unitPrice: 4 }] },
    ],
  };

  test("rows are in the currency that each names, and nothing is converted when they are read", () => {
    expect(safeReadCrmRecords(sold).issues).toEqual([]);
  });

  test("credit is judged in the currency of the limit; an order that no rate leads there is named", () => {
    const { holds, issues } = creditHolds(readCrmRecords(sold), { asOf: "2026-03-02" });
    expect(holds.map((hold) => `${hold.order} ${hold.exposure} ${hold.currency}`)).toEqual([
      "A 11 USD",
      // What B is worth is not known, but it is open, and A is above the limit already.
      "B 11 USD",
    ]);
    expect(issues).toMatchObject([{ code: "noRate", path: ["orders", 1, "currency"] }]);
    const rates = [{ from: "EUR", to: "USD", rate: "1.1" }];
    const converted = creditHolds(readCrmRecords({ ...sold, rates }), { asOf: "2026-03-02" });
    expect(converted.issues).toEqual([]);
    expect(converted.holds.map(({ exposure }) => `${exposure}`)).toEqual(["11", "19.8"]);
  });

  test("margins are in the one asked for; what no rate leads there is named", () => {
    const costs = standardCosts({
      ...{ startDate: "2026-03-02", currency: "EUR" },
      items: [{ id: "bike", unitCost: 1 }],
    });
    const { rows, missing } = margins(readCrmRecords(sold), costs, { by: "order" });
    expect(rows.map(({ key, margin }) => `${key} ${margin}`)).toEqual(["B 6"]);
    expect(missing.map(({ record }) => record.id)).toEqual(["A"]);
  });
});
