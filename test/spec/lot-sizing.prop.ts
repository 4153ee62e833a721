import { fc, test } from "@fast-check/vitest";
import { type Decimal, Decimal as Exact } from "orlicky/core";
import { type LotSizes, lotSizes, multiLevelLotSizes } from "orlicky/inventory";
import { describe, expect } from "vitest";
import { cheapestByTrying, costOf } from "../support/lot-sizing/brute-force.js";
import {
  changingLotProblem,
  everyRule,
  type SmallLotProblem,
  type SteadyLotProblem,
  steadyLotProblem,
  withRule,
} from "../support/lot-sizing/random-lot-problem.js";
import { runs } from "../support/runs.js";

const numbers = (list: readonly Decimal[]): number[] => list.map(Number);
const PERIODS = 8;

const modifiers = fc.record(
  {
    minimumOrder: fc.integer({ min: 1, max: 10 }),
    orderMultiple: fc.integer({ min: 1, max: 6 }),
    maximumOrder: fc.integer({ min: 20, max: 40 }),
  },
  { requiredKeys: [] },
);

describe("Lot sizing", () => {
  test.prop([steadyLotProblem(12), everyRule], { numRuns: 5 * runs })(
    "Every rule covers every need, and orders in no period that has none open",
    (problem, rule) => {
      const plan = lotSizes(withRule(problem, rule));
      expectCovered(plan, problem);
      const before = [problem.onHand, ...numbers(plan.stock)];
      for (const { period } of plan.lots) {
        const isLast = period === problem.demand.length - 1;
        const need = problem.demand[period]! + (isLast ? problem.terminalStock : 0);
        expect(before[period]).toBeLessThan(need);
      }
    },
  );

  test.prop([changingLotProblem(PERIODS)], { numRuns: 3 * runs })(
    "The optimum equals the best of all plans, whatever the costs, and so do the ties",
    (problem) => {
      const plan = lotSizes({ rule: "wagnerWhitin", ...problem });
      const best = cheapestByTrying(problem);
      expect(plan.totalCost.toNumber()).toBe(best.cost);
      expect(plan.lots.map(({ period }) => period)).toEqual(best.periods);
      expectCovered(plan, problem);
    },
  );

  test.prop([steadyLotProblem(PERIODS)], { numRuns: 2 * runs })(
    "With the same costs in all periods the optimum orders where a need is open, the last order as late as any",
    (problem) => {
      const plan = lotSizes({ rule: "wagnerWhitin", ...problem });
      const best = cheapestByTrying(problem);
      expect(plan.totalCost.toNumber()).toBe(best.cost);
      expect(numbers(plan.receipts)).toEqual(best.receipts);
    },
  );

  test.prop([steadyLotProblem(30), everyRule, fc.boolean()], { numRuns: 5 * runs })(
    "No rule costs less than the optimum",
    (problem, rule, isAverage) => {
      const holdingOn = isAverage ? "averageStock" : "endingStock";
      const sizing = withRule(problem, rule);
      const { setupCost, holdingCost } = sizing;
      const heuristic = lotSizes({ ...sizing, holdingOn });
      const optimum = lotSizes({
        ...problem,
        setupCost,
        holdingCost,
        rule: "wagnerWhitin",
        holdingOn,
      });
      expect(heuristic.totalCost.gte(optimum.totalCost)).toBe(true);
    },
  );

  test.prop([steadyLotProblem(12), everyRule, modifiers], { numRuns: 3 * runs })(
    "With a minimum, a multiple and a maximum every need is covered, and each order keeps to them",
    (problem, rule, sizes) => {
      const plan = lotSizes({ ...withRule(problem, rule), ...sizes });
      expectCovered(plan, problem);
      for (const { quantity } of plan.lots) {
        const size = quantity.toNumber();
        expect(size).toBeGreaterThanOrEqual(sizes.minimumOrder ?? 0);
        expect(size).toBeLessThanOrEqual(sizes.maximumOrder ?? size);
        expect(size % (sizes.orderMultiple ?? 1)).toBe(0);
      }
    },
  );

  test.prop([changingLotProblem(12), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 5 })], {
    numRuns: runs,
  })(
    "With modifiers each lot of the optimum is the first of the optimum for what is still needed",
    (problem, minimum, orderMultiple) => {
      const minimumOrder = minimum === 0 ? undefined : minimum;
      const plan = lotSizes({ rule: "wagnerWhitin", ...problem, minimumOrder, orderMultiple });
      let onHand = problem.onHand;
      for (const [period, need] of problem.demand.entries()) {
        const rest = from(problem, period, onHand);
        const [first] = lotSizes({ rule: "wagnerWhitin", ...rest }).lots;
        const lot = first?.period === 0 ? first.quantity.toNumber() : 0;
        const order = Math.ceil(Math.max(lot, minimum) / orderMultiple) * orderMultiple;
        const received = lot === 0 ? 0 : order;
        expect(plan.receipts[period]?.toNumber()).toBe(received);
        onHand += received - need;
      }
    },
  );

  test.prop([changingLotProblem(12), everyRule, fc.boolean()], { numRuns: 3 * runs })(
    "The costs of the orders, and of the stock on hand, add up to what the stock of all periods costs",
    (problem, rule, isSteady) => {
      const sizing = isSteady
        ? { ...withRule(steady(problem), rule), each: undefined }
        : { ...problem, rule: "wagnerWhitin" as const };
      const plan = lotSizes(sizing);
      const receipts = numbers(plan.receipts);
      expect(plan.totalCost.toNumber()).toBe(costOf(sizing, receipts));
      const byLots = plan.lots.reduce((sum, { totalCost }) => sum.plus(totalCost), new Exact(0));
      expect(plan.totalCost.minus(byLots).toNumber()).toBe(holdingOfStock(sizing));
    },
  );

  test.prop(
    [changingLotProblem(12), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 30 })],
    { numRuns: 2 * runs },
  )(
    "Counting in finer units, or money in other coins, changes the figures and not the plan",
    (problem, digits, coins) => {
      const unit = new Exact(10).pow(-digits);
      const fine = (n: number): string => new Exact(n).times(unit).toFixed();
      const each = (cost: number | number[], change: (n: number) => string) =>
        typeof cost === "number" ? change(cost) : cost.map(change);
      const coin = (n: number): string => `${n * coins}/7`;
      const coinOfUnit = (n: number): string => `${BigInt(n * coins) * 10n ** BigInt(digits)}/7`;
      const plan = lotSizes({ rule: "wagnerWhitin", ...problem });
      const other = lotSizes({
        rule: "wagnerWhitin",
        demand: problem.demand.map(fine),
        onHand: fine(problem.onHand),
        terminalStock: fine(problem.terminalStock),
        setupCost: each(problem.setupCost, coin),
        holdingCost: each(problem.holdingCost, coinOfUnit),
        unitCost: each(problem.unitCost, coinOfUnit),
      });
      expect(other.receipts.map(String)).toEqual(
        plan.receipts.map((received) => `${received.times(unit)}`),
      );
    },
  );

  test.prop(
    [
      fc.array(steadyLotProblem(1), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat({ max: 3 }), { minLength: 10, maxLength: 10 }),
      steadyLotProblem(8),
      everyRule,
      fc.constantFrom("none" as const, "mclaren" as const),
    ],
    { numRuns: runs },
  )(
    "In a product structure the lots of each item cover its needs from outside and those of its parents' lots",
    (costs, quantities, { demand }, rule, adjustment) => {
      const items = costs.map((problem, n) => ({
        ...withRule({ ...problem, holdingCost: problem.holdingCost + 1 }, rule),
        id: `${n}`,
        demand: n === 0 ? demand : demand.map((_, period) => (period + n) % 4),
      }));
      const lines = items.flatMap((_, parent) =>
        items.slice(parent + 1).flatMap((__, n) => {
          const quantity = quantities[(3 * parent + n) % quantities.length]!;
          return quantity === 0
            ? []
            : [{ parent: `${parent}`, component: `${parent + n + 1}`, quantity }];
        }),
      );
      const plan = multiLevelLotSizes({ items, lines, adjustment });
      for (const [n, item] of plan.items.entries()) {
        const needs = items[n]!.demand.map((need, period) =>
          lines
            .filter(({ component }) => component === item.id)
            .reduce(
              (sum, line) =>
                sum + line.quantity * plan.items[Number(line.parent)]!.receipts[period]!.toNumber(),
              need,
            ),
        );
        expect(numbers(item.demand)).toEqual(needs);
        expectCovered(item, { ...items[n]!, demand: needs });
      }
      const total = plan.items.reduce((sum, item) => sum.plus(item.totalCost), new Exact(0));
      expect(plan.totalCost.eq(total)).toBe(true);
    },
  );
});

