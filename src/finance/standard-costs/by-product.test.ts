import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  type ByProductValue,
  type PlanningInput,
  planLedger,
  planRequirements,
  type StandardCostOptions,
  standardCosts,
} from "../../index.js";

/**
 * Westlake Corporation in July: 50,000 board feet of lumber and 4,000 cubic feet of wood chips for
 * materials of 150,000 and conversion costs of 100,000; 40,000 board feet are sold at 6.
 *
 * Source: Horngren, Datar & Rajan, *Cost Accounting*, 14th edition, chapter 16, exhibit 16-9, production
 * method.
 */
const westlake: PlanningInput = {
  startDate: "2012-07-02",
  horizonEnd: "2012-07-31",
  currency: "USD",
  items: [
    {
      id: "lumber",
      setupCost: 100_000,
      lotSizing: { rule: "fixedOrderQuantity", quantity: 50_000 },
    },
    { id: "chips" },
    { id: "log", unitCost: 3 },
  ],
  boms: [
    {
      item: "lumber",
      output: 50_000,
      lines: [{ item: "log", quantity: 50_000 }],
      coProducts: [{ item: "chips", quantity: 4000 }],
    },
  ],
  demands: [
    { id: "July", item: "lumber", quantity: 40_000, due: "2012-07-20" },
    { id: "mulch", item: "chips", quantity: 1200, due: "2012-07-20" },
  ],
};
const chips: ByProductValue = { item: "chips", price: 1 };

function costsOf(rest: Partial<PlanningInput>, options: StandardCostOptions) {
  return standardCosts({ ...westlake, ...rest }, options);
}

