import {
  addRatios,
  divideRatios,
  multiplyRatios,
  powerOfTen,
  type Ratio,
} from "../../core/index.js";
import { refuse } from "../argument.js";
import { fixedOrderQuantity } from "./fixed-order-quantity.js";
import type { LotFigures } from "./look-ahead.js";
import { type LotCosts, lotCosts } from "./lot-costs.js";
import { isModified, modifiedOrders } from "./lot-modifiers.js";
import type { LotProblem } from "./lot-problem.js";
import { UNCHECKED_RULES } from "./lot-rules.js";
import { cheapestPeriodsAt, periodCosts } from "./period-costs.js";

/** One order, received at the start of its period. */
export interface LotOrder {
  readonly period: number;
  /** In counts, above 0. */
  readonly quantity: number;
}

const TOO_LARGE =
  "The orders leave what is held exactly (2^53 of the smallest parts). Correct the quantities or the decimals.";

/** More orders than anybody places. */
const MOST_ORDERS = 100_000;

const ZERO: Ratio = { num: 0n, den: 1n };
const HALF: Ratio = { num: 1n, den: 2n };

/** Gives the lot of a period before modifiers, 0 when none is due, from the needs that are open. */
type Sizer = (needs: readonly number[], period: number) => number;

/**
 * Walks the periods, orders a lot whenever the rule wants one, and credits all of it to the needs
 * that are open, first to last.
 *
 * @throws PlanningInputError (`outOfRange`) when there would be more than 100,000 orders, or a
 * quantity would leave 2^53
 */
export function lotPlan(problem: LotProblem): LotOrder[] {
  const needs = [...problem.demand];
  const size = sizerOf(problem);
  const orders: LotOrder[] = [];
  let supplied = problem.onHand;
  credit(needs, 0, supplied);
  for (let period = 0; period < needs.length; period++) {
    const lot = size(needs, period);
    if (lot === 0) continue;
    const placed = placeOrders(problem, period, lot, orders);
    supplied += placed;
    if (!Number.isSafeInteger(supplied)) {
      refuse("outOfRange", ["demand"], TOO_LARGE);
    }
    credit(needs, period, placed);
  }
  return orders;
}

/** Takes a quantity off the open needs, the first ones first. */
function credit(needs: number[], from: number, quantity: number): void {
  let left = quantity;
  for (let period = from; left > 0 && period < needs.length; period++) {
    const covered = Math.min(left, needs[period]!);
    needs[period]! -= covered;
    left -= covered;
  }
}

/**
 * Adds the orders that modifiers, and lots that are orders of their own, make of a lot.
 *
 * @returns the sum of their quantities
 */
function placeOrders(problem: LotProblem, period: number, lot: number, orders: LotOrder[]): number {
  const { each, quantity, modifiers } = problem;
  const lots = each ? lot / quantity : 1;
  const [full, rest] = modifiedOrders(each ? quantity : lot, modifiers);
  const placed = lots * (full + (rest > 0 ? 1 : 0));
  if (!(orders.length + placed <= MOST_ORDERS)) {
    refuse(
      "outOfRange",
      ["demand"],
      `This makes more than ${MOST_ORDERS} orders. Correct the demand, the maximumOrder or the quantity.`,
    );
  }
  for (let n = 0; n < lots; n++) {
    for (let k = 0; k < full; k++) orders.push({ period, quantity: modifiers.maximum });
    if (rest > 0) orders.push({ period, quantity: rest });
  }
  return lots * (full * modifiers.maximum + rest);
}

function sizerOf(problem: LotProblem): Sizer {
  const { rule, quantity } = problem;
  switch (rule) {
    case "fixedOrderQuantity":
    case "economicOrderQuantity":
      return (needs, period) => {
        const need = needs[period]!;
        return need === 0 ? 0 : fixedOrderQuantity(need, quantity);
      };
    case "wagnerWhitin":
      return cheapestSizer(problem);
    default: {
      const covers = UNCHECKED_RULES[rule];
      const costsAt = costsOf(problem);
      let figures: LotFigures = { ...problem.figures, costs: costsAt(0) };
      return (needs, period) => {
        if (needs[period] === 0) return 0;
        const costs = costsAt(period);
        if (costs !== figures.costs) figures = { ...figures, costs };
        return sumOf(needs, period, period + covers(needs, period, needs.length, figures));
      };
    }
  }
}

/** The lots of the cheapest plan, which is made anew when an order has become another than it said. */
function cheapestSizer(problem: LotProblem): Sizer {
  const perCount = perCountOf(problem);
  const costs = periodCosts(
    problem.setupCost,
    problem.holdingCost.map(perCount),
    problem.unitCost.map(perCount),
  );
  let periods: readonly number[] | undefined;
  let next = 0;
  return (needs, period) => {
    if (periods === undefined) {
      periods = cheapestPeriodsAt(needs, period, costs);
      next = 0;
    }
    if (periods[next] !== period) return 0;
    next += 1;
    const lot = sumOf(needs, period, periods[next] ?? needs.length);
    if (isModified(lot, problem.modifiers)) periods = undefined;
    return lot;
  };
}

/** The costs that a rule weighs for the lot of a period. */
function costsOf(problem: LotProblem): (period: number) => LotCosts {
  const { setupCost, unitCost, holdingCost, isAverage, unitCostInAverage } = problem;
  const perCount = perCountOf(problem);
  const at = (period: number): LotCosts => {
    const holding = perCount(holdingCost[period]!);
    // On average a unit lies half a period longer than to the end of the one before its need.
    const half = isAverage ? multiplyRatios(holding, HALF) : ZERO;
    const unit = unitCostInAverage ? perCount(unitCost[period]!) : ZERO;
    return lotCosts(setupCost[period]!, holding, addRatios(half, unit));
  };
  // Costs that are given once are one object for all periods.
  const weighed = unitCostInAverage ? [...setupCost, ...unitCost] : setupCost;
  if (weighed.some((cost, n) => cost !== weighed[n - (n % setupCost.length)])) return at;
  const costs = at(0);
  return () => costs;
}

/** Turns money for a unit into money for a count. */
function perCountOf({ decimals }: LotProblem): (cost: Ratio) => Ratio {
  const counts = { num: powerOfTen(decimals), den: 1n };
  return (cost) => divideRatios(cost, counts);
}

function sumOf(needs: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let period = from; period < to; period++) sum += needs[period]!;
  return sum;
}
