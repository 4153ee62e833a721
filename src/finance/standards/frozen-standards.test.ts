import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  freezeStandards,
  frozenStandards,
  type PlanningInput,
  planLedger,
  planRequirements,
  type StandardVersion,
  standardCosts,
  stockRevaluation,
} from "../../index.js";

const carts: PlanningInput = {
  startDate: "2026-01-05",
  currency: "EUR",
  items: [
    { id: "cart", setupCost: 60, lotSizing: { rule: "fixedOrderQuantity", quantity: 20 } },
    { id: "wheel", unit: "piece", units: [{ unit: "pair", contains: 2 }] },
  ],
  sources: [{ item: "wheel", kind: "buy", price: 12 }],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
};
const [wheel] = carts.sources!;
const dearer: PlanningInput = { ...carts, sources: [{ ...wheel!, price: 15 }] };
const january = freezeStandards(carts, { effectiveFrom: "2026-01-01" });
const july = freezeStandards(dearer, { effectiveFrom: "2026-07-01" });

describe("Frozen standards", () => {
  test("are plain data with exact figures, also of set-up and units", () => {
    expect(JSON.parse(JSON.stringify(january))).toEqual({
      effectiveFrom: "2026-01-01",
      currency: "EUR",
      costs: [
        {
          ...{ item: "cart", site: "main", cost: "27", origin: "made", costingLot: "20" },
          ...{ elements: { material: "24", setup: "3" }, own: { setup: "3" } },
        },
        {
          ...{ item: "wheel", site: "main", cost: "12", origin: "bought", costingLot: "1" },
          ...{ elements: { material: "12" }, own: { material: "12" } },
        },
      ],
      units: [
        { item: "wheel", unit: "piece", contains: "1" },
        { item: "wheel", unit: "pair", contains: "2" },
      ],
      withoutRate: [],
    });
  });

  test("of an item at every site end those that single sites had before, but not those of the same version", () => {
    const april = {
      effectiveFrom: "2026-04-01",
      currency: "EUR",
      costs: [
        { item: "wheel", cost: 14 },
        { item: "wheel", site: "south", cost: 13 },
      ],
    };
    const costOf = (site: string, date: string) =>
      frozenStandards([january, april]).on(date).unitCost("wheel", site).cost?.toString();
    expect(costOf("main", "2026-03-31")).toBe("12");
    expect(costOf("main", "2026-04-01")).toBe("14");
    expect(costOf("south", "2026-04-01")).toBe("13");
  });

  test("hold from their day on, whatever became of prices since", () => {
    const standards = frozenStandards([july, january]);
    expect(standards.effectiveDates).toEqual(["2026-01-01", "2026-07-01"]);
    expect(standards.on("2026-06-30").unitCost("cart").cost?.toNumber()).toBe(27);
    expect(standards.on("2026-07-01").unitCost("cart").cost?.toNumber()).toBe(33);
    expect(standards.on("2026-07-01").asOf).toBe("2026-07-01");
    expect(standards.on("2026-03-02").stockUnits("wheel", "pair")).toEqual({ num: 2n, den: 1n });
    expect(issuesOf(() => standards.on("2025-12-31"))).toEqual(["outOfRange date"]);
  });

  test("of what a version leaves out stay; null takes them away", () => {
    const more: StandardVersion = {
      ...{ effectiveFrom: "2026-03-01", currency: "EUR" },
      costs: [
        { item: "bell", cost: "1/3" },
        { item: "wheel", site: "main", cost: null },
      ],
    };
    const costs = frozenStandards([january, more]).on("2026-03-01");
    expect(costs.exactCost("cart")).toEqual({ num: 27n, den: 1n });
    expect(costs.exactCost("bell", "anywhere")).toEqual({ num: 1n, den: 3n });
    expect(costs.unitCost("bell").origin).toBe("stated");
    expect(costs.unitCost("wheel").cost).toBe(null);
    expect(costs.missing.map(({ text }) => text)).toEqual([
      "wheel at main has no standard on the day",
    ]);
    expect(costs.unitCost("horn").missingCosts.map(({ reason }) => reason)).toEqual(["standard"]);
  });

  test("say why a cost is not known as standard costs said it", () => {
    const { sources, ...rest } = carts;
    const frozen = frozenStandards([freezeStandards(rest, { effectiveFrom: "2026-01-01" })]);
    expect(frozen.on("2026-01-01").unitCost("wheel").missing).toEqual([
      "wheel at main has no price",
    ]);
  });

  test("a version without a currency beside one with one is told in words", () => {
    const none = { effectiveFrom: "2026-02-01", costs: [] };
    const euros = { effectiveFrom: "2026-01-01", currency: "EUR", costs: [] };
    expect(() => frozenStandards([euros, none])).toThrow(
      'This version names no currency, the first is in "EUR". Give all in one currency.',
    );
    expect(() => frozenStandards([none, euros])).toThrow(
      'This version is in "EUR", the first names no currency. Give all in one currency.',
    );
    expect(frozenStandards([none]).currency).toBe(null);
  });

  test("every mistake is named", () => {
    const costs = [
      { item: "cart", cost: 3, elements: { material: 3, credit: 1 } },
      { item: "cart", cost: 3 },
      { item: "wheel", cost: null, elements: { material: 1 } },
      { item: "", cost: "x", costingLot: 0 },
    ];
    const versions = [
      { effectiveFrom: "2026-01-01", currency: "EUR", costs },
      { effectiveFrom: "2026-01-01", currency: "USD", costs: [] },
      { effectiveFrom: "soon", costs: 3 },
    ];
    expect(issuesOf(() => frozenStandards(versions as never))).toEqual([
      "contradiction versions.0.costs.0.elements",
      "contradiction versions.0.costs.2.elements",
      "invalidType versions.0.costs.3.item",
      "invalidQuantity versions.0.costs.3.cost",
      "outOfRange versions.0.costs.3.costingLot",
      "duplicateId versions.0.costs.1.item",
      "invalidDate versions.2.effectiveFrom",
      "invalidType versions.2.costs",
      "currencyMismatch versions.1.currency",
      "duplicateId versions.1.effectiveFrom",
      "currencyMismatch versions.2.currency",
    ]);
    expect(issuesOf(() => frozenStandards([]))).toEqual(["outOfRange versions"]);
  });
});

