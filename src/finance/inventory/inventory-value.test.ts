import { describe, expect, test } from "vitest";
import type { PlanningInputError } from "../../core/index.js";
import { type Plan, type PlanningInput, planRequirements } from "../../mrp/index.js";
import { standardCosts } from "../standard-costs/index.js";
import { type InventoryValueOptions, inventoryValue, stockLayers } from "./index.js";

const rates = [
  { from: "CHF", to: "EUR", rate: "1/3" },
  { from: "USD", to: "EUR", rate: "0.9" },
  { from: "USD", to: "EUR", rate: "0.8", date: "2026-01-10" },
];

const wheels: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-02-15",
  currency: "EUR",
  items: [{ id: "wheel", family: "round", onHand: 10, unitCost: 12, leadTime: 3, decimals: 0 }],
  sources: [
    {
      ...{ item: "wheel", kind: "buy", price: 15, currency: "USD" },
      priceBreaks: [{ from: 40, price: 10 }],
    },
  ],
  demands: [
    { id: "first", item: "wheel", quantity: 15, due: "2026-01-12" },
    { id: "second", item: "wheel", quantity: 40, due: "2026-02-02" },
  ],
};

function stockValueOf(of: PlanningInput | Plan, options: Partial<InventoryValueOptions> = {}) {
  const plan = "orders" in of ? of : planRequirements(of as PlanningInput);
  const costs = standardCosts(plan, { rates, currency: "EUR" });
  return inventoryValue(plan, { costs, rates, ...options });
}

const textsOf = (value: ReturnType<typeof stockValueOf>) =>
  value.rows.map(
    ({ from, opening, receipts, issues, closing }) =>
      `${from}: ${opening} + ${receipts} - ${issues} = ${closing}`,
  );

const issuesOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    return (error as PlanningInputError).issues.map(({ code, path }) => [code, path.join(".")]);
  }
  return undefined;
};

