import { describe, expect, test } from "vitest";
import {
  type PlanningInput,
  planLedger,
  planRequirements,
  productionPlan,
  standardCosts,
} from "../../index.js";

type Bills = NonNullable<PlanningInput["boms"]>;
type Items = NonNullable<PlanningInput["items"]>;

const logs = { item: "log", quantity: 3 };
const once = { item: "log", quantity: 1, fixed: true };
const kit: Bills = [
  { item: "hut", lines: [{ item: "kit", quantity: 2 }] },
  { item: "kit", lines: [logs, once] },
];

function hutsOf(boms: Bills, items: Items, hut: Partial<Items[number]> = {}): PlanningInput {
  return {
    ...{ startDate: "2026-01-05", horizonEnd: "2026-03-31", currency: "EUR" },
    items: [
      { id: "hut", lotSizing: { rule: "fixedOrderQuantity", quantity: 10 }, ...hut },
      { id: "log", unitCost: 5 },
      ...items,
    ],
    boms,
    demands: [{ id: "d", item: "hut", quantity: 10, due: "2026-02-02" }],
  };
}

/** The standard cost of a hut, and by how much an order of the costing lot differs from it. */
function standardOf(input: PlanningInput): string {
  const plan = planRequirements(input);
  const costs = standardCosts(plan);
  const [row] = productionPlan(planLedger(plan, { costs })).rows;
  return `${costs.unitCost("hut").cost}, variance ${row?.variance}`;
}

describe("Standard costs through a phantom", () => {
  test("a fixed line of a phantom is needed once an order of its parent, not once a unit", () => {
    expect(standardOf(hutsOf(kit, [{ id: "kit", phantom: true }]))).toBe("30.5, variance 0");
  });

  test("a phantom's own set-up cost is none of an order's: no order is ever made of it", () => {
    const items = [{ id: "kit", phantom: true, setupCost: 7 }];
    expect(standardOf(hutsOf(kit, items))).toBe("30.5, variance 0");
  });

  test("what a phantom states that it costs is what its own stock is worth, not what an order takes", () => {
    const input = hutsOf(kit, [{ id: "kit", phantom: true, unitCost: 100 }]);
    expect(standardOf(input)).toBe("30.5, variance 0");
    expect(standardCosts(input).unitCost("kit").cost?.toNumber()).toBe(100);
  });

  test("by itself it costs what one of it takes, its fixed lines with it and no set-up", () => {
    const input = hutsOf(kit, [{ id: "kit", phantom: true, setupCost: 7 }]);
    const { cost, origin, costingLot, elements } = standardCosts(input).unitCost("kit");
    expect([origin, `${cost}`, `${costingLot}`]).toEqual(["made", "20", "1"]);
    expect(elements?.setup.ratio).toBe("0");
  });

  test("phantoms in phantoms: factors multiply, and on each way a fixed line is needed once an order", () => {
    // 10 huts: 20 frames ÷ 4 × 2 = 10 kits of 3 logs, and 1; 3 kits at once of 3 logs, and 1.
    const boms = [
      { item: "hut", lines: [{ item: "frame", quantity: 2 }] },
      {
        ...{ item: "frame", output: 4 },
        lines: [
          { item: "kit", quantity: 2 },
          { item: "kit", quantity: 3, fixed: true },
        ],
      },
      { item: "kit", lines: [logs, once] },
    ];
    const items = [
      { id: "frame", phantom: true },
      { id: "kit", phantom: true },
    ];
    expect(standardOf(hutsOf(boms, items))).toBe("20.5, variance 0");
  });

  test("scrap and output of the lines on the way count, and the yield of the parent", () => {
    // 20 are started: 20 × 2 × 1.5 ÷ 2 × 3 = 90 logs, and 1.
    const boms = [
      { item: "hut", output: 2, lines: [{ item: "kit", quantity: 2, scrap: 0.5 }] },
      { item: "kit", lines: [logs, once] },
    ];
    const items = [{ id: "kit", phantom: true }];
    expect(standardOf(hutsOf(boms, items, { yield: 0.5 }))).toBe("45.5, variance 0");
  });

  test("what is needed zero times needs no fixed line either", () => {
    const boms = [{ item: "hut", lines: [{ item: "kit", quantity: 0 }, logs] }, kit[1]!];
    expect(standardOf(hutsOf(boms, [{ id: "kit", phantom: true }]))).toBe("15, variance 0");
  });

  test("a phantom that no bill opens on the day costs what it states, or is named", () => {
    const later = [kit[0]!, { ...kit[1]!, validFrom: "2026-01-06" }];
    const costOf = (boms: Bills, of: object) => {
      const input = hutsOf(boms, [{ id: "kit", phantom: true, ...of }]);
      const { cost, missing } = standardCosts(input).unitCost("hut");
      return `${cost ?? missing.join("; ")}`;
    };
    for (const boms of [later, [kit[0]!]]) {
      expect(costOf(boms, {})).toBe("kit at main has no bill");
      expect(costOf(boms, { unitCost: 4 })).toBe("8");
    }
  });

  test("what lies below a phantom is named where it has no price", () => {
    const input = hutsOf(kit, [{ id: "kit", phantom: true }]);
    const items = input.items!.map(({ unitCost: _, ...item }) => item);
    expect(standardCosts({ ...input, items }).unitCost("hut").missing).toEqual([
      "log at main has no price",
    ]);
  });

  test("what a supplier makes takes the lines of a phantom at the site from which he draws", () => {
    const input: PlanningInput = {
      ...{ startDate: "2026-01-05", currency: "EUR" },
      sites: [{ id: "yard" }, { id: "shop" }],
      suppliers: [{ id: "Joiner" }],
      items: [{ id: "hut" }, { id: "kit", phantom: true }, { id: "log" }],
      itemSites: [
        { item: "log", site: "yard", unitCost: 4 },
        { item: "log", site: "shop", unitCost: 5 },
      ],
      sources: [
        {
          ...{ item: "hut", site: "shop", kind: "subcontract", supplier: "Joiner" },
          ...{ from: "yard", price: 1, minimumOrder: 10 },
        },
      ],
      boms: [
        { ...kit[0]!, site: "shop" },
        { ...kit[1]!, site: "yard" },
      ],
    };
    const { cost, elements } = standardCosts(input).unitCost("hut", "shop");
    expect(`${cost} of which ${elements?.material.ratio}`).toBe("25.4 of which 24.4");
  });

  test("many phantoms one below the other are gone through once each", () => {
    const depth = 3000;
    const boms = Array.from({ length: depth }, (_, n) => ({
      item: n === 0 ? "hut" : `${n}`,
      lines: [{ item: n === depth - 1 ? "log" : `${n + 1}`, quantity: 1 }, once],
    }));
    const phantoms = boms.slice(1).map(({ item }) => ({ id: item, phantom: true }));
    const costs = standardCosts(hutsOf(boms, phantoms));
    // One log for each hut, and one for each level once for ten.
    expect(costs.unitCost("hut").cost?.toNumber()).toBe(5 + (depth * 5) / 10);
  });
});
