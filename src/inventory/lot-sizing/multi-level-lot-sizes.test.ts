import { describe, expect, test } from "vitest";
import { Decimal, type PlanningInputError } from "../../core/index.js";
import { lotSizes } from "./lot-sizes.js";
import { type MultiLevelLotSizing, multiLevelLotSizes } from "./multi-level-lot-sizes.js";

const cart: MultiLevelLotSizing = {
  items: [
    { id: "axle", setupCost: 100, holdingCost: "0.9", demand: [0, 0, 0, 0, 0, 3] },
    { id: "cart", demand: [10, 10, 10, 10, 10, 10], setupCost: 15, holdingCost: 2 },
    { id: "bolt", setupCost: 5, holdingCost: "0.01" },
  ],
  lines: [
    { parent: "cart", component: "axle", quantity: 2 },
    { parent: "cart", component: "bolt", quantity: "1.5" },
    { parent: "axle", component: "bolt", quantity: 4 },
  ],
  rule: "wagnerWhitin",
};

function issuesOf(argument: unknown): string[] {
  try {
    multiLevelLotSizes(argument as MultiLevelLotSizing);
  } catch (error) {
    const { name, issues } = error as PlanningInputError;
    if (name !== "PlanningInputError") throw error;
    return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
  return [];
}

describe("A product structure, level by level", () => {
  test("the lots of an item are needs of its components, whatever the order of the items", () => {
    const { items } = multiLevelLotSizes(cart);
    const [axle, whole, bolt] = items.map((item) => item.receipts.map(Number));
    expect(items.map(({ demand }) => demand.map(Number))).toEqual([
      whole!.map((lot, period) => 2 * lot + (period === 5 ? 3 : 0)),
      [10, 10, 10, 10, 10, 10],
      whole!.map((lot, period) => 1.5 * lot + 4 * axle![period]!),
    ]);
    expect(bolt!.reduce((sum, lot) => sum + lot)).toBe(1.5 * 60 + 4 * 123);
  });

  test("each item is sized as if it stood alone, and the costs add up", () => {
    const plan = multiLevelLotSizes(cart);
    const alone = plan.items.map(({ demand }, n) => {
      const { setupCost, holdingCost } = cart.items[n]!;
      return lotSizes({ rule: "wagnerWhitin", demand, setupCost, holdingCost });
    });
    expect(plan.items.map((item) => `${item.totalCost}`)).toEqual(
      alone.map((item) => `${item.totalCost}`),
    );
    const total = alone.reduce((sum, item) => sum.plus(item.totalCost), new Decimal(0));
    expect(plan.totalCost.eq(total)).toBe(true);
    expect(plan.setupCost.plus(plan.holdingCost).eq(plan.totalCost)).toBe(true);
  });

  test("an item may have a rule, figures and stock of its own", () => {
    const [axle, whole, bolt] = cart.items;
    const bolts = { ...bolt!, rule: "fixedOrderQuantity", quantity: 500, onHand: 90 } as const;
    const { items } = multiLevelLotSizes({ ...cart, items: [axle!, whole!, bolts] });
    expect(items[2]?.receipts.every((lot) => lot.toNumber() % 500 === 0)).toBe(true);
  });
});

describe("McLaren's adjusted setup costs", () => {
  test("count the orders of the components, as many as go with one order by their natural times", () => {
    const [axle, whole] = cart.items;
    const { items } = multiLevelLotSizes({
      ...cart,
      items: [{ ...axle!, demand: undefined }, whole!],
      lines: cart.lines.slice(0, 1),
      adjustment: "mclaren",
    });
    // Times between orders: √(2·15 ÷ (2·10)) = 1.2247 and √(2·100 ÷ (0.9·20)) = 3.3333.
    const expected = 15 + (100 * Math.sqrt(1.5)) / Math.sqrt(200 / 18);
    expect(items[1]?.adjustedSetupCost?.toNumber()).toBeCloseTo(expected, 8);
    expect(items[0]?.adjustedSetupCost?.toNumber()).toBe(100);
    expect(items.map(({ receipts }) => receipts.join(" "))).toEqual([
      "80 0 0 0 40 0",
      "20 0 20 0 20 0",
    ]);
    // Priced by the real setup costs: 2 × 100 + 3 × 15 + holding.
    expect(items.map(({ setupCost }) => setupCost.toNumber())).toEqual([200, 45]);
  });

  test("an item without needs keeps its own", () => {
    const { items } = multiLevelLotSizes({
      ...cart,
      items: cart.items.map((item) => ({ ...item, demand: [0] })),
      adjustment: "mclaren",
    });
    expect(items.map(({ adjustedSetupCost }) => adjustedSetupCost?.toNumber())).toEqual([
      100, 15, 5,
    ]);
  });
});

describe("A structure that cannot be sized is refused with all its mistakes", () => {
  const [axle, whole] = cart.items;
  const line = cart.lines[0]!;

  test.each<[string, object, string[]]>([
    ["no items", { items: [], lines: [] }, ["outOfRange items"]],
    [
      "no needs and no rule",
      { items: [{ id: "a", setupCost: 1, holdingCost: 1 }], lines: [], rule: undefined },
      ["missingField items", "missingField items.0.rule"],
    ],
    [
      "ids that are unknown or given twice",
      {
        items: [axle, whole, whole],
        lines: [
          { ...line, component: "axel" },
          { ...line, parent: "cat" },
        ],
      },
      [
        "contradiction items.2.id",
        "contradiction lines.0.component",
        "contradiction lines.1.parent",
      ],
    ],
    [
      "an item in itself",
      { items: [axle, whole], lines: [line, { parent: "axle", component: "cart", quantity: 1 }] },
      ["contradiction lines"],
    ],
    [
      "an item straight in itself",
      { lines: [{ ...line, parent: "axle" }] },
      ["contradiction lines"],
    ],
    [
      "needs of other lengths",
      { items: [axle, { ...whole!, demand: [1] }], lines: [line] },
      ["contradiction items.1.demand"],
    ],
    [
      "options of another rule",
      { items: [axle, { ...whole!, quantity: 3 }], lines: [line] },
      ["contradiction items.1.quantity"],
    ],
    [
      "costs by period that would have to be adjusted",
      {
        items: [axle, { ...whole!, setupCost: [1, 2, 3, 4, 5, 6] }],
        lines: [line],
        adjustment: "mclaren",
      },
      ["contradiction items.1.setupCost"],
    ],
    [
      "needs of a component finer than billionths",
      { items: [axle, whole], lines: [{ ...line, quantity: "1/3" }] },
      ["outOfRange lines.0.quantity"],
    ],
  ])("%s", (_, change, issues) => {
    expect(issuesOf({ ...cart, ...change }).sort()).toEqual(issues.toSorted());
  });

  test("naming the line that makes a need too fine, and what to do", () => {
    const sizing: MultiLevelLotSizing = {
      items: [
        { id: "c", demand: [10, 10], setupCost: 10, holdingCost: 3 },
        { id: "a", setupCost: 50, holdingCost: 2 },
      ],
      lines: [{ parent: "c", component: "a", quantity: "1/3" }],
      rule: "wagnerWhitin",
    };
    const message =
      'The lines[0].quantity (1/3) makes a lot of 10 "c" need 10/3 "a", which must have at most 9 decimals. Round the quantity, or give "c" an orderMultiple with which it comes out.';
    expect(() => multiLevelLotSizes(sizing)).toThrow(message);
    const multiples = { ...sizing.items[0]!, orderMultiple: 3 };
    const { items } = multiLevelLotSizes({ ...sizing, items: [multiples, sizing.items[1]!] });
    expect(items[1]?.demand.map(Number)).toEqual(items[0]?.receipts.map((lot) => Number(lot) / 3));
    const [parent, coarse] = [sizing.items[0]!, { ...sizing.items[1]!, decimals: 2 }];
    const fine = [{ ...sizing.lines[0]!, quantity: "0.0125" }];
    expect(issuesOf({ ...sizing, items: [parent, coarse], lines: fine })).toEqual([
      "outOfRange lines.0.quantity",
    ]);
    const own = { ...coarse, demand: ["0.001", 1] };
    expect(issuesOf({ ...sizing, items: [parent, own], lines: fine }).toSorted()).toEqual([
      "outOfRange items.1.demand.0",
      "outOfRange lines.0.quantity",
    ]);
  });

  test.each([undefined, null, 1, "cart", []])("%o", (argument) => {
    expect(issuesOf(argument)).toHaveLength(1);
  });
});
