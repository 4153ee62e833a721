import { optional, readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { positive } from "../number-argument.js";

/** How wrong each figure was: the estimate divided by the truth, 1 when left out. */
export interface SensitivityInput {
  readonly fixedCost?: number | undefined;
  readonly holdingCost?: number | undefined;
  readonly demandRate?: number | undefined;
  /** The quantity ordered divided by the one computed, for instance after rounding to a pallet. */
  readonly orderQuantity?: number | undefined;
}

/** What wrong estimates do. */
export interface Sensitivity {
  /** The quantity ordered divided by the best one. */
  readonly quantityRatio: number;
  /** The cost divided by the least cost: 1.25 is a quarter more. */
  readonly costRatio: number;
}

/**
 * What it costs to compute the economic order quantity from wrong estimates, or to order another:
 * the cost is flat around the best quantity, ½ (r + 1/r) at r times of it.
 *
 * @param input - for each figure the estimate divided by the truth
 * @returns the ratio of the quantity ordered to the best one, and of the costs
 * @throws PlanningInputError when a ratio is no number or is not above 0
 *
 * Snyder & Shen §3.2.3; Hopp & Spearman §2.2.3; Nahmias §4.5.
 *
 * @example
 * ```ts
 * // The demand was taken to be four times the truth.
 * economicOrderQuantitySensitivity({ demandRate: 4 });
 * // => { quantityRatio: 2, costRatio: 1.25 }
 * ```
 */
export function economicOrderQuantitySensitivity(input: SensitivityInput): Sensitivity {
  const { fixedCost, holdingCost, demandRate, orderQuantity } = readArgument(input, {
    fixedCost: optional(positive, 1),
    holdingCost: optional(positive, 1),
    demandRate: optional(positive, 1),
    orderQuantity: optional(positive, 1),
  });
  const quantityRatio = Math.sqrt((fixedCost * demandRate) / holdingCost) * orderQuantity;
  return finite({ quantityRatio, costRatio: (quantityRatio + 1 / quantityRatio) / 2 });
}
