import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import { planRequirements, quoteCost, standardCosts } from "../../index.js";

const plan = planRequirements({
  startDate: "2026-01-05",
  horizonEnd: "2026-03-31",
  currency: "EUR",
  items: [
    {
      ...{ id: "cart", leadTime: 5, setupCost: 60, unit: "piece" },
      ...{ lotSizing: { rule: "fixedOrderQuantity", quantity: 20 } },
      units: [{ unit: "dozen", contains: 12 }],
    },
    { id: "wheel", leadTime: 7, onHand: 30 },
  ],
  sources: [{ item: "wheel", kind: "buy", price: 12 }],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
  demands: [{ id: "quote 1", item: "cart", quantity: 5, due: "2026-03-02" }],
});
const costs = standardCosts(plan);

describe("What a quote costs", () => {
  test("is the standard cost of its lines by element, and prices leave a margin", () => {
    const quote = quoteCost(plan, {
      costs,
      lines: [
        { item: "cart", quantity: 1, unit: "dozen", due: "2026-02-09", price: 480 },
        { id: "spare", item: "wheel", quantity: 4, due: "2026-02-09", price: 18 },
      ],
    });
    const [carts, wheels] = quote.lines;
    expect(`${carts?.line} ${carts?.quantity} × ${carts?.unitCost} = ${carts?.cost}`).toBe(
      "1 12 × 27 = 324",
    );
    expect(`${carts?.material} + ${carts?.setup}`).toBe("288 + 36");
    expect(`${wheels?.line} ${wheels?.revenue} ${wheels?.marginPercent}`).toBe("spare 72 33.33");
    expect(`${quote.revenue} − ${quote.cost} = ${quote.margin}, ${quote.marginPercent} %`).toBe(
      "552 − 372 = 180, 32.61 %",
    );
  });

  test("in the plan is what is bought and made more for it: stock is taken first, lots are whole", () => {
    const quote = quoteCost(plan, {
      costs,
      customer: "Post",
      terms: { defaultCustomer: { netDays: 30 } },
      lines: [{ item: "cart", quantity: 18, due: "2026-02-09", price: 40 }],
    });
    const { accounts, ledger } = quote.trial;
    // 5 carts of March come of one lot of 20, for which 10 wheels are bought; 23 take another lot.
    expect(`${accounts.purchaseCommitment} ${accounts.setupAbsorbed}`).toBe("480 60");
    expect(`${accounts.revenue} ${accounts.cashIn} ${accounts.costOfSales}`).toBe("720 720 486");
    const paid = ledger.group({ by: ["customer"], bucket: "month", accounts: ["cashIn"] });
    expect(paid.map((row) => `${row.from} ${row.customer} ${row.amount}`)).toEqual([
      "2026-03-01 Post 720",
    ]);
    expect(plan.demands.length).toBe(1);
    expect(Array.from(quote.trial.plan.demands, ({ id }) => id)).toEqual([
      "quote 1",
      "quote 1 (2)",
    ]);
  });

  test("takes prices of items where a line has none, in the currency of sales", () => {
    const rates = [{ from: "USD", to: "EUR", rate: "0.5" }];
    const sales = { itemPrices: { cart: 90 }, currency: "USD" };
    const lines = [
      { item: "cart", quantity: 2, due: "2026-02-09" },
      { item: "cart", quantity: 2, due: "2026-02-09", price: 100 },
    ];
    const quote = quoteCost(plan, { costs, sales, rates, lines });
    expect(quote.lines.map(({ revenue }) => `${revenue}`)).toEqual(["90", "100"]);
    const without = quoteCost(plan, { costs, sales, lines });
    expect(without.revenue).toBe(null);
    expect(without.lines[0]?.missing).toBe("cart has a price in a currency without a rate");
  });

  test("is not known where a line has no cost or no price, and says of which", () => {
    const bare = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "cart" }, { id: "bell", unitCost: 2 }],
    });
    const quote = quoteCost(bare, {
      costs: standardCosts(bare),
      lines: [
        { item: "cart", quantity: 2, due: "2026-01-09", price: 3 },
        { item: "bell", quantity: 2, due: "2026-01-09" },
      ],
    });
    expect([quote.cost, quote.revenue, quote.margin, quote.material]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(quote.lines.map(({ missing }) => missing)).toEqual([
      "cart at main has no price",
      "bell has no price",
    ]);
  });

  test("is posted nowhere of what is due after the horizon, and the line says so", () => {
    const lines = [
      { item: "wheel", quantity: 2, due: "2026-04-01", price: 18 },
      { item: "wheel", quantity: 4, due: "2026-03-31", price: 18 },
    ];
    const quote = quoteCost(plan, { costs, lines });
    expect(
      quote.lines.map(({ revenue, cost, missing }) => `${revenue} ${cost} ${missing}`),
    ).toEqual([
      "36 24 wheel is due after the horizon, which ends on 2026-03-31: the trial has nothing of it",
      "72 48 null",
    ]);
    expect(`${quote.trial.accounts.revenue}`).toBe("72");
    const [late] = quoteCost(plan, { costs, lines, sales: { on: "available" } }).lines;
    expect(late?.revenue).toBe(null);
    expect(late?.missing).toBe(
      "wheel is due after the horizon, which ends on 2026-03-31: the trial has nothing of it",
    );
  });

  test("may be for a new customer with his terms; ids that nothing defines are refused", () => {
    const lines = [{ item: "wheel", quantity: 2, due: "2026-02-09" }];
    const asked = {
      ...{ costs, lines, customer: "Bakery" },
      sales: { itemPrices: { wheel: 18 }, demandPrices: { "quote 1": 30 } },
      terms: { customers: { Bakery: { netDays: 30 } } },
    };
    const { ledger } = quoteCost(plan, asked).trial;
    const paid = ledger.group({ bucket: "day", accounts: ["cashIn"] });
    expect(paid.map(({ from, amount }) => `${from} ${amount}`)).toEqual(["2026-03-11 36"]);
    const wrong = {
      ...asked,
      sales: { itemPrices: { whele: 18 }, demandPrices: { "quote 1 (2)": 1 } },
      terms: { customers: { Bakrey: { netDays: 30 } }, suppliers: { Smith: { netDays: 3 } } },
    };
    expect(issuesOf(() => quoteCost(plan, wrong))).toEqual([
      "unknownId terms.suppliers.Smith",
      "unknownId terms.customers.Bakrey",
      "unknownId sales.demandPrices.quote 1 (2)",
      "unknownId sales.itemPrices.whele",
    ]);
  });

  test("every mistake is named, also those that only the plan sees", () => {
    const wrong = [
      { item: "cart", quantity: 0, due: "2026-02-30" },
      { id: "1", item: "", quantity: 1, due: "2026-02-09", price: -1 },
    ];
    expect(issuesOf(() => quoteCost(plan, { costs, lines: wrong }))).toEqual([
      "outOfRange lines.0.quantity",
      "invalidDate lines.0.due",
      "invalidType lines.1.item",
      "outOfRange lines.1.price",
      "duplicateId lines.1.id",
    ]);
    const unknown = [{ item: "tandem", quantity: 1, due: "2026-02-09" }];
    expect(issuesOf(() => quoteCost(plan, { costs, lines: unknown }))).toEqual([
      "unknownId lines.0.item",
    ]);
    expect(issuesOf(() => quoteCost(plan, { costs, lines: [] }))).toEqual(["outOfRange lines"]);
    expect(issuesOf(() => quoteCost(plan, { lines: unknown } as never))).toEqual([
      "missingField costs",
    ]);
  });
});
