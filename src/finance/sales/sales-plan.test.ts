import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import { planLedger, planRequirements, salesPlan, standardCosts } from "../../index.js";

const plan = planRequirements({
  startDate: "2026-01-05",
  currency: "EUR",
  items: [
    { id: "cart", family: "carts", unitCost: 60, onHand: 50 },
    { id: "trolley", family: "carts", unitCost: 90, onHand: 50 },
    { id: "bell", onHand: 50 },
  ],
  demands: [
    { id: "d1", item: "cart", quantity: 10, due: "2026-01-16", customer: "Post" },
    { id: "d2", item: "trolley", quantity: 4, due: "2026-01-30", customer: "Post" },
    { id: "d3", item: "cart", quantity: 5, due: "2026-03-06", customer: "Bakery" },
  ],
});
const costs = standardCosts(plan);
const sales = { itemPrices: { cart: 80, trolley: 100 } };
const terms = { defaultCustomer: { netDays: 30 } };
const ledger = planLedger(plan, { costs, sales, terms });

describe("A sales plan", () => {
  test("says by month what is sold, what that costs, what is left, paid and owed", () => {
    const { rows, currency } = salesPlan(ledger, { bucket: "month" });
    expect(currency).toBe("EUR");
    const texts = rows.map((row) =>
      [
        row.from,
        row.revenue,
        row.costOfSales,
        row.margin,
        row.marginPercent,
        row.cashIn,
        row.receivables,
      ].join(" "),
    );
    expect(texts).toEqual([
      "2026-01-01 1200 960 240 20 0 1200",
      "2026-02-01 0 0 0  800 400",
      "2026-03-01 400 300 100 25 400 400",
      "2026-04-01 0 0 0  400 0",
    ]);
  });

  test("is told by customer, product or family, and each figure leads to its postings", () => {
    const report = salesPlan(ledger, { by: ["family", "customer"] });
    expect(report.rows.map((row) => `${row.family} ${row.customer} ${row.margin}`)).toEqual([
      "carts Bakery 100",
      "carts Post 240",
    ]);
    const post = report.rows[1]!;
    const texts = (column: "margin" | "receivables") =>
      Array.from(report.drill(post, column), (one) => `${one.account} ${one.demand} ${one.amount}`);
    expect(texts("margin").sort()).toEqual([
      "costOfSales d1 600",
      "costOfSales d2 360",
      "revenue d1 800",
      "revenue d2 400",
    ]);
    expect(issuesOf(() => report.drill({ ...post }, "margin"))).toEqual(["invalidType row"]);
    expect(issuesOf(() => report.drill(post, "profit" as never)).length).toBe(1);
  });

  test("has no margin of rows in which a demand has no price, or no cost", () => {
    const sold = planLedger(plan, { costs, sales: { itemPrices: { cart: 80 } } });
    const report = salesPlan(sold, { by: ["customer"] });
    expect(report.rows.map(({ customer, margin }) => `${customer} ${margin}`)).toEqual([
      "Bakery 100",
      "Post null",
    ]);
    expect(report.missing.map(({ text }) => text)).toContain(
      "trolley at main is sold without a price",
    );
    expect(report.drill(report.rows[1]!, "revenue").length).toBe(1);
  });

  test("every mistake is named", () => {
    const wrong = { by: ["customer", "supplier"], bucket: "decade", round: { decimals: 13 } };
    expect(issuesOf(() => salesPlan(ledger, wrong as never))).toEqual([
      "outOfRange by.1",
      "outOfRange bucket",
      "outOfRange round.decimals",
      "missingField round.on",
    ]);
    expect(issuesOf(() => salesPlan({} as never))).toEqual(["invalidType ledger"]);
  });
});