describe("The value of stock", () => {
  test("at standard cost: quantity × standard, whatever was paid", () => {
    expect(textsOf(stockValueOf(wheels, { bucket: "month" }))).toEqual([
      "2026-01-01: 120 + 60 - 180 = 0",
      "2026-02-01: 0 + 480 - 480 = 0",
    ]);
  });

  test("a planned order comes in at the price for so much, by the rate of the day on which it is ordered", () => {
    // 5 wheels ordered on the 9th at 15 × 0.9, and 40 ordered on the 30th at 10 × 0.8.
    for (const method of ["fifo", "movingAverage"] as const) {
      expect(textsOf(stockValueOf(wheels, { method, bucket: "month" }))).toEqual([
        "2026-01-01: 120 + 67.5 - 187.5 = 0",
        "2026-02-01: 0 + 320 - 320 = 0",
      ]);
    }
  });

  test("of a lot with yield all that is started is paid, to the last cent, and good units bear it", () => {
    const [item] = wheels.items!;
    const input = { ...wheels, items: [{ ...item!, onHand: 0, yield: "7/9", safetyStock: 4 }] };
    const plan = planRequirements(input);
    for (const method of ["fifo", "movingAverage"] as const) {
      const value = stockValueOf(plan, { method, by: ["item"] });
      const paid = [...plan.orders].map(({ price, orderDate }) =>
        price!.amount.times(orderDate < "2026-01-10" ? "0.9" : "0.8"),
      );
      expect(plan.orders.length).toBe(3);
      expect(`${value.rows[0]?.receipts}`).toBe(`${paid.reduce((sum, one) => sum.plus(one))}`);
      expect(`${value.rows[0]?.closingQuantity}`).toBe("4");
    }
  });

  test("open supply, production and transfers come in at standard cost", () => {
    const value = stockValueOf(
      {
        ...wheels,
        sites: [{ id: "plant" }, { id: "shop" }],
        items: [
          { id: "cart", unitCost: 100 },
          { id: "wheel", unitCost: 12 },
        ],
        itemSites: [{ item: "cart", site: "shop", unitCost: 110 }],
        boms: [{ item: "cart", site: "plant", lines: [{ item: "wheel", quantity: 4 }] }],
        sources: [
          { item: "cart", site: "plant", kind: "make", price: 7 },
          { item: "cart", site: "shop", kind: "transfer", from: "plant", price: 3 },
        ],
        supplies: [
          ...[{ id: "s1", item: "wheel", site: "plant", quantity: 4, due: "2026-01-09" }].map(
            (row) => ({ ...row, kind: "purchase" as const }),
          ),
        ],
        demands: [{ id: "d1", item: "cart", site: "shop", quantity: 1, due: "2026-01-15" }],
      },
      { method: "fifo", by: ["item", "site"] },
    );
    expect(
      value.rows.map((row) => `${row.item} ${row.site} ${row.receipts} ${row.issues}`),
    ).toEqual(["cart plant 100 100", "cart shop 110 110", "wheel plant 48 48"]);
  });

  test("what is there costs what its layers say, the oldest at standard where they do not reach", () => {
    const layers = [
      { item: "wheel", quantity: 3, unitCost: 20, date: "2026-01-03" },
      { item: "wheel", quantity: 2, unitCost: 30, date: "2025-12-30" },
    ];
    const value = stockValueOf(wheels, { method: "fifo", openingLayers: layers });
    expect(`${value.rows[0]?.opening}`).toBe(`${5 * 12 + 2 * 30 + 3 * 20}`);
    const opening = value.drill(value.rows[0]!).map(({ cause, amount }) => `${cause} ${amount}`);
    expect(opening[0]).toBe("opening 180");
    const more = layers.map((layer) => ({ ...layer, quantity: 8 }));
    const last = stockValueOf(wheels, { method: "movingAverage", openingLayers: more });
    expect(`${last.rows[0]?.opening}`).toBe(`${2 * 30 + 8 * 20}`);
    expect(`${stockValueOf(wheels, { openingLayers: more }).rows[0]?.opening}`).toBe("120");
  });

  test("first in, first out: what goes out takes the oldest layers", () => {
    const openingLayers = [
      { item: "wheel", quantity: 4, unitCost: 20 },
      { item: "wheel", quantity: 6, unitCost: 30 },
    ];
    const demands = [{ id: "d1", item: "wheel", quantity: 5, due: "2026-01-12" }];
    const input = { ...wheels, demands };
    const value = stockValueOf(input, { method: "fifo", openingLayers });
    expect(textsOf(value)).toEqual(["2026-01-05: 260 + 0 - 110 = 150"]);
    const average = stockValueOf(input, { method: "movingAverage", openingLayers });
    expect(textsOf(average)).toEqual(["2026-01-05: 260 + 0 - 130 = 130"]);
  });

  test("stock below nothing is worth less than nothing, at standard cost, until something comes", () => {
    const [item] = wheels.items!;
    const input: PlanningInput = {
      ...wheels,
      items: [{ ...item!, onHand: -2, leadTime: 7, leadTimeBasis: "calendar" }],
      conventions: { pastDue: "forward" },
      demands: [{ id: "d1", item: "wheel", quantity: 3, due: "2026-01-06" }],
    };
    const value = stockValueOf(input, { method: "fifo", bucket: "week", by: ["item"] });
    expect(textsOf(value).slice(0, 2)).toEqual([
      "2026-01-05: -24 + 0 - 36 = -60",
      "2026-01-12: -60 + 67.5 - 7.5 = 0",
    ]);
    expect(value.rows.map(({ closingQuantity }) => `${closingQuantity}`).slice(0, 2)).toEqual([
      "-5",
      "0",
    ]);
    expect(value.drill(value.rows[1]!).map(({ cause, amount }) => `${cause} ${amount}`)).toEqual([
      "order 27",
      "correction -3",
      "order 40.5",
      "correction -4.5",
    ]);
  });

  test("what has no cost is in no row, and named; without any movement nothing is missing", () => {
    const { rows, missing } = stockValueOf({
      ...wheels,
      items: [...wheels.items!, { id: "bell", onHand: 3 }, { id: "horn" }],
    });
    expect(rows.map(({ opening }) => `${opening}`)).toEqual(["120"]);
    expect(missing.map(({ item, reason }) => [item, reason])).toEqual([["bell", "standardCost"]]);
    const costs = standardCosts(planRequirements(wheels));
    const plan = planRequirements(wheels);
    expect(
      inventoryValue(plan, { costs, method: "fifo" }).missing.map(({ reason }) => reason),
    ).toEqual(["rate"]);
  });
});

