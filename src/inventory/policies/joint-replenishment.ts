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

/** Figures that differ by less are equal, but for the rounding of products and sums. */
const ROUNDING = 1e-12;

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
 * the others follow from it, rounded to whole multiples. Where several items have the least, each is tried,
 * and the cheapest answer counts; of equally cheap ones that of the item with the largest holding cost of its
 * demand. So the order of the items changes nothing.
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
  const ratios = finite(items.map((item) => item.fixedCost / holdingOf(item)));
  let best: JointReplenishment | undefined;
  for (const base of basesOf(items, ratios)) {
    const setup = sharedFixedCost + base.fixedCost;
    if (setup === 0) {
      const message =
        "With a sharedFixedCost of 0 and an item whose fixedCost is 0 it would be ordered all the time. Give one of them a cost.";
      refuse("contradiction", ["sharedFixedCost"], message);
    }
    const scale = holdingOf(base) / setup;
    const multiples = ratios.map((ratio) => Math.max(1, Math.round(Math.sqrt(ratio * scale))));
    const found = finite(orderedInMultiples(sharedFixedCost, items, multiples));
    if (best === undefined || found.cost < best.cost * (1 - ROUNDING)) best = found;
  }
  return best!;
}

/** Cost of holding what one unit of time needs, for one unit of time. */
function holdingOf({ holdingCost, demandRate }: JointReplenishmentItem): number {
  return holdingCost * demandRate;
}

/** The items with the least ratio, one of each cost of holding, the largest first. */
function basesOf(
  items: readonly JointReplenishmentItem[],
  ratios: readonly number[],
): readonly JointReplenishmentItem[] {
  const least = ratios.reduce((a, b) => Math.min(a, b));
  const tied = items.filter((_, n) => ratios[n]! <= least * (1 + ROUNDING));
  tied.sort((a, b) => holdingOf(b) - holdingOf(a));
  return tied.filter((item, n) => n === 0 || holdingOf(item) < holdingOf(tied[n - 1]!));
}

/** What it costs to order each item in every so-many-th order, at the best time between orders. */
function orderedInMultiples(
  sharedFixedCost: number,
  items: readonly JointReplenishmentItem[],
  orderMultiples: readonly number[],
): JointReplenishment {
  let fixed = sharedFixedCost;
  let holding = 0;
  for (const [n, item] of items.entries()) {
    fixed += item.fixedCost / orderMultiples[n]!;
    holding += holdingOf(item) * orderMultiples[n]!;
  }
  const baseCycleTime = Math.sqrt((2 * fixed) / holding);
  return {
    baseCycleTime,
    orderMultiples,
    orderQuantities: items.map((item, n) => item.demandRate * orderMultiples[n]! * baseCycleTime),
    cost: Math.sqrt(2 * fixed * holding),
  };
}
