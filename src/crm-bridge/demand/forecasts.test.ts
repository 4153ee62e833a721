import { planRequirements } from "orlicky";
import { describe, expect, test } from "vitest";
import {
  demandOf,
  line,
  march,
  opportunity,
  order,
  quote,
  reasons,
  texts,
} from "../../../test/support/crm/bell.js";

const of = { forecast: "March" };
const left = (demand: ReturnType<typeof demandOf>) =>
  demand.forecasts.map(({ forecast, taken, left: rest }) => `${forecast}: ${taken} + ${rest}`);

describe("A deal takes its quantity from the forecast that it names", () => {
  const forecasts = [march(100)];

  test("the forecast shrinks, and the deal is demand that no order consumes", () => {
    const opportunities = [opportunity("A", 30, { ...of, probability: "0.9" })];
    const demand = demandOf({ opportunities, forecasts });
    expect(texts(demand)).toEqual([
      ...["March: 70 on 2026-03-01", "A: 30 on 2026-03-20, consumes 0"],
    ]);
  });

  test("an expected deal takes what counts of it, one below the threshold nothing", () => {
    const opportunities = [opportunity("A", 30, { ...of, probability: "0.4" })];
    expect(left(demandOf({ opportunities, forecasts }))).toEqual(["March: 0 + 100"]);
    const expected = demandOf({ opportunities, forecasts }, { deals: { use: "expected" } });
    expect(left(expected)).toEqual(["March: 12 + 88"]);
  });

  test("an order takes all that was ordered, also what is shipped, and may not consume it again", () => {
    const lines = [{ ...line(30), shipped: 10 }];
    const demand = demandOf({ orders: [order("A", 30, { ...of, lines })], forecasts });
    expect(texts(demand)).toEqual([
      ...["March: 70 on 2026-03-01", "A: 30 on 2026-03-20, shipped 10, consumes 0"],
    ]);
    expect(demand.account.at(0)?.takenFrom.map(({ quantity }) => `${quantity}`)).toEqual(["30"]);
  });

  test("an order that shipped more than was ordered takes that, open or closed", () => {
    for (const status of ["open", "closed"] as const) {
      const lines = [{ ...line(4), shipped: 6 }];
      const demand = demandOf({ orders: [order("A", 4, { ...of, status, lines })], forecasts });
      expect(left(demand)).toEqual(["March: 6 + 94"]);
    }
  });

  test("an order is part of the forecast of the deal that it came from", () => {
    const opportunities = [opportunity("deal", 30, of)];
    const quotes = [quote("Q", 25, { opportunity: "deal" })];
    const orders = [order("A", 20, { quote: "Q" })];
    expect(left(demandOf({ opportunities, quotes, orders, forecasts }))).toEqual([
      "March: 20 + 80",
    ]);
  });

  test("each line is part of the forecast of its own product, whichever of the deal's records names it", () => {
    const products = [{ id: "bicycle", decimals: 0 }, { id: "bell" }];
    const bells = march(300, { id: "bells", product: "bell" });
    const lines = [line(20), { ...line(40, "bell"), id: "2" }];
    const opportunities = [opportunity("deal", 1, { ...of, lines })];
    const orders = [order("A", 1, { opportunity: "deal", forecast: "bells", lines })];
    const demand = demandOf({ products, opportunities, orders, forecasts: [march(100), bells] });
    expect(left(demand)).toEqual(["March: 20 + 80", "bells: 40 + 260"]);
  });

  test("a lost deal gives its part back", () => {
    const opportunities = [opportunity("A", 30, { ...of, status: "lost" })];
    expect(left(demandOf({ opportunities, forecasts }))).toEqual(["March: 0 + 100"]);
  });

  test("a closed order keeps what it shipped, and all of it where it does not say", () => {
    const closed = { ...of, status: "closed" } as const;
    const orders = [
      order("A", 30, closed),
      order("B", 30, { ...closed, lines: [{ ...line(30), shipped: 5 }] }),
    ];
    expect(left(demandOf({ orders, forecasts }))).toEqual(["March: 35 + 65"]);
  });

  test("down to nothing: orders first, then quotes, then opportunities; the account says what is over", () => {
    const demand = demandOf({
      opportunities: [opportunity("O", 50, { ...of, probability: 1 })],
      quotes: [quote("Q", 40, { ...of, probability: 1 })],
      orders: [order("B", 30, of), order("A", 20, of)],
      forecasts,
    });
    expect(demand.forecasts[0]?.takenBy.map((one) => `${one.record.id} ${one.quantity}`)).toEqual([
      ...["A 20", "B 30", "Q 40", "O 10"],
    ]);
    expect(demand.account.map(({ record, over }) => `${record.id} ${over}`)).toEqual([
      ...["O 40", "Q 0", "A 0", "B 0", "March 0"],
    ]);
    expect(texts(demand)).toContain("O: 50 on 2026-03-20, consumes 0");
    expect(reasons(demand).at(-1)).toBe('March [1,"submitted"]: 0, forecast');
  });

  test("an order that took a part consumes with the rest in the plan", () => {
    const demand = demandOf({ orders: [order("A", 130, of)], forecasts });
    expect(texts(demand)).toEqual(["A: 130 on 2026-03-20, consumes 30"]);
  });

  test("of a forecast of 100 the plan makes 100, with a deal of 30 and an order of 20 that name it and 10 beside them", () => {
    const { demands } = demandOf({
      opportunities: [opportunity("O", 30, { ...of, probability: 1 })],
      orders: [order("A", 20, of), order("B", 10)],
      forecasts: [march(100)],
    });
    const items = [{ id: "bicycle", decimals: 0 }];
    const plan = planRequirements({ startDate: "2026-03-02", items, demands });
    // B consumes 10 of the 50 that are left, so all is as sales said: 30 + 20 + 10 + 40.
    expect(Array.from(plan.orders, ({ due, quantity }) => `${due} ${quantity}`)).toEqual([
      ...["2026-03-02 40", "2026-03-20 60"],
    ]);
  });
});

