import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../../core/index.js";
import type { PlanningInput } from "../../mrp/index.js";
import { readCrmRecords } from "../records/index.js";
import type { CrmRecordsInput } from "../schema/index.js";
import { costPercentiles } from "./cost-percentiles.js";
import { drawScenarios } from "./draw-scenarios.js";
import { enumerateScenarios } from "./enumerate-scenarios.js";
import { planScenarios } from "./plan-scenarios.js";
import { requirementPercentiles } from "./requirement-percentiles.js";
import type { ScenarioPolicy } from "./scenario-deals.js";

const policy: ScenarioPolicy = {
  asOf: "2026-03-02",
  needDate: { from: "requested" },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "excluded",
};

type Opportunity = NonNullable<CrmRecordsInput["opportunities"]>[number];

const deal = (id: string, probability: number | string, quantity = 10): Opportunity => ({
  ...{ id, account: "Bell", stage: "offer", status: "open", probability },
  ...{ closeDate: "2026-03-10", requestedDate: "2026-03-20" },
  lines: [{ id: "1", product: "bicycle", quantity }],
});

const records = (opportunities: readonly Opportunity[], others: CrmRecordsInput = {}) =>
  readCrmRecords({
    accounts: [{ id: "Bell" }],
    products: [{ id: "bicycle", decimals: 0 }],
    opportunities,
    ...others,
  });

const input: PlanningInput = {
  startDate: "2026-03-02",
  currency: "EUR",
  items: [
    { id: "bicycle", decimals: 0, leadTime: 3 },
    { id: "wheel", decimals: 0, leadTime: 5 },
  ],
  boms: [{ item: "bicycle", lines: [{ item: "wheel", quantity: 2 }] }],
  sources: [{ item: "wheel", kind: "buy", price: 20, priceBreaks: [{ from: 50, price: "17.5" }] }],
};

const coming = ({ outcomes }: ReturnType<typeof drawScenarios>) =>
  outcomes.map((one) => `${one.coming.map((each) => each.deal).join(" ")}: ${one.weight}`);
const named = (id: string) => JSON.stringify(["opportunities", id]);

function refusalOf(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
  return [];
}

describe("Scenarios of a pipeline (K65)", () => {
  test("a deal of probability 0 never comes, one of 1 always does", () => {
    const of = records([deal("never", 0), deal("always", 1)]);
    const always = `${named("always")}: `;
    expect(coming(drawScenarios(of, policy, { seed: 3, draws: 500 }))).toEqual([`${always}500`]);
    expect(coming(enumerateScenarios(of, policy))).toEqual([`${always}1`]);
  });

  test("a third comes in about a third of the draws", () => {
    const { outcomes } = drawScenarios(records([deal("a", "1/3")]), policy, {
      seed: 1,
      draws: 30_000,
    });
    const came = outcomes.find((one) => one.coming.length === 1)!;
    // Five standard deviations of 30,000 draws are 408.
    expect(Math.abs(Number(came.weight) - 10_000)).toBeLessThan(408);
  });

  test("probabilities by stage take the place of what the records say", () => {
    const of = records([deal("a", 0)]);
    const { deals } = enumerateScenarios(of, { ...policy, probabilities: { offer: "2/6" } });
    expect(deals).toEqual([{ deal: named("a"), probability: "1/3" }]);
  });

  test("what is ordered is certain, and a quote without a probability is named", () => {
    const quote = {
      ...{ id: "Q", account: "Bell", version: 1, status: "sent" as const, date: "2026-03-01" },
      ...{ requestedDate: "2026-03-20", lines: [{ id: "1", product: "bicycle", quantity: 3 }] },
    };
    const order = { ...quote, id: "O", status: "open" as const, version: undefined };
    const { version: _, ...ordered } = order;
    const of = records([], { quotes: [quote], orders: [ordered] });
    const scenarios = enumerateScenarios(of, policy);
    expect(scenarios.deals).toEqual([]);
    expect(scenarios.withoutProbability).toEqual([JSON.stringify(["quotes", "Q"])]);
    const planned = planScenarios(scenarios, input, { bucket: "month" });
    expect(
      requirementPercentiles(planned, [0, 1]).map((row) => `${row.item} ${row.quantities}`),
    ).toEqual(["bicycle 3,3", "wheel 6,6"]);
  });

  test("a deal that comes takes its part of the forecast, and gives it back when it does not", () => {
    const forecast = {
      ...{ id: "F", product: "bicycle", from: "2026-03-20", until: "2026-03-20", quantity: 15 },
      ...{ version: 1, status: "submitted" as const },
    };
    const of = records([{ ...deal("a", 0.5, 20), forecast: "F" }], { forecasts: [forecast] });
    const planned = planScenarios(enumerateScenarios(of, policy), input, { bucket: "month" });
    const [bicycle] = requirementPercentiles(planned, [0.5, 1]);
    expect(bicycle?.quantities.map(Number)).toEqual([15, 20]);
  });

  test("slips are drawn for each deal, and move its need", () => {
    const of = records([deal("a", 1)]);
    const planned = planScenarios(enumerateScenarios(of, policy, { slip: [0, 0, 0, 20] }), input, {
      bucket: "month",
      items: ["bicycle"],
    });
    expect(planned.outcomes.map(({ weight }) => weight)).toEqual([3n, 1n]);
    const rows = requirementPercentiles(planned, [0.25, 0.75, 0.8]);
    // In March three times of four; in April once.
    expect(rows.map(({ date, quantities }) => [date, ...quantities.map(Number)])).toEqual([
      ["2026-03-02", 0, 10, 10],
      ["2026-04-01", 0, 0, 10],
    ]);
  });
});