describe("By-products", () => {
  test("as published: what a by-product brings in is taken off the cost of the main product", () => {
    const costs = standardCosts(westlake, { byProducts: [chips] });
    const lumber = costs.unitCost("lumber");
    expect(lumber.cost?.times(50_000).toNumber()).toBe(246_000);
    expect(lumber.elements?.material.ratio).toBe("3");
    expect(lumber.elements?.setup.ratio).toBe("2");
    expect(lumber.elements?.credit.ratio).toBe("0.08");
    expect(costs.unitCost("chips").origin).toBe("byProduct");
    expect(costs.unitCost("chips").cost?.toNumber()).toBe(1);
    expect(costs.missing).toEqual([]);
  });

  test("as published: 196,800 of sales cost, 43,200 of margin, and 49,200 and 2,800 left in stock", () => {
    const plan = planRequirements(westlake);
    const ledger = planLedger(plan, {
      costs: standardCosts(plan, { byProducts: [chips] }),
      sales: { itemPrices: { lumber: 6 } },
    });
    const rows = ledger.group({
      by: ["account", "item"],
      accounts: ["revenue", "costOfSales", "inventory", "workInProcess", "productionVariance"],
    });
    const found = new Map(rows.map((row) => [`${row.account} ${row.item}`, row.amount.toNumber()]));
    expect(found.get("revenue lumber")).toBe(240_000);
    expect(found.get("costOfSales lumber")).toBe(196_800);
    expect(found.get("inventory lumber")).toBe(49_200);
    expect(found.get("inventory chips")).toBe(2800);
    expect(found.get("workInProcess lumber")).toBe(0);
    expect(found.get("productionVariance lumber") ?? 0).toBe(0);
  });

  test("the value is what is realizable: the price less what it takes to complete and to sell it", () => {
    const byProducts = [
      { item: "chips", price: "1.50", costToComplete: "0.25", costToSell: "1/8" },
    ];
    const costs = costsOf({}, { byProducts });
    expect(costs.unitCost("chips").cost?.toNumber()).toBe(1.125);
    expect(costs.unitCost("lumber").elements?.credit.ratio).toBe("0.09");
  });

  test("the price is converted by the rate of the day", () => {
    const byProducts = [{ item: "chips", price: 2, currency: "EUR" }];
    const rates = [{ from: "EUR", to: "USD", rate: "1.25" }];
    expect(costsOf({}, { byProducts, rates }).unitCost("chips").cost?.toNumber()).toBe(2.5);
    expect(issuesOf(() => costsOf({}, { byProducts }))).toEqual(["noRate byProducts.0.currency"]);
  });

  test("co-products share what is left of the cost after the credit", () => {
    const boms = [
      {
        ...{ item: "lumber", output: 50_000, lines: [{ item: "log", quantity: 50_000 }] },
        coProducts: [
          { item: "chips", quantity: 4000 },
          { item: "posts", quantity: 10_000, costShare: "0.25" },
        ],
      },
    ];
    const costs = costsOf(
      { boms, items: [...westlake.items!, { id: "posts" }] },
      { byProducts: [chips] },
    );
    expect(costs.unitCost("posts").cost?.times(10_000).toNumber()).toBe(61_500);
    expect(costs.unitCost("lumber").cost?.times(50_000).toNumber()).toBe(184_500);
  });

  test("a by-product may be worth something only at one site", () => {
    const sites = [{ id: "here" }, { id: "there" }];
    const boms = sites.map(({ id }) => ({ ...westlake.boms![0]!, site: id }));
    const items = westlake.items!;
    const costs = standardCosts(
      { startDate: "2012-07-02", currency: "USD", sites, items, boms },
      { byProducts: [{ ...chips, site: "here" }] },
    );
    expect(costs.unitCost("lumber", "here").elements?.credit.ratio).toBe("0.08");
    expect(costs.unitCost("lumber", "there").elements?.credit.ratio).toBe("0");
    expect(costs.unitCost("chips", "there").missing).toEqual([
      "chips at there comes with another item, and bears no stated share of its cost",
    ]);
  });

  test("what costs more to sell than it brings in is no by-product", () => {
    const byProducts = [{ item: "chips", price: 1, costToSell: 2 }];
    expect(issuesOf(() => costsOf({}, { byProducts }))).toEqual(["outOfRange byProducts.0.price"]);
  });

  test("what no bill has among its co-products is no by-product, be it a lead item, bought, or a slip", () => {
    const of = (item: string) => {
      const items = [...westlake.items!, { id: "nail" }];
      const sources = [{ item: "nail", kind: "buy", price: 9 }] as const;
      return issuesOf(() => costsOf({ items, sources }, { byProducts: [{ item, price: 1 }] }));
    };
    expect(["lumber", "nail", "chips"].map(of)).toEqual([
      ["contradiction byProducts.0.item"],
      ["contradiction byProducts.0.item"],
      [],
    ]);
    const lead = () => costsOf({}, { byProducts: [{ item: "lumber", price: 1 }] });
    expect(lead).toThrow(
      'No bill has "lumber" among its coProducts, so it comes with nothing. Name it in the bill with which it comes, or leave out its value as a by-product.',
    );
  });

  test("a value at a site where the item comes with nothing is refused; one for all sites leaves what is bought elsewhere", () => {
    const input: PlanningInput = {
      ...{ startDate: "2012-07-02", currency: "USD", items: westlake.items! },
      sites: [{ id: "mill" }, { id: "shop" }, { id: "depot" }],
      boms: [{ ...westlake.boms![0]!, site: "mill" }],
      sources: [{ item: "chips", site: "shop", kind: "buy", price: 9 }],
      stock: [{ item: "chips", site: "depot", quantity: 5 }],
    };
    const costs = standardCosts(planRequirements(input), { byProducts: [chips] });
    const found = ["mill", "shop", "depot"].map((site) => {
      const { origin, cost } = costs.unitCost("chips", site);
      return `${origin} ${cost}`;
    });
    expect(found).toEqual(["byProduct 1", "bought 9", "byProduct 1"]);
    expect(
      issuesOf(() => standardCosts(input, { byProducts: [{ ...chips, site: "shop" }] })),
    ).toEqual(["contradiction byProducts.0.site"]);
  });

  test("without a rate the message says in words what has no currency", () => {
    const { currency: _, ...rest } = westlake;
    const of = () => standardCosts(rest, { byProducts: [{ ...chips, currency: "EUR" }] });
    expect(of).toThrow('There is no rate from "EUR" to no currency on 2012-07-02.');
  });

  test("every mistake is named", () => {
    const byProducts = [
      { item: "chips", price: 1 },
      { item: "bark", price: 1 },
      { item: "log", price: 1 },
      { item: "chips", price: 1 },
      { item: "chips", site: "moon", price: 1 },
    ];
    expect(issuesOf(() => costsOf({}, { byProducts }))).toEqual([
      "unknownId byProducts.1.item",
      "contradiction byProducts.2.item",
      "duplicateId byProducts.3.item",
      "unknownId byProducts.4.site",
    ]);
    const [bill] = westlake.boms!;
    const coProducts = [{ item: "chips", quantity: 4000, costShare: "0.1" }];
    const boms = [{ ...bill!, coProducts }];
    expect(issuesOf(() => costsOf({ boms }, { byProducts: [chips] }))).toEqual([
      "contradiction byProducts.0.item",
    ]);
  });
});
