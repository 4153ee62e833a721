import { readArgument, refuse } from "../argument.js";
import {
  poissonExcess,
  poissonLevel,
  poissonTails,
  poissonTerm,
} from "../distributions/poisson-terms.js";
import { finite } from "../finite.js";
import { nonNegative, positive, wholeNumber } from "../number-argument.js";

/** Stock under continuous review: so much is ordered whenever its position falls to a point. */
export interface PoissonReorderInput {
  /** Units needed in one unit of time, one by one (λ). */
  readonly demandRate: number;
  /** Time from an order to its arrival (L). */
  readonly leadTime: number;
  /** Cost of placing one order (K). */
  readonly fixedCost: number;
  /** Cost of holding one unit for one unit of time (h). */
  readonly holdingCost: number;
  /** Cost of owing one unit for one unit of time (p). */
  readonly stockoutCost: number;
}

/** What a reorder point and an order quantity cost in one unit of time and achieve. */
export interface PoissonReorderCost {
  /** Ordering, holding and owing. */
  readonly cost: number;
  /** Share of the demand that is served from stock at once. */
  readonly fillRate: number;
  /** Units owed on average over time. */
  readonly expectedBackorders: number;
  /** Units in stock on average over time. */
  readonly expectedInventory: number;
}

/** The best reorder point and quantity. */
export interface PoissonReorderPolicy extends PoissonReorderCost {
  /** An order is placed when stock on hand and on order, less what is owed, falls to it (r). */
  readonly reorderPoint: number;
  /** Units in each order (Q). */
  readonly orderQuantity: number;
}

/** The largest order quantity that is computed exactly, unit by unit. */
const LARGEST_QUANTITY = 1_000_000;
const LARGEST_MEAN = 1e9;

/** A whole level of stock, below 0 too, so small that one more or less still counts. */
const WHOLE_LEVEL = wholeNumber(-1e12, 1e12);

const FIELDS = {
  demandRate: positive,
  leadTime: nonNegative,
  fixedCost: positive,
  holdingCost: positive,
  stockoutCost: positive,
};

/**
 * The reorder point and order quantity with the least cost under Poisson demand that waits, exactly:
 * the (r,Q) policy by the algorithm of Federgruen and Zheng.
 *
 * @param input - demand, lead time, and the costs of an order, of holding and of owing a unit
 * @returns whole reorder point and quantity, their cost, fill rate, mean backorders and stock
 * @throws PlanningInputError when a figure is out of range, the demand of a lead time is above 1e9 or
 *   the quantity above a million
 *
 * A. Federgruen & Y.-S. Zheng, An Efficient Algorithm for Computing an Optimal (r,Q) Policy, 1992;
 * Snyder & Shen §5.5; Zipkin §6.4.
 *
 * @example
 * ```ts
 * const policy = poissonReorderPolicy({
 *   demandRate: 1.5,
 *   leadTime: 2,
 *   fixedCost: 100,
 *   holdingCost: 20,
 *   stockoutCost: 150,
 * });
 * [policy.reorderPoint, policy.orderQuantity]; // => [3, 5]
 * policy.cost.toFixed(2); // => "107.92"
 * ```
 */
export function poissonReorderPolicy(input: PoissonReorderInput): PoissonReorderPolicy {
  const read = readArgument(input, FIELDS);
  const { demandRate, fixedCost, holdingCost, stockoutCost } = read;
  const mean = leadTimeMean(read);
  const ordering = fixedCost * demandRate;
  const upTo = stockoutCost / (holdingCost + stockoutCost);
  const rough = Math.sqrt((2 * ordering) / holdingCost / upTo);
  if (!(rough <= LARGEST_QUANTITY)) refuseQuantity(rough);
  const costAt = (level: number, excess: number) =>
    holdingCost * (level - mean + excess) + stockoutCost * excess;

  // From the level of least cost outwards, always to the cheaper side, while that lowers the mean.
  const best = poissonLevel(upTo, holdingCost / (holdingCost + stockoutCost), mean);
  const low = { level: best - 1, excess: poissonExcess(best - 1, mean), cost: 0 };
  const high = { level: best + 1, excess: poissonExcess(best + 1, mean), cost: 0 };
  let aboveLow = poissonTails(low.level, mean).above;
  let aboveHigh = poissonTails(high.level, mean).above;
  low.cost = costAt(low.level, low.excess);
  high.cost = costAt(high.level, high.excess);
  let sum = costAt(best, poissonExcess(best, mean));
  let orderQuantity = 1;
  while (Math.min(low.cost, high.cost) * orderQuantity < ordering + sum) {
    if (low.cost <= high.cost) {
      sum += low.cost;
      aboveLow += poissonTerm(low.level, mean);
      low.level -= 1;
      low.excess += aboveLow;
      low.cost = costAt(low.level, low.excess);
    } else {
      sum += high.cost;
      high.excess = Math.max(0, high.excess - aboveHigh);
      high.level += 1;
      aboveHigh = Math.max(0, aboveHigh - poissonTerm(high.level, mean));
      high.cost = costAt(high.level, high.excess);
    }
    orderQuantity += 1;
    if (orderQuantity > 2 * LARGEST_QUANTITY) refuseQuantity(rough);
  }
  const reorderPoint = low.level;
  const found = costOf(read, mean, reorderPoint, orderQuantity);
  return finite({ reorderPoint, orderQuantity, ...found });
}

