import { readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { positive } from "../number-argument.js";
import type { EconomicOrderQuantityInput } from "./economic-order-quantity.js";

/** The best quantity when customers wait. */
export interface EconomicOrderQuantityWithBackorders {
  readonly orderQuantity: number;
  /** Ordering, holding and waiting in one unit of time. */
  readonly cost: number;
  /** Share of the demand that waits: h / (h + p). */
  readonly stockoutFraction: number;
  /** Units in stock just after an order has arrived. */
  readonly maxInventory: number;
  /** Units owed just before an order arrives. */
  readonly maxBackorders: number;
}

/**
 * The economic order quantity when demand may wait, at a cost for each unit and time.
 *
 * @param input - as for `economicOrderQuantity`, with the stockout cost of one unit and unit of time
 * @returns the quantity, its cost, the share that waits, the most in stock and the most owed
 * @throws PlanningInputError when a figure is missing, is no number or is not above 0
 *
 * Snyder & Shen §3.5; Zipkin §3.3; Silver, Pyke & Peterson §5.
 *
 * @example
 * ```ts
 * const input = { fixedCost: 8, holdingCost: 0.225, stockoutCost: 5, demandRate: 1300 };
 * economicOrderQuantityWithBackorders(input).orderQuantity.toFixed(2); // => "310.81"
 * ```
 */
export function economicOrderQuantityWithBackorders(
  input: EconomicOrderQuantityInput & { readonly stockoutCost: number },
): EconomicOrderQuantityWithBackorders {
  const { fixedCost, holdingCost, stockoutCost, demandRate } = readArgument(input, {
    fixedCost: positive,
    holdingCost: positive,
    stockoutCost: positive,
    demandRate: positive,
  });
  const stockoutFraction = holdingCost / (holdingCost + stockoutCost);
  const filled = stockoutCost / (holdingCost + stockoutCost);
  const orderQuantity = Math.sqrt((2 * fixedCost * demandRate) / holdingCost / filled);
  return finite({
    orderQuantity,
    cost: Math.sqrt(2 * fixedCost * demandRate * holdingCost * filled),
    stockoutFraction,
    maxInventory: orderQuantity * filled,
    maxBackorders: orderQuantity * stockoutFraction,
  });
}