describe("The pipeline may match forecasts that nothing names", () => {
  const forecasts = [
    march(40, { id: "all" }),
    march(30, { id: "Bell's", account: "Bell" }),
    march(20, { id: "key", customerClass: "key" }),
    march(50, { id: "April", from: "2026-04-01", until: "2026-04-30" }),
  ];
  const accounts = [{ id: "Bell", customerClass: "key" }, { id: "Cole" }];

  test("by product, customer and day: of the customer before of the class before of all", () => {
    const orders = [order("A", 65), order("B", 10, { account: "Cole" })];
    const linked = demandOf({ accounts, orders, forecasts });
    expect(left(linked)).toEqual(["April: 0 + 50", "Bell's: 0 + 30", "all: 0 + 40", "key: 0 + 20"]);
    const matching = demandOf({ accounts, orders, forecasts }, { pipeline: "matching" });
    expect(left(matching)).toEqual([
      ...["April: 0 + 50", "Bell's: 30 + 0", "all: 25 + 15", "key: 20 + 0"],
    ]);
  });

  test("what names a forecast takes from that one alone", () => {
    const orders = [order("A", 65, { forecast: "key" })];
    const demand = demandOf({ accounts, orders, forecasts }, { pipeline: "matching" });
    expect(demand.account[0]?.takenFrom.map((one) => `${one.forecast} ${one.quantity}`)).toEqual([
      "key 20",
    ]);
    expect(`${demand.account[0]?.over}`).toBe("45");
  });

  test("a deal that slips leaves March and takes from April", () => {
    const opportunities = [opportunity("O", 12, { probability: 1 })];
    const demand = demandOf(
      { accounts, opportunities, forecasts },
      { pipeline: "matching", slipDays: 14 },
    );
    expect(left(demand)[0]).toBe("April: 12 + 38");
  });
});

describe("Of the versions of a forecast one counts", () => {
  const versions = [
    march(90, { version: 3 }),
    march(80, { version: 1, status: "adjusted" }),
    march(85, { version: 2, status: "adjusted" }),
  ];

  test("the highest of the preferred status, else of the other", () => {
    const adjusted = demandOf({ forecasts: versions });
    expect(reasons(adjusted)).toEqual([
      'March [1,"adjusted"]: 0, outdated by March',
      'March [2,"adjusted"]: 85, forecast',
      'March [3,"submitted"]: 0, outdated by March',
    ]);
    const submitted = demandOf({ forecasts: versions }, { forecast: { prefer: "submitted" } });
    expect(texts(submitted)).toEqual(["March: 90 on 2026-03-01"]);
    expect(texts(demandOf({ forecasts: [march(90)] }))).toEqual(["March: 90 on 2026-03-01"]);
  });
});

describe("A campaign adds to forecast", () => {
  const days = { from: "2026-03-22", until: "2026-04-10" };
  const campaign = (adds: { uplift: number | string } | { quantity: number }) => ({
    ...{ id: "spring", product: "bicycle", ...days },
    ...adds,
  });
  const april = march(60, { id: "April", from: "2026-04-01", until: "2026-04-30" });

  test("an uplift: a part of what the forecast says of its days", () => {
    const campaigns = [campaign({ uplift: "0.5" })];
    const demand = demandOf({ forecasts: [march(93), april], campaigns });
    // 93 × 10 of 31 days × 0.5 = 15, 60 × 10 of 30 days × 0.5 = 10.
    expect(texts(demand)).toEqual(["April: 70 on 2026-04-01", "March: 108 on 2026-03-01"]);
    expect(reasons(demand).at(-1)).toBe("spring: 0, campaign");
    expect(`${demand.account.at(-1)?.quantity}`).toBe("25");
  });

  test("a quantity: evenly over its days, and by itself where there is no forecast", () => {
    const campaigns = [campaign({ quantity: 41 })];
    const demand = demandOf({ forecasts: [march(93)], campaigns });
    // Ten of its twenty days lie in March: 20.5 and 20.5, and the tie goes to the days without.
    expect(texts(demand)).toEqual(["spring: 21 on 2026-04-01", "March: 113 on 2026-03-01"]);
    expect(demand.demands[0]).toMatchObject({ until: "2026-04-10", kind: "forecast" });
    expect(left(demand)).toEqual(["March: 0 + 113"]);
  });

  test("an uplift of nothing is nothing, and the account says so", () => {
    const demand = demandOf({ campaigns: [campaign({ uplift: 1 })] });
    expect(texts(demand)).toEqual([]);
    expect(reasons(demand)).toEqual(["spring: 0, noForecast"]);
  });

  test("deals take from what a campaign added as well", () => {
    const campaigns = [campaign({ uplift: 1 })];
    const opportunities = [opportunity("O", 120, { ...of, probability: 1 })];
    expect(left(demandOf({ forecasts: [march(93)], campaigns, opportunities }))).toEqual([
      "March: 120 + 3",
    ]);
  });
});
