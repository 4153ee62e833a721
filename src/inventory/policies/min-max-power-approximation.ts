import { flag, optional, readArgument } from "../argument.js";
import { standardLevel } from "../distributions/standard-normal.js";
import { finite } from "../finite.js";
import { deviationOr, nonNegative, positive } from "../number-argument.js";

/** Stock under periodic review, by mean and standard deviation of demand. */
export interface MinMaxPowerInput {
  /** Mean demand of a period (μ). */
  readonly demandMean: number;
  /** Standard deviation of a period's demand (σ). */
  readonly demandDeviation: number;
  /** Periods from an order to its arrival, 0 when left out. */
  readonly leadTime?: number | undefined;
  /** Cost of placing one order (K). */
  readonly fixedCost: number;
  /** Cost of holding one unit for one period (h). */
  readonly holdingCost: number;
  /** Cost of owing one unit for one period (p). */
  readonly stockoutCost: number;
  /**
   * Whether both levels are held at or below the base stock level where the quantity is at most one
   * and a half mean demands, as Ehrhardt and Mosier add; left out they are not.
   */
  readonly limited?: boolean | undefined;
}

/**
 * An (s,S) policy close to the best, by a formula fitted to many: the revised power approximation of
 * Ehrhardt and Mosier.
 *
 * @param input - mean and deviation of a period's demand, lead time, costs
 * @returns reorder point and order-up-to level, not rounded
 * @throws PlanningInputError when a figure is missing or out of range
 *
 * R. Ehrhardt & C. Mosier, A Revision of the Power Approximation for Computing (s,S) Policies, 1984;
 * Snyder & Shen §4.4.
 *
 * @example
 * ```ts
 * const { reorderPoint, orderUpTo } = minMaxPowerApproximation({
 *   demandMean: 50,
 *   demandDeviation: 8,
 *   fixedCost: 2.5,
 *   holdingCost: 0.18,
 *   stockoutCost: 0.7,
 * });
 * [reorderPoint.toFixed(2), orderUpTo.toFixed(2)]; // => ["40.19", "74.29"]
 * ```
 */
export function minMaxPowerApproximation(input: MinMaxPowerInput): {
  readonly reorderPoint: number;
  readonly orderUpTo: number;
} {
  const read = readArgument(input, {
    demandMean: positive,
    demandDeviation: deviationOr(
      "for demand that never varies take minMaxPolicy, with one demand of probability 1",
    ),
    leadTime: optional(nonNegative, 0),
    fixedCost: positive,
    holdingCost: positive,
    stockoutCost: positive,
    limited: optional(flag, false),
  });
  const { demandMean, holdingCost, stockoutCost } = read;
  const mean = demandMean * (read.leadTime + 1);
  const deviation = read.demandDeviation * Math.sqrt(read.leadTime + 1);
  const quantity =
    1.3 *
    demandMean ** 0.494 *
    (read.fixedCost / holdingCost) ** 0.506 *
    (1 + (deviation / demandMean) ** 2) ** 0.116;
  const z = Math.sqrt((quantity * holdingCost) / (stockoutCost * deviation));
  const reorderPoint = 0.973 * mean + deviation * (0.183 / z + 1.063 - 2.192 * z);
  const orderUpTo = reorderPoint + quantity;
  if (!read.limited || quantity > 1.5 * demandMean) return finite({ reorderPoint, orderUpTo });
  const both = holdingCost + stockoutCost;
  const most = mean + deviation * standardLevel(stockoutCost / both, holdingCost / both);
  return finite({
    reorderPoint: Math.min(reorderPoint, most),
    orderUpTo: Math.min(orderUpTo, most),
  });
}