describe("What material costs in scenarios (K65)", () => {
  const two = enumerateScenarios(records([deal("a", 0.5), deal("b", 0.5, 20)]), policy);
  const costs = (of: PlanningInput) =>
    costPercentiles(planScenarios(two, of, { bucket: "month" }), [0.25, 0.5, 0.75, 1]);

  test("is what sources ask for what is ordered, by price break", () => {
    // Nothing; 20 wheels at 20; 40 at 20; 60 at 17.5.
    expect(
      costs(input).currencies.map(({ currency, amounts }) => [currency, `${amounts}`]),
    ).toEqual([["EUR", "0,400,800,1050"]]);
  });

  test("is the unit cost, at a site before the item's own, where no source has a price", () => {
    const { sources: _, ...others } = input;
    const [bicycle, wheel] = input.items!;
    const items = [bicycle!, { ...wheel!, unitCost: "0.1" }];
    expect(`${costs({ ...others, items }).currencies[0]?.amounts}`).toBe("0,2,4,6");
    const itemSites = [{ item: "wheel", unitCost: 3 }];
    expect(`${costs({ ...others, items, itemSites }).currencies[0]?.amounts}`).toBe("0,60,120,180");
  });

  test("is unknown where a price is missing, which is listed", () => {
    const saddle = { item: "saddle", quantity: 1 };
    const lines = [...input.boms![0]!.lines, saddle];
    const found = costs({
      ...input,
      items: [...input.items!, { id: "saddle", unitCost: 5 }],
      boms: [{ item: "bicycle", lines }],
      suppliers: [{ id: "Brook" }],
      sources: [
        ...input.sources!,
        // What a subcontractor asks is not what the item costs in all.
        { item: "saddle", kind: "subcontract", supplier: "Brook" },
      ],
    });
    expect(found.missing).toEqual([
      { item: "saddle", site: "main", kind: "subcontract", supplier: "Brook" },
    ]);
    const [euros] = found.currencies;
    expect([`${euros?.priced}`, euros?.amounts]).toEqual(["0,400,800,1050", null]);
  });

  test("stands by currency", () => {
    const sources = [{ ...input.sources![0]!, currency: "USD" }];
    const items = [...input.items!, { id: "bell", unitCost: 2 }];
    const boms = [
      { item: "bicycle", lines: [...input.boms![0]!.lines, { item: "bell", quantity: 1 }] },
    ];
    const { currencies } = costs({ ...input, items, boms, sources });
    expect(currencies.map(({ currency, amounts }) => `${currency} ${amounts}`)).toEqual([
      "EUR 0,20,40,60",
      "USD 0,400,800,1050",
    ]);
  });
});

