import { add, type Check, optional, readArgument, refuse } from "../argument.js";
import { finite } from "../finite.js";
import { positive, wholeNumber } from "../number-argument.js";
import type { DiscreteDemand, PoissonDemand } from "./demand.js";
import { demandOver, readDemand } from "./demand.js";
import { bestLevel } from "./newsvendor.js";
import { LONGEST_SPAN, type Renewal, renewal } from "./renewal.js";

/** Stock under periodic review: filled up to one level whenever it has fallen to another. */
export interface MinMaxInput {
  /** The demand of one period, in whole units. */
  readonly demand: PoissonDemand | DiscreteDemand;
  /** Whole periods from an order to its arrival, 0 when left out. */
  readonly leadTime?: number | undefined;
  /** Cost of placing one order (K). */
  readonly fixedCost: number;
  /** Cost of holding one unit for one period (h). */
  readonly holdingCost: number;
  /** Cost of owing one unit for one period (p). */
  readonly stockoutCost: number;
}

/** What two levels cost in a period and achieve. */
export interface MinMaxCost {
  /** Ordering, holding and owing. */
  readonly cost: number;
  /** Orders in a period. */
  readonly ordersPerPeriod: number;
  /** Probability that a period ends without anything owed. */
  readonly serviceLevel: number;
  /** Units owed at the end of a period, on average. */
  readonly expectedBackorders: number;
  /** Units in stock at the end of a period, on average. */
  readonly expectedInventory: number;
}

/** The two best levels. */
export interface MinMaxPolicy extends MinMaxCost {
  /** An order is placed when stock on hand and on order, less what is owed, is at or below it (s). */
  readonly reorderPoint: number;
  /** It is filled up to this (S). */
  readonly orderUpTo: number;
}

/** A whole level of stock, below 0 too, so small that one more or less still counts. */
const WHOLE_LEVEL = wholeNumber(-1e12, 1e12);

/** Without a cost of ordering nothing is gained by waiting for a second level. */
const orderCost: Check<number> = (value, place) => {
  if (value !== 0) return positive(value, place);
  const message = `The ${place.path.join(".")} (0) must be above 0. Where an order costs nothing, one level is best: take baseStock.`;
  add(place, "outOfRange", message, { value: 0 });
  return 1;
};

const FIELDS = {
  demand: readDemand,
  leadTime: optional(wholeNumber(0, 1000), 0),
  fixedCost: orderCost,
  holdingCost: positive,
  stockoutCost: positive,
};

/**
 * The (s,S) policy with the least cost under demand that waits, exactly, by the algorithm of Zheng
 * and Federgruen.
 *
 * @param input - demand of a period (Poisson or by probabilities), lead time, costs
 * @returns whole reorder point and order-up-to level, their cost and service
 * @throws PlanningInputError when a figure is out of range, or the levels lie more than 4,000 apart
 *
 * Y.-S. Zheng & A. Federgruen, Finding Optimal (s,S) Policies Is About as Simple as Evaluating a
 * Single Policy, 1991; Snyder & Shen §4.4.
 *
 * @example
 * ```ts
 * const { reorderPoint, orderUpTo, cost } = minMaxPolicy({
 *   demand: { distribution: "poisson", mean: 6 },
 *   fixedCost: 5,
 *   holdingCost: 1,
 *   stockoutCost: 4,
 * });
 * [reorderPoint, orderUpTo, cost.toFixed(4)]; // => [4, 10, "8.0341"]
 * ```
 */
export function minMaxPolicy(input: MinMaxInput): MinMaxPolicy {
  const read = readArgument(input, FIELDS);
  const cycle = cycleOf(read as MinMaxInput);
  const { best, costAt, cost, visits } = cycle;
  const { fixedCost, holdingCost, stockoutCost } = read;
  const mean = cycle.mean / (read.leadTime + 1);
  const owing = stockoutCost / (holdingCost + stockoutCost);
  checkSpan(Math.sqrt((2 * fixedCost * mean) / holdingCost / owing)); // as the EOQ with backorders
  // The reorder point for the level of least cost: down, while one more unit lowers the mean.
  let orderUpTo = best;
  let reorderPoint = best - 1;
  let periods = visits.at(0);
  let total = fixedCost + periods * costAt(best);
  while (total > costAt(reorderPoint) * periods) {
    const more = visits.at(best - reorderPoint);
    total += more * costAt(reorderPoint);
    periods += more;
    reorderPoint -= 1;
    checkSpan(orderUpTo - reorderPoint);
  }
  // Higher levels as long as one can be better, the reorder point following upwards.
  let least = cost(reorderPoint, orderUpTo);
  for (let level = orderUpTo + 1; costAt(level) <= least; level++) {
    if (cost(reorderPoint, level) >= least) continue;
    orderUpTo = level;
    while (
      reorderPoint + 1 < orderUpTo &&
      cost(reorderPoint, orderUpTo) <= costAt(reorderPoint + 1)
    ) {
      reorderPoint += 1;
    }
    least = cost(reorderPoint, orderUpTo);
  }
  return finite({ reorderPoint, orderUpTo, ...cycle.achieved(reorderPoint, orderUpTo) });
}

