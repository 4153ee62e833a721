import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import { type LatePenalty, latenessCost, planRequirements } from "../../index.js";

/** A lead time of 14 days from Monday 5 January: all is there on the 19th. */
const plan = planRequirements({
  startDate: "2026-01-05",
  horizonEnd: "2026-02-27",
  currency: "EUR",
  items: [
    { id: "cart", family: "carts", leadTime: 14 },
    { id: "bell", leadTime: 90 },
  ],
  demands: [
    { id: "d1", item: "cart", quantity: 10, due: "2026-01-09", customer: "Post" },
    { id: "d2", item: "cart", quantity: 4, due: "2026-01-12", customer: "Bakery" },
    { id: "d3", item: "cart", quantity: 2, due: "2026-01-12", customer: "Bakery" },
    { id: "d4", item: "cart", quantity: 7, due: "2026-02-12", customer: "Post" },
    { id: "f1", item: "cart", quantity: 5, due: "2026-01-07", kind: "forecast" },
  ],
});
const sales = { itemPrices: { cart: 100 } };

function costOf(...penalties: readonly LatePenalty[]): readonly string[] {
  const { rows, drill } = latenessCost(plan, { penalties, sales, by: ["demand"] });
  return rows.map((row) => `${row.demand}: ${drill(row)[0]?.daysLate} days, ${row.penalty}`);
}

describe("What lateness costs", () => {
  test("is percent of the value a day, or an amount; what is there in time and forecast cost nothing", () => {
    expect(costOf({ percent: "0.5" })).toEqual([
      "d1: 10 days, 50",
      "d2: 7 days, 14",
      "d3: 7 days, 7",
    ]);
    expect(costOf({ amount: 3, percent: 1 })[0]).toBe("d1: 10 days, 130");
  });

  test("counts begun weeks after days that are free, up to a cap", () => {
    const weekly = { percent: 2, perDays: 7, freeDays: 2 };
    expect(costOf(weekly)[0]).toBe("d1: 10 days, 40");
    expect(costOf({ ...weekly, mostPercent: 3 })[0]).toBe("d1: 10 days, 30");
    expect(costOf({ ...weekly, mostPercent: 3, mostAmount: 25 })[0]).toBe("d1: 10 days, 25");
    expect(costOf({ ...weekly, freeDays: 10 })[0]).toBe("d1: 10 days, 0");
  });

  test("follows the first penalty in the list that is for the demand, its customer, item and family", () => {
    const found = costOf(
      { demand: "d3", amount: 1 },
      { customer: "Bakery", item: "cart", amount: 2 },
      { customer: "Bakery", amount: 100 },
      { family: "carts", amount: 5 },
    );
    expect(found).toEqual(["d1: 10 days, 50", "d2: 7 days, 14", "d3: 7 days, 7"]);
  });

  test("is told by customer and month, and rounded so that rows add up", () => {
    const shape = { by: ["customer"], bucket: "month" } as const;
    const asked = { penalties: [{ percent: "1/3" }], sales, ...shape };
    const { rows, total } = latenessCost(plan, { ...asked, round: { decimals: 0, on: "total" } });
    expect(rows.map((row) => `${row.from} ${row.customer} ${row.demands} ${row.penalty}`)).toEqual([
      "2026-01-01 Bakery 2 14",
      "2026-01-01 Post 1 33",
    ]);
    expect(`${total}`).toBe("47");
    const exactly = latenessCost(plan, { ...asked, round: { decimals: 1, on: "postings" } });
    expect(`${exactly.total}`).toBe("47.3");
  });

  test("converts by the rate of the day on which the demand is there", () => {
    const rates = [
      { from: "USD", to: "EUR", rate: "0.9" },
      { from: "USD", to: "EUR", rate: "0.5", date: "2026-01-19" },
    ];
    const penalties = [{ demand: "d1", percent: 1, amount: 10, currency: "USD" }];
    const dollars = { ...sales, currency: "USD" };
    const { total } = latenessCost(plan, { penalties, rates, sales: dollars });
    expect(`${total}`).toBe("100");
    expect(latenessCost(plan, { penalties, sales }).missing.map(({ reason }) => reason)).toEqual([
      "rate",
    ]);
  });

  test("names what is not known: no price, or nothing that brings it within the horizon", () => {
    const unpriced = latenessCost(plan, { penalties: [{ percent: 1 }] });
    expect(unpriced.missing.map(({ reason }) => reason)).toEqual(["salesPrice"]);
    expect(unpriced.rows).toEqual([]);
    const never = planRequirements({
      ...{ startDate: "2026-01-05", horizonEnd: "2026-01-30", items: [{ id: "bell" }] },
      sources: [{ item: "bell", kind: "buy", validTo: "2026-01-01" }],
      demands: [{ id: "d9", item: "bell", quantity: 1, due: "2026-01-07" }],
    });
    expect(
      latenessCost(never, { penalties: [{ amount: 1 }] }).missing.map(({ text }) => text),
    ).toEqual(["bell at main is in part never there to be sold"]);
  });

  test("refuses ids that nothing defines: a penalty of a demand that is misspelt would cost nothing", () => {
    const penalties = [
      { demand: "d-1", amount: 500 },
      { customer: "Psot", item: "crat", amount: 1 },
      { family: "cart", amount: 1 },
      { demand: "d1", customer: "Post", item: "bell", family: "carts", amount: 1 },
    ];
    const prices = { demandPrices: { d5: 1, f1: 1 }, itemPrices: { wheel: 1, bell: 1 } };
    expect(issuesOf(() => latenessCost(plan, { penalties, sales: prices }))).toEqual([
      "unknownId penalties.0.demand",
      "unknownId penalties.1.customer",
      "unknownId penalties.1.item",
      "unknownId penalties.2.family",
      "unknownId sales.demandPrices.d5",
      "unknownId sales.itemPrices.wheel",
    ]);
  });

  test("every mistake is named", () => {
    const penalties = [{}, { percent: -1, perDays: 0, freeDays: 0.5, mostAmount: "much" }];
    expect(issuesOf(() => latenessCost(plan, { penalties, by: ["supplier"] } as never))).toEqual([
      "missingField penalties.0.percent",
      "outOfRange penalties.1.percent",
      "outOfRange penalties.1.perDays",
      "invalidType penalties.1.freeDays",
      "invalidQuantity penalties.1.mostAmount",
      "outOfRange by.0",
    ]);
    const { drill } = latenessCost(plan, { penalties: [] });
    expect(issuesOf(() => drill({}))).toEqual(["invalidType row"]);
  });
});
