import { listOf, objectOf, readArgument, refuse } from "../argument.js";
import { finite } from "../finite.js";
import { nonNegative, positive } from "../number-argument.js";

/** Items that are ordered together. */
export interface JointReplenishmentInput {
  /** Cost of each order, whatever is in it (A). */
  readonly sharedFixedCost: number;
  readonly items: readonly JointReplenishmentItem[];
}

/** One of them. */
export interface JointReplenishmentItem {
  /** Cost of each order that this item is in, on top of the shared one (aᵢ). */
  readonly fixedCost: number;
  /** Cost of holding one unit for one unit of time. */
  readonly holdingCost: number;
  /** Units needed in one unit of time. */
  readonly demandRate: number;
}

/** How often to order, and how much of each. */
export interface JointReplenishment {
  /** Time from one order to the next. */
  readonly baseCycleTime: number;
  /** Each item is in every so-many-th order; as the items are given. */
  readonly orderMultiples: readonly number[];
  /** Units of each item in the orders that it is in. */
  readonly orderQuantities: readonly number[];
  /** Ordering and holding of all items in one unit of time. */
  readonly cost: number;
}

/**
 * How often to order together, and which item in every first, second, third … order, by the
 * heuristic of Silver: the item with the least fixed cost for its value of demand is in every order,
 * the others follow from it, rounded to whole multiples.
 *
 * @param input - the cost that an order shares, and fixed cost, holding cost and demand of each item
 * @returns the time between orders, multiples and quantities of the items, and the cost
 * @throws PlanningInputError when a figure is out of range, or an item can be ordered at no fixed cost at all
 *
 * E. A. Silver, A Simple Method of Determining Order Quantities in Joint Replenishments, 1976;
 * Silver, Pyke & Peterson §11.2.
 *
 * @example
 * ```ts
 * const { orderMultiples, baseCycleTime, cost } = jointReplenishment({
 *   sharedFixedCost: 600,
 *   items: [
 *     { fixedCost: 120, holdingCost: 160, demandRate: 1 },
 *     { fixedCost: 840, holdingCost: 20, demandRate: 1 },
 *     { fixedCost: 300, holdingCost: 50, demandRate: 1 },
 *   ],
 * });
 * orderMultiples; // => [1, 3, 1]
 * [baseCycleTime.toFixed(3), cost.toFixed(2)]; // => ["3.103", "837.85"]
 * ```
 */
export function jointReplenishment(input: JointReplenishmentInput): JointReplenishment {
  const { sharedFixedCost, items } = readArgument(input, {
    sharedFixedCost: nonNegative,
    items: listOf(
      objectOf({ fixedCost: nonNegative, holdingCost: positive, demandRate: positive }),
      1,
    ),
  });
  const ratios = items.map((item) => item.fixedCost / (item.holdingCost * item.demandRate));
  const least = finite(ratios).reduce((a, b) => Math.min(a, b));
  const first = items[ratios.indexOf(least)]!;
  const setup = sharedFixedCost + first.fixedCost;
  if (setup === 0) {
    const message =
      "With a sharedFixedCost of 0 and an item whose fixedCost is 0 it would be ordered all the time. Give one of them a cost.";
    refuse("contradiction", ["sharedFixedCost"], message);
  }
  const scale = (first.holdingCost * first.demandRate) / setup;
  const orderMultiples = ratios.map((ratio) => Math.max(1, Math.round(Math.sqrt(ratio * scale))));
  let fixed = sharedFixedCost;
  let holding = 0;
  for (const [n, item] of items.entries()) {
    fixed += item.fixedCost / orderMultiples[n]!;
    holding += item.holdingCost * item.demandRate * orderMultiples[n]!;
  }
  const baseCycleTime = Math.sqrt((2 * fixed) / holding);
  return finite({
    baseCycleTime,
    orderMultiples,
    orderQuantities: items.map((item, n) => item.demandRate * orderMultiples[n]! * baseCycleTime),
    cost: Math.sqrt(2 * fixed * holding),
  });
}