/**
 * What an (s,S) policy costs and achieves under demand that waits, exactly.
 *
 * @param input - as for `minMaxPolicy`, with a whole reorder point below a whole order-up-to level
 * @returns cost, orders in a period, service, backorders and stock
 * @throws PlanningInputError when a figure is out of range, or the levels are not in order or lie more
 *   than 4,000 apart
 *
 * Snyder & Shen §4.4; Veinott & Wagner 1965.
 *
 * @example
 * ```ts
 * const { cost } = minMaxPolicyCost({
 *   demand: { distribution: "poisson", mean: 6 },
 *   fixedCost: 5,
 *   holdingCost: 1,
 *   stockoutCost: 4,
 *   reorderPoint: 6,
 *   orderUpTo: 18,
 * });
 * cost.toFixed(4); // => "10.1938"
 * ```
 */
export function minMaxPolicyCost(
  input: MinMaxInput & { readonly reorderPoint: number; readonly orderUpTo: number },
): MinMaxCost {
  const { reorderPoint, orderUpTo, ...read } = readArgument(input, {
    ...FIELDS,
    reorderPoint: WHOLE_LEVEL,
    orderUpTo: WHOLE_LEVEL,
  });
  if (orderUpTo <= reorderPoint) {
    const message = `The orderUpTo (${orderUpTo}) must be above the reorderPoint (${reorderPoint}).`;
    refuse("contradiction", ["orderUpTo"], message);
  }
  return finite(cycleOf(read as MinMaxInput).achieved(reorderPoint, orderUpTo));
}

function checkSpan(span: number): void {
  if (span <= LONGEST_SPAN) return;
  const message = `The reorder point and the level to order up to lie more than ${LONGEST_SPAN} units apart. Count in larger units, or take minMaxPowerApproximation.`;
  refuse("outOfRange", ["fixedCost"], message);
}

/** What the search asks: the cost of a period at a level, and of a policy. */
interface Cycle {
  /** Mean demand of lead time and one period. */
  readonly mean: number;
  readonly visits: Renewal;
  /** The level with the least cost of holding and owing. */
  readonly best: number;
  /** Expected holding and owing in a period that begins with the position at a level. */
  costAt(level: number): number;
  /** Cost of a period under the policy. */
  cost(reorderPoint: number, orderUpTo: number): number;
  achieved(reorderPoint: number, orderUpTo: number): MinMaxCost;
}

function cycleOf(input: MinMaxInput): Cycle {
  const { demand, leadTime = 0, fixedCost, holdingCost, stockoutCost } = input;
  if ((demand.distribution as string) === "normal") {
    const message =
      'The (s,S) policy is computed for demand of whole units. Give the distribution "poisson" or "discrete", or take minMaxPowerApproximation.';
    refuse("contradiction", ["demand", "distribution"], message);
  }
  const model = demandOver(demand, leadTime + 1, ["leadTime"]);
  const visits = renewal(demand);
  const best = bestLevel(model, holdingCost, stockoutCost);
  const computed = (level: number): number => {
    const excess = model.excess(level);
    return holdingCost * Math.max(0, level - model.mean + excess) + stockoutCost * excess;
  };
  const up: number[] = []; // cost at best, best + 1, …
  const down: number[] = []; // cost at best − 1, best − 2, …
  const costAt = (level: number): number => {
    const list = level >= best ? up : down;
    const place = level >= best ? level - best : best - 1 - level;
    if (place > 2 * LONGEST_SPAN) return computed(level);
    while (list.length <= place) {
      list.push(computed(level >= best ? best + list.length : best - 1 - list.length));
    }
    return list[place]!;
  };
  /** Mean of a figure over the periods from one order to the next, by the position in each. */
  const mean = (s: number, S: number, at: (level: number) => number, once = 0): number => {
    checkSpan(S - s);
    let total = once;
    let periods = 0;
    for (let below = 0; below < S - s; below++) {
      const share = visits.at(below);
      total += share * at(S - below);
      periods += share;
    }
    return total / periods;
  };
  const cost = (s: number, S: number) => mean(s, S, costAt, fixedCost);
  return {
    mean: model.mean,
    visits,
    best,
    costAt,
    cost,
    achieved: (s, S) => {
      const expectedBackorders = mean(s, S, model.excess);
      const level = mean(s, S, (position) => position);
      return {
        cost: cost(s, S),
        ordersPerPeriod: mean(s, S, () => 0, 1),
        serviceLevel: mean(s, S, (position) => 1 - model.tail(position)),
        expectedBackorders,
        expectedInventory: Math.max(0, level - model.mean + expectedBackorders),
      };
    },
  };
}
