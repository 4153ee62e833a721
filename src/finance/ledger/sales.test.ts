import { describe, expect, test } from "vitest";
import {
  type LedgerOptions,
  type LedgerSales,
  type PlanningInput,
  planLedger,
  planRequirements,
  standardCosts,
} from "../../index.js";

const accounts = new Set(["revenue", "costOfSales", "receivable", "cashIn"]);
const base = {
  startDate: "2026-01-05",
  currency: "EUR",
  items: [{ id: "cart", unitCost: 50, leadTime: 14 }],
  demands: [{ id: "d1", item: "cart", quantity: 6, due: "2026-01-16", customer: "Bakery" }],
} as const satisfies PlanningInput;

function ledgerOf(
  sales: LedgerSales | undefined,
  rest: Partial<PlanningInput> = {},
  options: Partial<LedgerOptions> = {},
) {
  const plan = planRequirements({ ...base, ...rest });
  return planLedger(plan, { costs: standardCosts(plan), sales, ...options });
}

const linesOf = (...of: Parameters<typeof ledgerOf>): readonly string[] =>
  Array.from(ledgerOf(...of).postings)
    .filter(({ account }) => accounts.has(account))
    .map(({ date, account, amount }) => `${date} ${account} ${amount}`);

const itemPrices = { cart: 80 };

describe("What is sold", () => {
  test("is revenue and cost on its due day, owed until the customer pays by his terms", () => {
    const terms = { customers: { Bakery: { netDays: 14 } } };
    expect(linesOf({ itemPrices }, {}, { terms })).toEqual([
      "2026-01-16 revenue 480",
      "2026-01-16 costOfSales 300",
      "2026-01-16 receivable 480",
      "2026-01-30 receivable -480",
      "2026-01-30 cashIn 480",
    ]);
    const sold = ledgerOf({ itemPrices }).group({
      by: ["customer", "demand"],
      accounts: ["revenue"],
    });
    expect(sold.map(({ customer, demand, quantity }) => [customer, demand, `${quantity}`])).toEqual(
      [["Bakery", "d1", "6"]],
    );
  });

  test("or on the day on which it is really there; what never is, is named", () => {
    const on = "available";
    expect(linesOf({ itemPrices, on })[0]).toBe("2026-01-19 revenue 480");
    const ledger = ledgerOf(
      { itemPrices, on },
      { items: [{ id: "cart", method: "unplanned", unitCost: 50 }] },
    );
    expect(ledger.missing.map(({ reason }) => reason)).toEqual(["availableDay"]);
  });

  test("the price of a demand goes before that of its item; one in another currency counts by the day's rate", () => {
    const revenue = (sales: LedgerSales, options = {}) => linesOf(sales, {}, options)[0];
    expect(revenue({ itemPrices, demandPrices: { d1: "75.5" } })).toBe("2026-01-16 revenue 453");
    const rates = [
      { from: "USD", to: "EUR", rate: "0.5", date: "2026-01-16" },
      { from: "USD", to: "EUR", rate: 9, date: "2026-01-17" },
    ];
    expect(revenue({ itemPrices, currency: "USD" }, { rates })).toBe("2026-01-16 revenue 240");
    const { missing } = ledgerOf({ itemPrices, currency: "USD" });
    expect(missing.map(({ reason }) => reason)).toEqual(["rate"]);
  });

  test("needs of other plants are no sales, nor is what lies beyond the horizon; past due is sold at once", () => {
    const [demand] = base.demands;
    const sold = (rest: object, input: Partial<PlanningInput> = {}) =>
      linesOf({ itemPrices }, { ...input, demands: [{ ...demand, ...rest }] })[0];
    expect(sold({ kind: "interplant" })).toBeUndefined();
    expect(sold({}, { horizonEnd: "2026-01-15" })).toBeUndefined();
    expect(sold({ due: "2026-01-02" })).toBe("2026-01-05 revenue 480");
  });

  test("without a price it is named, and its cost stands; without sales nothing is sold", () => {
    expect(linesOf({})).toEqual(["2026-01-16 costOfSales 300"]);
    expect(ledgerOf({}).missing.map(({ text }) => text)).toEqual([
      "cart at main is sold without a price",
    ]);
    expect(linesOf(undefined)).toEqual([]);
  });
});
