import { describe, expect, test } from "vitest";
import type { RolledUpCost } from "./cost-roll-up.js";
import { costRollUp } from "./cost-roll-up.js";
import { bomGraph } from "./graph.js";

const rows = [
  { parent: "cheese", component: "milk", quantity: 10 },
  { parent: "cheese", component: "rennet", quantity: "0.02" },
  { parent: "plate", component: "cheese", quantity: "0.25" },
];
const graph = bomGraph(rows);
const itemCosts = new Map([
  ["milk", { material: "0.40" }],
  ["rennet", { material: 50 }],
  ["cheese", { setup: 60, costingLot: 40, run: "0.1", rate: 30, overhead: "0.50", subcontract: 1 }],
]);

const figures = (cost: RolledUpCost | undefined, part: "own" | "rolledUp" | "making") =>
  Object.fromEntries(Object.entries(cost![part]).map(([name, { ratio }]) => [name, ratio]));

describe("A cost roll-up (B9)", () => {
  test("adds setup ÷ costing lot, run × rate, overhead and subcontract to the components", () => {
    const found = costRollUp(graph, { itemCosts });
    expect(figures(found.get("cheese"), "own")).toEqual({
      material: "0",
      setup: "1.5",
      run: "3",
      overhead: "0.5",
      subcontract: "1",
      credit: "0",
      total: "6",
    });
    expect(figures(found.get("cheese"), "rolledUp")).toEqual({
      material: "5",
      setup: "1.5",
      run: "3",
      overhead: "0.5",
      subcontract: "1",
      credit: "0",
      total: "11",
    });
    expect(found.get("plate")?.rolledUp.total.amount.toNumber()).toBe(2.75);
    expect([...found.keys()]).toEqual(["plate", "cheese", "milk", "rennet"]);
  });

  test("marks the need of a line up by its scrap", () => {
    const found = costRollUp(graph, { itemCosts, scraps: ["0.05", undefined, "0.2"] });
    expect(found.get("cheese")?.rolledUp.total.ratio).toBe("11.2");
    expect(found.get("plate")?.rolledUp.total.ratio).toBe("3.36");
  });

  test("takes off what by-products bring in", () => {
    const coProducts = [
      { parent: "cheese", item: "whey", quantity: 8, credit: "0.05" },
      { parent: "cheese", item: "rind", quantity: 1, credit: "0.1" },
    ];
    const found = costRollUp(graph, { itemCosts, coProducts });
    expect(figures(found.get("cheese"), "rolledUp")).toMatchObject({
      credit: "0.5",
      total: "10.5",
    });
    expect(found.get("plate")?.rolledUp.total.ratio).toBe("2.625");
    expect(found.has("whey")).toBe(false);
  });

  test("splits what is left over co-products by share, and the lead item bears the rest", () => {
    const coProducts = [
      { parent: "cheese", item: "whey", quantity: 8, credit: "0.125" },
      { parent: "cheese", item: "butter", quantity: "0.5", costShare: "0.3" },
    ];
    const found = costRollUp(graph, { itemCosts, coProducts });
    const total = (item: string, part: "rolledUp" | "making") =>
      found.get(item)?.[part].total.ratio;
    expect(total("cheese", "making")).toBe("10");
    expect([total("cheese", "rolledUp"), total("butter", "rolledUp")]).toEqual(["7", "6"]);
    expect(total("plate", "rolledUp")).toBe("1.75");
    expect([...found.keys()].at(-1)).toBe("butter");
  });

  test("a co-product hands its cost on to what it goes into", () => {
    const more = bomGraph([...rows, { parent: "cake", component: "butter", quantity: 2 }]);
    const coProducts = [{ parent: "cheese", item: "butter", quantity: "0.5", costShare: "0.5" }];
    const found = costRollUp(more, { itemCosts, coProducts });
    expect(found.get("cake")?.rolledUp.total.ratio).toBe("22");
  });

  test("rounds the lot to the currency and splits it by largest remainder when asked to", () => {
    const thirds = bomGraph([{ parent: "lead", component: "ore", quantity: 1 }]);
    const coProducts = ["silver", "zinc"].map((item) => {
      return { parent: "lead", item, quantity: 1, costShare: "1/3" };
    });
    const found = costRollUp(thirds, {
      itemCosts: new Map([["ore", { material: 10 }]]),
      coProducts,
      decimals: 2,
    });
    const totals = ["lead", "silver", "zinc"].map((id) => found.get(id)?.rolledUp.total.ratio);
    expect(totals).toEqual(["3.34", "3.33", "3.33"]);
  });

  test("a co-product that goes into its own lead item is refused, with the ids round", () => {
    const round = bomGraph([...rows, { parent: "cheese", component: "butter", quantity: 1 }]);
    const coProducts = [{ parent: "cheese", item: "butter", quantity: "0.5", costShare: "0.3" }];
    expect(() => costRollUp(round, { itemCosts, coProducts })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "bomCycle", cycle: ["butter", "cheese", "butter"] }),
        ],
      }),
    );
  });

  test("every mistake is listed", () => {
    const costs = {
      itemCosts: new Map<string, object>([
        ["milk", { material: -1 }],
        ["cheese", { setup: 1, costingLot: 0, run: 1, cost: 3 }],
        ["plate", { setup: 1, rate: 2 }],
      ]),
      scraps: [0, "x", -1],
      coProducts: [
        { parent: "cheese", item: "whey", quantity: 0 },
        { parent: "milk", item: "cream", quantity: 1, costShare: 0.6 },
        { parent: "cheese", item: "cream", quantity: 1, costShare: 0.6 },
        { parent: "cheese", item: "plate", quantity: 1, costShare: 0.6 },
      ],
      decimals: 13,
    };
    let found: readonly { readonly code: string; readonly path: unknown }[] = [];
    try {
      costRollUp(graph, costs as never);
    } catch (error) {
      found = (error as { issues: typeof found }).issues;
    }
    const at = (...path: unknown[]) => path.join(".");
    expect(found.map(({ code, path }) => [code, (path as unknown[]).join(".")])).toEqual([
      ["outOfRange", at("costs", "itemCosts", "milk", "material")],
      ["unknownField", at("costs", "itemCosts", "cheese", "cost")],
      ["missingField", at("costs", "itemCosts", "cheese", "rate")],
      ["outOfRange", at("costs", "itemCosts", "cheese", "costingLot")],
      ["missingField", at("costs", "itemCosts", "plate", "costingLot")],
      ["missingField", at("costs", "itemCosts", "plate", "run")],
      ["outOfRange", at("costs", "coProducts", 0, "quantity")],
      ["contradiction", at("costs", "coProducts", 0)],
      ["unknownId", at("costs", "coProducts", 1, "parent")],
      ["duplicateId", at("costs", "coProducts", 2, "item")],
      ["contradiction", at("costs", "coProducts")],
      ["contradiction", at("costs", "coProducts", 3, "item")],
      ["missingField", at("costs", "itemCosts", "rennet")],
      ["invalidQuantity", at("costs", "scraps", 1)],
      ["outOfRange", at("costs", "scraps", 2)],
      ["outOfRange", at("costs", "decimals")],
    ]);
  });
});
