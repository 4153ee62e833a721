import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  freezeStandards,
  frozenStandards,
  type PlanningInput,
  planRequirements,
  standardCosts,
} from "../../index.js";

const start = { startDate: "2026-01-05", currency: "EUR" } as const;

function costsOf(rest: Partial<PlanningInput>, options = {}) {
  return standardCosts({ ...start, ...rest }, options);
}

function textOf(rest: Partial<PlanningInput>, item: string, site?: string): string {
  const { cost, origin, missing } = costsOf(rest).unitCost(item, site);
  return `${origin} ${cost ?? missing.join("; ")}`;
}

describe("Standard costs", () => {
  test("a stated unit cost goes before everything, that of a site before the item's", () => {
    const rest = {
      sites: [{ id: "here" }, { id: "there" }],
      items: [{ id: "nut", unitCost: 2 }],
      itemSites: [{ item: "nut", site: "there", unitCost: "2.5" }],
      sources: [{ item: "nut", site: "here", kind: "buy", price: 7 }],
    } as const;
    expect(textOf(rest, "nut", "here")).toBe("stated 2");
    expect(textOf(rest, "nut", "there")).toBe("stated 2.5");
  });

  test("what is bought costs the price of its first source by rank, at the break of its costing lot", () => {
    const dear = { item: "nut", kind: "buy", supplier: "Dear", rank: 2, price: 9 } as const;
    const cheap = {
      ...({ item: "nut", kind: "buy", supplier: "Cheap", rank: 1, price: 3 } as const),
      priceBreaks: [
        { from: 50, price: 2 },
        { from: 100, price: 1 },
      ],
    } as const;
    const of = (item: object) => ({
      items: [{ id: "nut", ...item }],
      sources: [dear, cheap],
      suppliers: [{ id: "Dear" }, { id: "Cheap" }],
    });
    expect(textOf(of({}), "nut")).toBe("bought 3");
    expect(textOf(of({ minimumOrder: 60 }), "nut")).toBe("bought 2");
    const lot = { rule: "fixedOrderQuantity", quantity: 100 } as const;
    expect(textOf(of({ minimumOrder: 60, lotSizing: lot }), "nut")).toBe("bought 1");
  });

  test("a good unit bears what is lost of what is bought", () => {
    const items = [{ id: "casting", yield: 0.8 }];
    const sources = [{ item: "casting", kind: "buy", price: 4 }] as const;
    expect(textOf({ items, sources }, "casting")).toBe("bought 5");
  });

  test("what is made is rolled up: yield, scrap, fixed lines, output, set-up and hours", () => {
    // A lot of 90 good ones starts 100. For a good one: plate 2 × 1.1 ÷ 0.9 at 9 = 22; fixed film
    // 9 ÷ 90 at 10 = 1; set-up 45 ÷ 90 = 0.5; run 0.25 h × 100 at 36 ÷ 90 = 10.
    const rest = {
      items: [
        {
          ...{ id: "lid", yield: 0.9, setupCost: 45 },
          lotSizing: { rule: "fixedOrderQuantity", quantity: 90 },
        },
        { id: "plate", unitCost: 9 },
        { id: "film", unitCost: 10 },
      ],
      boms: [
        {
          ...{ item: "lid", output: 10 },
          lines: [
            { item: "plate", quantity: 20, scrap: 0.1 },
            { item: "film", quantity: 9, fixed: true },
          ],
        },
      ],
      workCenters: [{ id: "press", shifts: [{ from: "06:00", until: "14:00" }], costPerHour: 36 }],
      routings: [
        { id: "r", item: "lid", operations: [{ id: "10", workCenter: "press", run: 0.25 }] },
      ],
    } as const;
    const { cost, elements, costingLot, origin } = costsOf(rest).unitCost("lid");
    expect([origin, `${costingLot}`, `${cost}`]).toEqual(["made", "90", "33.5"]);
    expect(elements).toMatchObject({
      material: { ratio: "23" },
      setup: { ratio: "0.5" },
      run: { ratio: "10" },
      overhead: { ratio: "0" },
      subcontract: { ratio: "0" },
    });
  });

  test("set-up hours cost by the hour where the item states no set-up cost", () => {
    const of = (item: object) => ({
      items: [
        { id: "lid", minimumOrder: 10, ...item },
        { id: "plate", unitCost: 1 },
      ],
      boms: [{ item: "lid", lines: [{ item: "plate", quantity: 1 }] }],
      workCenters: [{ id: "press", shifts: [{ from: "06:00", until: "14:00" }], costPerHour: 40 }],
      routings: [
        {
          ...{ id: "r", item: "lid" },
          operations: [{ id: "10", workCenter: "press", setup: 0.5, teardown: 0.25 }],
        },
      ],
    });
    expect(textOf(of({}), "lid")).toBe("made 4");
    expect(textOf(of({ setupCost: 10 }), "lid")).toBe("made 2");
  });

  test("a work centre without a cost of the hour is named, and costs nothing", () => {
    const costs = costsOf({
      items: [{ id: "lid" }, { id: "plate", unitCost: 1 }],
      boms: [{ item: "lid", lines: [{ item: "plate", quantity: 1 }] }],
      workCenters: [{ id: "press", shifts: [{ from: "06:00", until: "14:00" }] }],
      routings: [{ id: "r", item: "lid", operations: [{ id: "10", workCenter: "press", run: 1 }] }],
    });
    expect(`${costs.unitCost("lid").cost}`).toBe("1");
    expect(costs.withoutRate).toEqual(["press"]);
  });

  test("what a supplier does is an element of its own, components and all", () => {
    const rest = {
      items: [{ id: "axle" }, { id: "bar", unitCost: 3 }, { id: "hub" }],
      boms: [
        { item: "axle", lines: [{ item: "bar", quantity: 2 }] },
        { item: "hub", lines: [{ item: "bar", quantity: 1 }] },
      ],
      suppliers: [{ id: "Plater" }],
      sources: [{ item: "axle", kind: "subcontract", supplier: "Plater", price: 4 }],
      routings: [
        {
          ...{ id: "r", item: "hub" },
          operations: [{ id: "10", subcontract: { supplier: "Plater", leadTime: 2, cost: 5 } }],
        },
      ],
    } as const;
    const costs = costsOf(rest);
    const { elements, origin } = costs.unitCost("axle");
    expect([origin, elements?.material.ratio, elements?.subcontract.ratio]).toEqual([
      "subcontracted",
      "6",
      "4",
    ]);
    expect(costs.unitCost("hub").elements).toMatchObject({
      material: { ratio: "3" },
      subcontract: { ratio: "5" },
      total: { ratio: "8" },
    });
  });

  test("what is transferred costs what it costs where it comes from", () => {
    const rest = {
      sites: [{ id: "plant" }, { id: "shop" }],
      items: [{ id: "nut" }],
      sources: [
        { item: "nut", site: "plant", kind: "buy", price: "1.5" },
        { item: "nut", site: "shop", kind: "transfer", from: "plant" },
      ],
    } as const;
    expect(textOf(rest, "nut", "shop")).toBe("transferred 1.5");
  });

  test("co-products bear their shares, and what states a cost of its own keeps it", () => {
    // An order of oil brings 2 of cake with each litre, which bear a quarter of 12: 3 ÷ 2 each.
    const rest = {
      items: [
        { id: "oil" },
        { id: "cake" },
        { id: "shell", unitCost: 7 },
        { id: "seed", unitCost: 3 },
      ],
      boms: [
        {
          item: "oil",
          lines: [{ item: "seed", quantity: 4 }],
          coProducts: [
            { item: "cake", quantity: 2, costShare: 0.25 },
            { item: "shell", quantity: 1, costShare: 0 },
          ],
        },
      ],
    } as const;
    expect(textOf(rest, "oil")).toBe("made 9");
    expect(textOf(rest, "cake")).toBe("coProduct 1.5");
    expect(textOf(rest, "shell")).toBe("stated 7");
  });

  test("what lacks a price is named and has no cost, nor has what it goes into", () => {
    const costs = costsOf({
      items: [{ id: "cart" }, { id: "wheel" }, { id: "board", unitCost: 1 }],
      boms: [
        {
          item: "cart",
          lines: [
            { item: "wheel", quantity: 4 },
            { item: "board", quantity: 1 },
          ],
        },
      ],
    });
    expect(costs.unitCost("cart").cost).toBe(null);
    expect(costs.unitCost("cart").missing).toEqual(["wheel at main has no price"]);
    expect(costs.missing).toMatchObject([{ item: "wheel", site: "main", reason: "price" }]);
    expect(`${costs.unitCost("board").cost}`).toBe("1");
    expect(costs.unitCost("saddle").missing).toEqual([
      "saddle at main is nothing that the plan knows there",
    ]);
  });

  test("money of another currency counts by the rate of the day, and never without one", () => {
    const rest = {
      items: [{ id: "nut" }],
      sources: [{ item: "nut", kind: "buy", price: 10, currency: "USD" }],
    } as const;
    const rates = [
      { from: "USD", to: "EUR", rate: "0.9" },
      { from: "USD", to: "EUR", rate: "0.8", date: "2026-01-05" },
      { from: "USD", to: "EUR", rate: "0.7", date: "2026-01-06" },
    ];
    expect(`${costsOf(rest, { rates }).unitCost("nut").cost}`).toBe("8");
    const back = [{ from: "EUR", to: "USD", rate: 2 }];
    expect(costsOf(rest, { rates: back }).unitCost("nut").missing).toEqual([
      "nut at main has a price in a currency without a rate",
    ]);
    const inDollars = costsOf(rest, { currency: "USD" }).unitCost("nut");
    expect(`${inDollars.cost} ${inDollars.currency}`).toBe("10 USD");
  });

  test("bills, lines and sources are those of the day", () => {
    const rest = {
      items: [{ id: "cart" }, { id: "old", unitCost: 1 }, { id: "new", unitCost: 2 }],
      boms: [
        { item: "cart", validTo: "2026-02-01", lines: [{ item: "old", quantity: 1 }] },
        { item: "cart", validFrom: "2026-02-01", lines: [{ item: "new", quantity: 1 }] },
      ],
    };
    const on = (asOf: string) => `${costsOf(rest, { asOf }).unitCost("cart").cost}`;
    expect([on("2026-01-31"), on("2026-02-01")]).toEqual(["1", "2"]);
  });

  test("a co-product bears its share of what making costs, where its lead item states a cost, too", () => {
    const lead = { id: "lead", unitCost: 30 };
    const rest = {
      items: [lead, { id: "co" }, { id: "raw", unitCost: 5 }],
      boms: [
        {
          item: "lead",
          lines: [{ item: "raw", quantity: 8 }],
          coProducts: [{ item: "co", quantity: 2, costShare: "0.25" }],
        },
      ],
    } as const;
    // A quarter of 40 for two; the lead item keeps the cost that it states.
    expect(textOf(rest, "co")).toBe("coProduct 5");
    expect(textOf(rest, "lead")).toBe("stated 30");
    const input = { startDate: "2026-01-05", ...rest };
    expect(
      freezeStandards(input, { effectiveFrom: "2026-01-05" }).costs.map((one) => one.item),
    ).toEqual(["co", "lead", "raw"]);
    const unpriced = { ...rest, items: [lead, { id: "co" }, { id: "raw" }] };
    expect(textOf(unpriced, "co")).toBe("coProduct raw at main has no price");
    const selfish = { ...rest, boms: [{ ...rest.boms[0], lines: [{ item: "co", quantity: 1 }] }] };
    expect(textOf(selfish, "co")).toBe("coProduct co at main goes into itself");
  });

  test("a co-product of which the first lead item states a cost takes no share of the second", () => {
    const bill = (item: string, quantity: number) => ({
      ...{ item, lines: [{ item: "raw", quantity }] },
      coProducts: [{ item: "co", quantity: 1, costShare: "0.5" }],
    });
    const rest = {
      items: [{ id: "a", unitCost: 30 }, { id: "b" }, { id: "co" }, { id: "raw", unitCost: 5 }],
      boms: [bill("a", 2), bill("b", 4)],
    };
    expect(textOf(rest, "co")).toBe("coProduct 5");
    expect(textOf(rest, "b")).toBe("made 10");
  });

  test("the same co-product in two rows is one, and its shares add up", () => {
    const rest = {
      items: [{ id: "oil" }, { id: "cake" }, { id: "seed", unitCost: 3 }],
      boms: [
        {
          item: "oil",
          lines: [{ item: "seed", quantity: 4 }],
          coProducts: [
            { item: "cake", quantity: 1, costShare: "1/6" },
            { item: "cake", quantity: 2, costShare: "1/12" },
          ],
        },
      ],
    };
    expect([textOf(rest, "oil"), textOf(rest, "cake")]).toEqual(["made 9", "coProduct 1"]);
  });

  test("with several sites a place of which no row speaks has the cost that the item states, or none", () => {
    const rest = {
      sites: [{ id: "here" }, { id: "there" }],
      items: [{ id: "nut", unitCost: 2 }, { id: "bolt" }],
    };
    expect(textOf(rest, "nut", "there")).toBe("stated 2");
    expect(textOf(rest, "bolt", "there")).toBe("bought bolt at there has no price");
    expect(textOf(rest, "nut")).toBe("null nut at no site is nothing that the plan knows there");
    expect(textOf(rest, "nut", "elsewhere")).toContain("nothing that the plan knows");
  });

  test("what goes into itself has no cost", () => {
    const costs = costsOf({
      conventions: { cycles: "stockOnly" },
      items: [{ id: "dough" }, { id: "starter" }, { id: "bread" }],
      boms: [
        { item: "dough", lines: [{ item: "starter", quantity: 1 }] },
        { item: "starter", lines: [{ item: "dough", quantity: 1 }] },
        { item: "bread", lines: [{ item: "dough", quantity: 1 }] },
      ],
    });
    expect(costs.unitCost("bread").cost).toBe(null);
    expect(costs.missing.map(({ item, reason }) => `${item} ${reason}`)).toEqual([
      "dough loop",
      "starter loop",
    ]);
  });

  test("a co-product of which nothing comes bears no cost of its lead item", () => {
    const rest = {
      items: [{ id: "whey" }, { id: "butter" }, { id: "milk", unitCost: 1 }],
      boms: [
        {
          ...{ item: "butter", lines: [{ item: "milk", quantity: 1 }] },
          coProducts: [{ item: "whey", quantity: 0, costShare: "1/8" }],
        },
      ],
    };
    expect(textOf(rest, "butter")).toBe("made 1");
    expect(costsOf(rest).missing.map(({ item, reason }) => `${item} ${reason}`)).toEqual([
      "whey costShare",
    ]);
  });

  test("what comes with an item that goes into itself has no cost", () => {
    const costs = costsOf({
      conventions: { cycles: "stockOnly" },
      items: [{ id: "whey" }, { id: "butter" }, { id: "milk" }],
      boms: [
        {
          ...{ item: "butter", lines: [{ item: "milk", quantity: 1 }] },
          coProducts: [{ item: "whey", quantity: 1, costShare: "1/8" }],
        },
        { item: "milk", lines: [{ item: "butter", quantity: 1 }] },
      ],
    });
    expect(costs.unitCost("whey").cost).toBe(null);
    expect(costs.unitCost("whey").missing).toEqual(["butter at main goes into itself"]);
  });

  test("a plan and its rows have the same costs, whatever the order of the rows", () => {
    const input: PlanningInput = {
      ...start,
      items: [{ id: "oil" }, { id: "cake" }, { id: "feed" }, { id: "seed", unitCost: 3 }],
      boms: [
        {
          ...{ item: "oil", lines: [{ item: "seed", quantity: 4, scrap: "1/7" }] },
          coProducts: [{ item: "cake", quantity: 3, costShare: "1/3" }],
        },
        { item: "feed", lines: [{ item: "cake", quantity: 2 }] },
      ],
      demands: [{ id: "d", item: "feed", quantity: 1, due: "2026-01-09" }],
    };
    const turned = { ...input, items: input.items!.toReversed(), boms: input.boms!.toReversed() };
    const all = [
      standardCosts(planRequirements(input)),
      standardCosts(input),
      standardCosts(turned),
    ];
    // A third of 12 × 8/7 for 3 of cake, 2 of which are the feed.
    expect(all.map((costs) => costs.unitCost("feed").elements?.total.ratio)).toEqual([
      ...["64/21", "64/21", "64/21"],
    ]);
  });

  test("what is wrong with rows or options is refused", () => {
    expect(() => standardCosts({ startDate: "never" })).toThrow("startDate");
    expect(() => standardCosts(start, { rates: [{ from: "A", to: "B", rate: 0 }] })).toThrow(
      "rates[0].rate",
    );
  });

  test("what is asked for by something that is no id is refused, as frozen standards refuse it", () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const hostile = [10n, circle, 5, null, ""] as unknown as readonly string[];
    const rolled = costsOf({ items: [{ id: "wheel", unitCost: 3 }] });
    const version = { effectiveFrom: "2026-01-01", currency: "EUR" };
    const costs = [{ item: "wheel", cost: 3 }];
    const frozen = frozenStandards([{ ...version, costs }]).on("2026-01-05");
    for (const book of [rolled, frozen]) {
      const nothing = undefined as unknown as string;
      expect(issuesOf(() => book.unitCost(nothing))).toEqual(["missingField item"]);
      for (const name of hostile) {
        const item = ["invalidType item"];
        expect(issuesOf(() => book.unitCost(name))).toEqual(item);
        expect(issuesOf(() => book.exactCost(name))).toEqual(item);
        expect(issuesOf(() => book.stockUnits(name, undefined))).toEqual(item);
        expect(issuesOf(() => book.unitCost("wheel", name))).toEqual(["invalidType site"]);
        expect(issuesOf(() => book.exactCost("wheel", name))).toEqual(["invalidType site"]);
        expect(issuesOf(() => book.stockUnits("wheel", name))).toEqual(["invalidType unit"]);
      }
    }
    expect(issuesOf(() => rolled.exactParts?.(hostile[0]!, hostile[1]!))).toEqual([
      "invalidType item",
      "invalidType site",
    ]);
  });
});
