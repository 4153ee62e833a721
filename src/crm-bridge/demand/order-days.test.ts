import { describe, expect, test } from "vitest";
import { demandOf, march, order, quote, reasons, texts } from "../../../test/support/crm/bell.js";
import { safeReadCrmRecords } from "../index.js";

const row = { id: "1", product: "bicycle", quantity: 4 };
const undated = (id: string, more: object = {}, head: object = {}) =>
  order(id, 4, { lines: [{ ...row, ...more }], ...head });

const issues = ({ issues: all }: ReturnType<typeof demandOf>) =>
  all.map(({ code, path }) => `${code} ${path.join(".")}`);

describe("An order without a requested day", () => {
  test("is read, whatever has become of it", () => {
    const orders = [undated("A"), undated("B", {}, { status: "closed" })];
    const { records, issues: said } = safeReadCrmRecords({
      ...{ accounts: [{ id: "Bell" }], products: [{ id: "bicycle" }], orders },
    });
    expect(said).toEqual([]);
    expect(records.orders.map(({ id }) => id)).toEqual(["A", "B"]);
  });

  test("is a mistake where it counts, and is no demand", () => {
    const demand = demandOf({ orders: [undated("A"), undated("B", { shipped: 3 })] });
    expect(issues(demand)).toEqual([
      "missingField orders.0.lines.0.requestedDate",
      "missingField orders.1.lines.0.requestedDate",
    ]);
    expect(reasons(demand)).toEqual(["A: 0, refused", "B: 0, refused"]);
    expect(texts(demand)).toEqual([]);
  });

  test("counts on its promised day", () => {
    const demand = demandOf({ orders: [undated("A", { promisedDate: "2026-03-09" })] });
    expect(issues(demand)).toEqual([]);
    expect(texts(demand)).toEqual(["A: 4 on 2026-03-09"]);
  });

  test("needs none where nothing is to come of it", () => {
    const demand = demandOf({
      orders: [
        undated("closed", {}, { status: "closed" }),
        undated("cancelled", {}, { status: "cancelled" }),
        undated("late", { shipped: 1 }, { status: "cancelled" }),
        undated("shipped", { shipped: 4 }),
        undated("reduced", { quantity: 0 }),
      ],
    });
    expect(issues(demand)).toEqual([]);
    expect(texts(demand)).toEqual([]);
    expect(reasons(demand)).toEqual([
      ...["cancelled: 0, cancelled", "closed: 0, closed", "late: 0, closed"],
      ...["reduced: 0, shipped", "shipped: 0, shipped"],
    ]);
  });

  test("needs none while it is held, and counts for nothing", () => {
    const accounts = [{ id: "Bell", creditLimit: { amount: 1 } }];
    const held = undated("A", { unitPrice: 5 });
    const demand = demandOf({ accounts, orders: [held] }, { credit: "excluded" });
    expect(issues(demand)).toEqual([]);
    expect(reasons(demand)).toEqual(["A: 0, held"]);
  });

  test("ends its deal when it is closed: the accepted quote is no demand again", () => {
    const quotes = [quote("Q", 4, { status: "accepted" })];
    const orders = [undated("A", {}, { quote: "Q", status: "closed" })];
    expect(reasons(demandOf({ quotes, orders }))).toEqual([
      "Q: 0, superseded by A",
      "A: 0, closed",
    ]);
  });

  test("took what it shipped from the forecast that it names, after those that have a day", () => {
    const of = { forecast: "March" };
    const orders = [
      undated("A", {}, { ...of, status: "closed" }),
      order("B", 8, of),
      undated("C", { shipped: 4 }, of),
    ];
    const demand = demandOf({ orders, forecasts: [march(14)] });
    expect(demand.forecasts.map(({ left }) => `${left}`)).toEqual(["0"]);
    const taken = demand.account.map(({ takenFrom }) => takenFrom.map((one) => `${one.quantity}`));
    expect(taken.slice(0, 3)).toEqual([["4"], ["8"], ["2"]]);
    expect(demand.account.map(({ over }) => `${over}`).slice(0, 3)).toEqual(["0", "0", "2"]);
  });

  test("is on no day of a forecast that it does not name: what no forecast gave up is told", () => {
    const orders = [undated("A", {}, { status: "closed" })];
    for (const pipeline of ["linked", "matching"] as const) {
      const demand = demandOf({ orders, forecasts: [march(14)] }, { pipeline });
      expect(issues(demand)).toEqual([]);
      expect(texts(demand)).toEqual(["March: 14 on 2026-03-01"]);
      expect(demand.account.map(({ apart }) => `${apart}`)).toEqual(["4", "0"]);
    }
  });
});