describe("Rows of stock values", () => {
  const thirds: PlanningInput = {
    startDate: "2026-01-05",
    horizonEnd: "2026-01-31",
    currency: "CHF",
    items: ["hub", "rim", "tyre"].map((id) => ({
      ...{ id, decimals: 0, onHand: 1, unitCost: 1, family: id === "rim" ? "flat" : "round" },
    })),
    demands: [{ id: "d1", item: "hub", quantity: 1, due: "2026-01-20" }],
  };

  test("go by bucket, then key, and cover the horizon", () => {
    const { rows } = stockValueOf(wheels, { bucket: "week", by: ["family"] });
    expect(rows.map(({ family, from, until }) => `${family} ${from} ${until}`)).toEqual([
      "round 2026-01-05 2026-01-12",
      "round 2026-01-12 2026-01-19",
      "round 2026-01-19 2026-01-26",
      "round 2026-01-26 2026-02-02",
      "round 2026-02-02 2026-02-09",
      "round 2026-02-09 2026-02-16",
    ]);
    expect(rows[0]?.closingQuantity).toBe(null);
    const [all] = stockValueOf(wheels).rows;
    expect([all?.from, all?.until]).toEqual(["2026-01-05", "2026-02-16"]);
  });

  test("rounded by stocking point they add up to the same in every grouping", () => {
    const round = { decimals: 2, on: "stockingPoints" } as const;
    const items = stockValueOf(thirds, { by: ["item"], round });
    expect(items.rows.map(({ item, closing }) => `${item} ${closing}`)).toEqual([
      "hub 0",
      "rim 0.33",
      "tyre 0.33",
    ]);
    expect(textsOf(stockValueOf(thirds, { round }))).toEqual([
      "2026-01-05: 0.99 + 0 - 0.33 = 0.66",
    ]);
  });

  test("rounded on the total they are split from it by largest remainder", () => {
    const round = { decimals: 2, on: "total" } as const;
    expect(textsOf(stockValueOf(thirds, { round }))).toEqual(["2026-01-05: 1 + 0 - 0.33 = 0.67"]);
    const items = stockValueOf(thirds, { by: ["item"], round });
    expect(items.rows.map(({ opening, closing }) => `${opening} ${closing}`)).toEqual([
      "0.34 0",
      "0.33 0.34",
      "0.33 0.33",
    ]);
  });

  test("exact rows end after 24 decimals, and add up there", () => {
    expect(textsOf(stockValueOf(thirds))).toEqual([
      "2026-01-05: 1 + 0 - 0.333333333333333333333333 = 0.666666666666666666666667",
    ]);
  });

  test("are looked into: each movement with its order, supply or demand", () => {
    const value = stockValueOf(wheels, { method: "fifo", bucket: "month", by: ["item"] });
    expect(
      value.drill(value.rows[0]!).map(({ date, side, order, demand, quantity, amount }) => ({
        ...{ date, side, order: order !== null, demand, of: `${quantity} for ${amount}` },
      })),
    ).toEqual([
      { date: "2026-01-05", side: "opening", order: false, demand: null, of: "10 for 120" },
      { date: "2026-01-12", side: "receipts", order: true, demand: null, of: "5 for 67.5" },
      { date: "2026-01-12", side: "issues", order: false, demand: "first", of: "-15 for -187.5" },
    ]);
    expect(issuesOf(() => value.drill({ ...value.rows[0] }))).toEqual([["unknownId", "row"]]);
  });

  test("an opening layer cannot have come after the planning start", () => {
    const layer = { item: "wheel", quantity: 2, unitCost: 70 };
    const openingLayers = [
      { ...layer, date: "2026-01-05" },
      { ...layer, date: "2026-03-01" },
    ];
    for (const method of ["standard", "movingAverage", "fifo"] as const) {
      expect(issuesOf(() => stockValueOf(wheels, { openingLayers, method }))).toEqual([
        ["outOfRange", "openingLayers.1.date"],
      ]);
    }
    expect(textsOf(stockValueOf(wheels, { openingLayers: openingLayers.slice(0, 1) })).length).toBe(
      1,
    );
  });

  test("layers are of a day of the plan: of what was before, or is after, it knows nothing", () => {
    const plan = planRequirements(wheels);
    const costs = standardCosts(plan);
    const layersOn = (on: string) => stockLayers(plan, { costs, item: "wheel", on });
    const last = plan.horizonEnd;
    const after = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    for (const on of ["2026-01-04", after]) {
      expect(issuesOf(() => layersOn(on))).toEqual([["outOfRange", "on"]]);
    }
    expect(layersOn("2026-01-05")?.map(({ quantity }) => `${quantity}`)).toEqual(["10"]);
    expect(layersOn(last)).toEqual(stockLayers(plan, { costs, item: "wheel" }));
  });

  test("every mistake of the options is named", () => {
    const plan = planRequirements(wheels);
    const asked = {
      method: "lifo",
      by: ["colour"],
      bucket: "decade",
      round: { decimals: 13, on: "postings" },
      openingLayers: [{ item: "wheel", quantity: -1, unitCost: "x" }],
    };
    expect(issuesOf(() => inventoryValue(plan, asked as never))).toEqual([
      ["missingField", "costs"],
      ["outOfRange", "openingLayers.0.quantity"],
      ["invalidQuantity", "openingLayers.0.unitCost"],
      ["outOfRange", "method"],
      ["outOfRange", "by.0"],
      ["outOfRange", "bucket"],
      ["outOfRange", "round.decimals"],
      ["outOfRange", "round.on"],
    ]);
    const openingLayers = [
      { item: "bell", quantity: 1, unitCost: 1 },
      { item: "wheel", quantity: "0.5", unitCost: 1 },
    ];
    expect(issuesOf(() => stockValueOf(plan, { openingLayers }))).toEqual([
      ["unknownId", "openingLayers.0.item"],
      ["tooFine", "openingLayers.1.quantity"],
    ]);
  });
});
