import { describe, expect, test } from "vitest";
import {
  allocateMoney,
  frozenStandards,
  inventoryValue,
  type Money,
  money,
  PlanningInputError,
  planLedger,
  planRequirements,
  standardCosts,
  sumMoney,
} from "../index.js";

const input = { startDate: "2026-01-05", currency: "EUR", items: [{ id: "a", unitCost: 2 }] };
const plan = planRequirements(input);
const costs = standardCosts(plan);
const frozen = frozenStandards([
  { effectiveFrom: "2026-01-01", currency: "EUR", costs: [{ item: "a", cost: 2 }] },
]);

/** What fails whatever is asked of it. */
const fail = () => {
  throw new TypeError("boom");
};
const hostile = new Proxy([], { get: fail, has: fail, ownKeys: fail }) as never;

function messageOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    expect((error as Error).name).toBe(PlanningInputError.name);
    return (error as PlanningInputError).issues.map(({ message }) => message).join(" ");
  }
  return "taken";
}

describe("Arguments of money", () => {
  test("that cannot be read are refused, and their own errors do not come out", () => {
    const rows = {
      ...input,
      get items(): never {
        return fail();
      },
    };
    for (const make of [
      () => standardCosts(rows),
      () => standardCosts(hostile),
      () => sumMoney("EUR", hostile),
      () => sumMoney("EUR", [hostile as Money<"EUR">]),
      () => allocateMoney(money("EUR", 1), hostile, { decimals: 2 }),
      () => costs.unitCost(hostile),
      () => costs.exactCost("a", hostile),
      () => frozen.on(hostile),
      () => frozen.on("2026-01-05").unitCost(hostile),
    ]) {
      expect(messageOf(make)).toMatch(/cannot be read|must be/);
    }
  });

  test("that are standards of no day are told how the day is named", () => {
    const standards = frozen as never;
    const wanted = "The costs must be what standardCosts gives, or frozenStandards(…).on(date).";
    expect(messageOf(() => planLedger(plan, { costs: standards }))).toBe(wanted);
    expect(messageOf(() => inventoryValue(plan, { costs: standards }))).toBe(wanted);
  });

  test("that are texts of too many digits are told the limit", () => {
    expect(messageOf(() => money("EUR", "9".repeat(101)))).toMatch(/at most 100 characters\.$/);
    expect(money("EUR", "9".repeat(100)).amount.isFinite()).toBe(true);
  });

  test("that are a Map are not called an object that must be an object", () => {
    const sales = { itemPrices: new Map([["a", 3]]) } as never;
    expect(messageOf(() => planLedger(plan, { costs, sales }))).toBe(
      "The sales.itemPrices (a Map) must be an object with a value for each id.",
    );
  });
});