/** The costs of the first period in all of them. */
function steady(problem: SmallLotProblem): SteadyLotProblem {
  const first = (cost: number | number[]): number => (typeof cost === "number" ? cost : cost[0]!);
  return {
    ...problem,
    setupCost: first(problem.setupCost),
    holdingCost: first(problem.holdingCost),
    unitCost: first(problem.unitCost),
  };
}

/** What is left of a problem from a period on. */
function from(problem: SmallLotProblem, period: number, onHand: number): SmallLotProblem {
  const rest = (cost: number | number[]) => (typeof cost === "number" ? cost : cost.slice(period));
  return {
    demand: problem.demand.slice(period),
    setupCost: rest(problem.setupCost),
    holdingCost: rest(problem.holdingCost),
    unitCost: rest(problem.unitCost),
    onHand,
    terminalStock: problem.terminalStock,
  };
}

/** What holding the stock on hand costs until it is used, or to the end. */
function holdingOfStock({ demand, onHand, holdingCost }: SmallLotProblem): number {
  let left = onHand;
  return demand.reduce((cost, need, period) => {
    left = Math.max(0, left - need);
    return cost + left * (typeof holdingCost === "number" ? holdingCost : holdingCost[period]!);
  }, 0);
}

/** Stock is never below nothing, what is asked at the end is there, and stock is conserved. */
function expectCovered(
  plan: LotSizes,
  problem: { demand: readonly number[]; onHand: number; terminalStock: number },
): void {
  const receipts = numbers(plan.receipts);
  let stock = problem.onHand;
  const stocks = problem.demand.map((need, period) => {
    stock += receipts[period]! - need;
    return stock;
  });
  expect(numbers(plan.stock)).toEqual(stocks);
  expect(Math.min(...stocks)).toBeGreaterThanOrEqual(0);
  expect(stock).toBeGreaterThanOrEqual(problem.terminalStock);
  expect(plan.endingInventory.toNumber()).toBe(stock);
  const sums = problem.demand.map(() => 0);
  for (const { period, quantity } of plan.lots) sums[period]! += quantity.toNumber();
  expect(receipts).toEqual(sums);
}