describe("A revaluation of stock", () => {
  test("refuses as mistakes what are no standards, also what cannot be read", () => {
    const refuse = (): never => {
      throw new Error("This cannot be read.");
    };
    const given = [{}, null, new Proxy({}, { get: refuse })];
    for (const standards of given) {
      expect(issuesOf(() => stockRevaluation(plan, standards as never))).toEqual([
        "invalidType standards",
      ]);
    }
  });

  const plan = planRequirements({
    ...carts,
    horizonEnd: "2026-08-31",
    items: carts.items!.map((item) => ({ ...item, onHand: item.id === "cart" ? 8 : 100 })),
    demands: [{ id: "d1", item: "cart", quantity: 5, due: "2026-06-15" }],
  });

  test("is what is there on the evening before × what a unit is worth more", () => {
    const { rows, total, currency } = stockRevaluation(plan, frozenStandards([january, july]));
    const texts = rows.map(
      (row) => `${row.item}: ${row.quantity} × (${row.after} − ${row.before}) = ${row.amount}`,
    );
    expect(texts).toEqual(["cart: 3 × (33 − 27) = 18", "wheel: 100 × (15 − 12) = 300"]);
    expect(`${total} ${currency}`).toBe("318 EUR");
  });

  test("rounds each row once, and tells what has no standard before or after", () => {
    const thirds = {
      effectiveFrom: "2026-07-01",
      currency: "EUR",
      costs: [
        { item: "wheel", site: "main", cost: "37/3" },
        { item: "cart", site: "main", cost: null },
      ],
    };
    const standards = frozenStandards([january, thirds]);
    const { rows, total, missing } = stockRevaluation(plan, standards, { round: { decimals: 2 } });
    expect(rows.map(({ amount }) => `${amount}`)).toEqual(["33.33"]);
    expect(`${total}`).toBe("33.33");
    expect(missing.map(({ text }) => text)).toEqual(["cart at main has no standard on the day"]);
  });
});

describe("A frozen standard without a cost", () => {
  const painted: PlanningInput = {
    startDate: "2026-01-05",
    currency: "EUR",
    suppliers: [{ id: "Paint" }],
    items: [{ id: "lid" }, { id: "plate" }],
    sources: [{ item: "lid", kind: "subcontract", supplier: "Paint", price: "0.84" }],
    boms: [{ item: "lid", lines: [{ item: "plate", quantity: 1 }] }],
    supplies: [
      {
        id: "po",
        item: "lid",
        quantity: 17,
        due: "2026-01-16",
        kind: "subcontract",
        supplier: "Paint",
      },
    ],
  };
  const committed = (input: PlanningInput, isFrozen: boolean) => {
    const plan = planRequirements(input);
    const version = freezeStandards(input, { effectiveFrom: "2026-01-01" });
    const frozen = frozenStandards([JSON.parse(JSON.stringify(version))]).on(plan.startDate);
    const ledger = planLedger(plan, { costs: isFrozen ? frozen : standardCosts(plan) });
    const rows = ledger.group({ accounts: ["purchaseCommitment"] });
    return [
      ...rows.map(({ amount }) => `${amount}`),
      ...ledger.missing.map(({ item, reason }) => `${item} ${reason}`),
    ];
  };

  test("still says the part of the supplier: a component without a price takes nothing from that", () => {
    const known = ["14.28", "lid standardCost", "lid workInProcess", "plate standardCost"];
    expect(committed(painted, false)).toEqual(known);
    expect(committed(painted, true)).toEqual(known);
  });

  test("does not where the supplier asks no price", () => {
    const [source] = painted.sources!;
    const input = { ...painted, sources: [{ ...source!, price: undefined }] };
    const known = [
      "lid purchasePrice",
      "lid standardCost",
      "lid workInProcess",
      "plate standardCost",
    ];
    expect(committed(input, false)).toEqual(known);
    expect(committed(input, true)).toEqual(known);
  });
});
