import { describe, expect, test } from "vitest";
import { Decimal, type PlanningInputError } from "../../core/index.js";
import { type LotSizing, lotSizes } from "./lot-sizes.js";

const sizing: LotSizing = {
  rule: "wagnerWhitin",
  demand: [35, 10, 0, 40, 0, 20, 5, 10, 30],
  setupCost: 100,
  holdingCost: 1,
};

function issuesOf(argument: unknown): string[] {
  try {
    lotSizes(argument as LotSizing);
  } catch (error) {
    const { name, issues } = error as PlanningInputError;
    if (name !== "PlanningInputError") throw error;
    return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
  return [];
}

describe("The lots and their costs", () => {
  test("each lot says its own cost, and all of them add up", () => {
    const { lots, ...rest } = lotSizes({ ...sizing, unitCost: "0.5" });
    expect(lots.map((lot) => Object.values(lot).map(Number))).toEqual([
      [0, 45, 100, 10, 22.5, 132.5],
      [3, 65, 100, 55, 32.5, 187.5],
      [7, 40, 100, 30, 20, 150],
    ]);
    expect(rest.totalCost.toString()).toBe("470");
    expect([rest.orders, rest.endingInventory.toNumber()]).toEqual([3, 0]);
    expect(rest.stock.map(Number)).toEqual([10, 0, 0, 25, 25, 5, 0, 30, 0]);
  });

  test("holding on average stock, as lecture notes have it: 240 + 1.5 × 113 ÷ 2", () => {
    const { totalCost } = lotSizes({
      rule: "lotForLot",
      demand: [32, 19, 12, 15, 23, 12],
      setupCost: 40,
      holdingCost: "1.5",
      holdingOn: "averageStock",
    });
    expect(totalCost.toString()).toBe("324.75");
  });

  test("a third of money stays a third", () => {
    const { totalCost } = lotSizes({
      rule: "lotForLot",
      demand: [0, 1],
      onHand: 1,
      setupCost: 0,
      holdingCost: "1/3",
    });
    expect(totalCost.toFixed()).toBe(new Decimal(1).div(3).toFixed());
  });

  test("stock on hand is held until it is used, and what is left to the end", () => {
    const plan = lotSizes({ ...sizing, demand: [1, 1, 1], onHand: 5 });
    expect([plan.orders, plan.holdingCost.toNumber()]).toEqual([0, 4 + 3 + 2]);
    expect(plan.endingInventory.toNumber()).toBe(2);
  });

  test("stock that must be left at the end is held through the last period", () => {
    const plan = lotSizes({ ...sizing, demand: [1, 1], terminalStock: 3 });
    expect(plan.receipts.map(Number)).toEqual([5, 0]);
    expect(plan.holdingCost.toNumber()).toBe(4 + 3);
  });

  test("a lot comes before its need when that is so much cheaper, and no sooner", () => {
    const plan = lotSizes({
      ...sizing,
      demand: [0, 0, 4],
      unitCost: [9, 5, 20],
      setupCost: [0, 10, 0],
    });
    expect(plan.receipts.map(Number)).toEqual([0, 4, 0]);
    expect(plan.totalCost.toNumber()).toBe(10 + 4 + 20);
  });

  test("nothing needed, nothing ordered", () => {
    const plan = lotSizes({ ...sizing, demand: [0, 0] });
    expect([plan.orders, plan.totalCost.toNumber()]).toEqual([0, 0]);
    expect(lotSizes({ ...sizing, rule: "economicOrderQuantity", demand: [0] }).orders).toBe(0);
  });
});

describe("Lots of a fixed size", () => {
  test("the economic lot is that of the mean need, up to the finest quantity", () => {
    const { lots } = lotSizes({ ...sizing, rule: "economicOrderQuantity" });
    expect(lots[0]?.quantity.toString()).toBe("58");
    const fine = lotSizes({ ...sizing, rule: "economicOrderQuantity", decimals: 3 });
    expect(fine.lots[0]?.quantity.toString()).toBe("57.736");
    const other = lotSizes({ ...sizing, rule: "economicOrderQuantity", averageDemand: 2 });
    expect(other.lots[0]?.quantity.toString()).toBe("40");
  });

  test("several lots are one order, or one each", () => {
    const rule = { rule: "fixedOrderQuantity", quantity: 10, demand: [25] } as const;
    expect(lotSizes({ ...sizing, ...rule }).lots.map((lot) => lot.quantity.toNumber())).toEqual([
      30,
    ]);
    const each = lotSizes({ ...sizing, ...rule, each: true });
    expect(each.lots.map((lot) => lot.quantity.toNumber())).toEqual([10, 10, 10]);
    expect(each.setupCost.toNumber()).toBe(300);
  });
});

describe("Modifiers", () => {
  test("a lot is cut at the maximum, its rest raised to the minimum and up to the multiple", () => {
    const plan = lotSizes({
      ...sizing,
      rule: "lotForLot",
      demand: [25, 7],
      minimumOrder: 5,
      orderMultiple: 4,
      maximumOrder: 11,
    });
    // The maximum is lowered to 8; 25 = 3 × 8 + 1, the 1 raised to 8; 7 are left for the next need.
    expect(plan.lots.map(({ period, quantity }) => [period, quantity.toNumber()])).toEqual([
      [0, 8],
      [0, 8],
      [0, 8],
      [0, 8],
    ]);
    expect(plan.endingInventory.toNumber()).toBe(0);
  });

  test("no order between them is a contradiction", () => {
    const sizes = { minimumOrder: 7, orderMultiple: 6, maximumOrder: 10 };
    expect(issuesOf({ ...sizing, ...sizes })).toEqual(["contradiction maximumOrder"]);
  });
});

describe("A call that cannot be answered is refused with all its mistakes", () => {
  test.each<[string, object, string[]]>([
    ["an unknown rule", { rule: "silverMeel" }, ["outOfRange rule"]],
    ["no needs", { demand: [] }, ["outOfRange demand"]],
    [
      "negative figures",
      { demand: [1, -1], setupCost: -1, holdingCost: "-0.5" },
      ["outOfRange demand.1", "outOfRange setupCost", "outOfRange holdingCost"],
    ],
    ["a need finer than billionths", { demand: ["0.0000000001"] }, ["outOfRange demand.0"]],
    ["a need finer than asked", { demand: ["0.5"], decimals: 0 }, ["outOfRange demand.0"]],
    ["needs beyond 2^53", { demand: [2 ** 52, 2 ** 52] }, ["outOfRange demand"]],
    ["a list of costs that is too short", { setupCost: [1, 2] }, ["contradiction setupCost"]],
    [
      "options of other rules",
      { quantity: 3, lookAhead: true, ties: "stop" },
      ["contradiction quantity", "contradiction ties", "contradiction lookAhead"],
    ],
    ["a rule without its figure", { rule: "fixedOrderQuantity" }, ["missingField quantity"]],
    [
      "periods that are none",
      { rule: "periodOrderQuantity", periods: 1.5 },
      ["outOfRange periods"],
    ],
    [
      "holding that changes, for a rule of thumb",
      { rule: "silverMeal", holdingCost: Array(9).fill(1) },
      ["contradiction holdingCost"],
    ],
    [
      "an economic lot without costs",
      { rule: "economicOrderQuantity", setupCost: 0, holdingCost: 0 },
      ["outOfRange setupCost", "outOfRange holdingCost"],
    ],
    [
      "a unit cost that is weighed and not given",
      { rule: "silverMeal", unitCostInAverage: true },
      ["missingField unitCost"],
    ],
    ["millions of orders", { demand: [1e9], maximumOrder: 1 }, ["outOfRange demand"]],
    ["a field that nobody knows", { demands: [1] }, ["unknownField demands"]],
    [
      "a need that is no number",
      { demand: [Number.NaN, null] },
      ["invalidType demand.0", "invalidType demand.1"],
    ],
    [
      "a Decimal that would fill a book",
      { demand: [new Decimal("1e+100000")], setupCost: new Decimal("1e-100000") },
      ["invalidType demand.0", "invalidType setupCost"],
    ],
    [
      "an economic lot beyond 2^53",
      { rule: "economicOrderQuantity", setupCost: 1e300 },
      ["outOfRange setupCost"],
    ],
    [
      "orders beyond 2^53",
      { rule: "fixedOrderQuantity", quantity: 1, each: true, demand: [1000], minimumOrder: 9e15 },
      ["outOfRange demand"],
    ],
  ])("%s", (_, change, issues) => {
    expect(issuesOf({ ...sizing, ...change }).sort()).toEqual(issues.toSorted());
  });

  test.each([undefined, null, 1, "wagnerWhitin", [], () => sizing])("%o", (argument) => {
    expect(issuesOf(argument)).toHaveLength(1);
  });

  test("money may be as large as a number can be", () => {
    const plan = lotSizes({ ...sizing, setupCost: 1e308, holdingCost: 1e-300 });
    expect(plan.receipts.map(Number)).toEqual([150, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(plan.totalCost.isFinite()).toBe(true);
  });

  test("getters that throw are a mistake like others", () => {
    const argument = Object.defineProperty({ ...sizing }, "onHand", {
      enumerable: true,
      get: () => {
        throw new TypeError("no");
      },
    });
    expect(issuesOf(argument)).toEqual(["invalidType onHand"]);
  });
});
