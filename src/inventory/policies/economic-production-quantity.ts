import { readArgument, refuse } from "../argument.js";
import { finite } from "../finite.js";
import { positive } from "../number-argument.js";
import type { EconomicOrderQuantityInput } from "./economic-order-quantity.js";

/** The best lot of something that is made at a finite rate. */
export interface EconomicProductionQuantity {
  readonly orderQuantity: number;
  /** Setting up and holding in one unit of time. */
  readonly cost: number;
  /** Units in stock when production of a lot ends. */
  readonly maxInventory: number;
  /** Time from one setup to the next. */
  readonly cycleTime: number;
  /** Of it the time in which a lot is made. */
  readonly productionTime: number;
}

/**
 * The lot at which setting up and holding cost least, when stock fills up at a finite rate while it
 * is used: Q = √(2Kλ / (h (1 − λ/μ))).
 *
 * @param input - as for `economicOrderQuantity`, with the units made in one unit of time
 * @returns the lot, its cost, the most in stock, and the times of a cycle
 * @throws PlanningInputError when a figure is not above 0, or production is not faster than demand
 *
 * Snyder & Shen §3.7; Nahmias §4.6; Hopp & Spearman §2.2.
 *
 * @example
 * ```ts
 * economicProductionQuantity({
 *   fixedCost: 45,
 *   holdingCost: 1,
 *   demandRate: 48_000,
 *   productionRate: 192_000,
 * });
 * // => { orderQuantity: 2400, cost: 1800, maxInventory: 1800, cycleTime: 0.05, productionTime: 0.0125 }
 * ```
 */
export function economicProductionQuantity(
  input: EconomicOrderQuantityInput & { readonly productionRate: number },
): EconomicProductionQuantity {
  const { fixedCost, holdingCost, demandRate, productionRate } = readArgument(input, {
    fixedCost: positive,
    holdingCost: positive,
    demandRate: positive,
    productionRate: positive,
  });
  if (productionRate <= demandRate) {
    const message = `The productionRate (${productionRate}) must be above the demandRate (${demandRate}), or stock never builds up.`;
    refuse("contradiction", ["productionRate"], message);
  }
  const kept = (productionRate - demandRate) / productionRate; // what of a lot goes into stock
  const orderQuantity = Math.sqrt((2 * fixedCost * demandRate) / holdingCost / kept);
  return finite({
    orderQuantity,
    cost: Math.sqrt(2 * fixedCost * demandRate * holdingCost * kept),
    maxInventory: orderQuantity * kept,
    cycleTime: orderQuantity / demandRate,
    productionTime: orderQuantity / productionRate,
  });
}