describe("What is no scenario", () => {
  const of = records([deal("a", 0.5)]);

  test("is refused with everything that is wrong", () => {
    const wrong = { seed: -1, draws: 0, slip: [] };
    expect(refusalOf(() => drawScenarios(of, policy, wrong))).toEqual([
      "outOfRange seed",
      "outOfRange draws",
      "outOfRange slip",
    ]);
    expect(refusalOf(() => drawScenarios(of, policy, undefined as never))).not.toEqual([]);
    expect(refusalOf(() => enumerateScenarios(of, policy, { slip: [0.5] }))).toEqual([
      "invalidType slip.0",
    ]);
  });

  test("is refused with a policy that is none, or decides what scenarios decide", () => {
    const refused = (wrong: unknown) => refusalOf(() => enumerateScenarios(of, wrong as never));
    expect(refused(undefined)).toEqual(["missingField policy"]);
    expect(refused({ ...policy, slipDays: 3, deals: { use: "expected" } })).toEqual([
      "unknownField policy.deals",
      "unknownField policy.slipDays",
    ]);
    expect(refused({ ...policy, pipeline: "all", asOf: "2026-02-30" })).toEqual([
      "invalidDate asOf",
      "outOfRange pipeline",
    ]);
  });

  test("seventeen deals are too many to go through, sixteen are not", () => {
    const many = (count: number) =>
      records(Array.from({ length: count }, (_, n) => deal(`${n}`, 0.5)));
    expect(enumerateScenarios(many(16), policy).outcomes.length).toBe(65_536);
    expect(refusalOf(() => enumerateScenarios(many(17), policy))).toEqual(["outOfRange records"]);
  });

  test("a plan of another day, an unsound input, and shares that are none", () => {
    const scenarios = enumerateScenarios(of, policy);
    const options = { bucket: "week" } as const;
    const startDate = "2026-03-03";
    expect(refusalOf(() => planScenarios(scenarios, { ...input, startDate }, options))).toEqual([
      "contradiction startDate",
    ]);
    for (const broken of [null, { ...input, items: 5 }, { ...input, boms: [null] }]) {
      expect(refusalOf(() => planScenarios(scenarios, broken as never, options))).not.toEqual([]);
    }
    expect(refusalOf(() => planScenarios(scenarios, input, { bucket: "year" as never }))).toEqual([
      "outOfRange bucket",
    ]);
    const planned = planScenarios(scenarios, input, options);
    expect(refusalOf(() => requirementPercentiles(planned, [-1, "half"]))).toEqual([
      "outOfRange shares.0",
      "invalidQuantity shares.1",
    ]);
    expect(refusalOf(() => costPercentiles(planned, 5 as never))).toEqual(["invalidType shares"]);
  });
});

describe("An input of scenarios is refused", () => {
  const options = { bucket: "month" } as const;

  test("when it has a row of a deal already, whatever comes first", () => {
    const id = JSON.stringify(["opportunity", "a", "1"]);
    const demands = [{ id, item: "bicycle", quantity: 3, due: "2026-03-20" }];
    for (const probability of [0.5, 1]) {
      const scenarios = enumerateScenarios(records([deal("a", probability)]), policy);
      expect(refusalOf(() => planScenarios(scenarios, { ...input, demands }, options))).toEqual([
        "duplicateId demands.1.id",
      ]);
    }
  });

  test("when a deal is of an item that it does not have", () => {
    const products = [{ id: "bicycle", item: "tandem", decimals: 0 }];
    const scenarios = enumerateScenarios(records([deal("a", 0.5)], { products }), policy);
    expect(refusalOf(() => planScenarios(scenarios, input, options))).toEqual([
      "unknownId demands.0.item",
    ]);
  });
});
