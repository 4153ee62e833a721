import { readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { positive } from "../number-argument.js";
import type { EconomicOrderQuantityInput } from "./economic-order-quantity.js";

/** What ordering a quantity costs in one unit of time. */
export interface EconomicOrderQuantityCost {
  /** Ordering and holding together, without the price of the goods. */
  readonly cost: number;
  /** Of it for placing orders: K λ / Q. */
  readonly orderingCost: number;
  /** Of it for holding stock: h Q / 2. */
  readonly holdingCost: number;
  /** The cost in relation to the least possible: ½ (Q / Q* + Q* / Q), 1 at the best quantity. */
  readonly costRatio: number;
}

/**
 * What any order quantity costs in one unit of time, and how far that is above the least.
 *
 * @param input - fixed cost of an order, holding cost of a unit and time, demand in that time, quantity
 * @returns the cost, its two parts, and its ratio to the least cost
 * @throws PlanningInputError when a figure is missing, is no number or is not above 0
 *
 * Snyder & Shen §3.2; Hopp & Spearman §2.2.
 *
 * @example
 * ```ts
 * const input = { fixedCost: 10, holdingCost: 0.5, demandRate: 1000, orderQuantity: 400 };
 * economicOrderQuantityCost(input);
 * // => { cost: 125, orderingCost: 25, holdingCost: 100, costRatio: 1.25 }
 * ```
 */
export function economicOrderQuantityCost(
  input: EconomicOrderQuantityInput & { readonly orderQuantity: number },
): EconomicOrderQuantityCost {
  const { fixedCost, holdingCost, demandRate, orderQuantity } = readArgument(input, {
    fixedCost: positive,
    holdingCost: positive,
    demandRate: positive,
    orderQuantity: positive,
  });
  const orderingCost = (fixedCost * demandRate) / orderQuantity;
  const holding = (holdingCost * orderQuantity) / 2;
  const cost = orderingCost + holding;
  const least = Math.sqrt(2 * fixedCost * demandRate * holdingCost);
  return finite({ cost, orderingCost, holdingCost: holding, costRatio: cost / least });
}