/**
 * What a reorder point and an order quantity cost and achieve under Poisson demand that waits, exactly.
 *
 * @param input - as for `poissonReorderPolicy`, with a whole reorder point and quantity
 * @returns cost, fill rate, mean backorders and stock
 * @throws PlanningInputError when a figure is out of range, or the quantity above two million
 *
 * Snyder & Shen §5.5; Zipkin §6.2; Hadley & Whitin §4.7.
 *
 * @example
 * ```ts
 * const { cost, fillRate } = poissonReorderPolicyCost({
 *   demandRate: 1.5,
 *   leadTime: 2,
 *   fixedCost: 100,
 *   holdingCost: 20,
 *   stockoutCost: 150,
 *   reorderPoint: 8,
 *   orderQuantity: 12,
 * });
 * [cost.toFixed(2), fillRate.toFixed(4)]; // => ["242.53", "0.9996"]
 * ```
 */
export function poissonReorderPolicyCost(
  input: PoissonReorderInput & { readonly reorderPoint: number; readonly orderQuantity: number },
): PoissonReorderCost {
  const { reorderPoint, orderQuantity, ...read } = readArgument(input, {
    ...FIELDS,
    reorderPoint: WHOLE_LEVEL,
    orderQuantity: wholeNumber(1, 2 * LARGEST_QUANTITY),
  });
  return finite(costOf(read, leadTimeMean(read), reorderPoint, orderQuantity));
}

function leadTimeMean({ demandRate, leadTime }: { demandRate: number; leadTime: number }): number {
  const mean = demandRate * leadTime;
  if (mean <= LARGEST_MEAN) return mean;
  const message = `The demand of a lead time is ${mean} on average. Poisson demand is computed up to ${LARGEST_MEAN}; count in larger units or take normal demand.`;
  refuse("outOfRange", ["leadTime"], message);
}

function refuseQuantity(rough: number): never {
  const message = `The quantity comes near ${rough.toPrecision(3)}. Whole units are computed up to ${LARGEST_QUANTITY}; count in larger units or take normal demand.`;
  refuse("outOfRange", ["fixedCost"], message);
}

/** The position is each of r + 1 … r + Q equally often, whatever is on its way: Zipkin §6.2.3. */
function costOf(
  input: PoissonReorderInput,
  mean: number,
  reorderPoint: number,
  orderQuantity: number,
): PoissonReorderCost {
  const { demandRate, fixedCost, holdingCost, stockoutCost } = input;
  // From the top down, so that only positive figures are added.
  const top = reorderPoint + orderQuantity;
  let excess = poissonExcess(top, mean);
  let { above } = poissonTails(top, mean);
  let backorders = 0;
  let short = 0; // Σ P(D ≥ level): a unit wanted then has to wait
  for (let level = top; level > reorderPoint; level--) {
    const term = poissonTerm(level, mean);
    backorders += excess;
    short += Math.min(1, above + term);
    above = Math.min(1, above + term);
    excess += above;
  }
  const expectedBackorders = backorders / orderQuantity;
  const meanLevel = reorderPoint + (orderQuantity + 1) / 2;
  const expectedInventory = Math.max(0, meanLevel - mean + expectedBackorders);
  const owing = holdingCost * expectedInventory + stockoutCost * expectedBackorders;
  return {
    cost: (fixedCost * demandRate) / orderQuantity + owing,
    fillRate: Math.max(0, 1 - short / orderQuantity),
    expectedBackorders,
    expectedInventory,
  };
}
