import { readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { positive } from "../number-argument.js";

/** What the economic order quantity follows from; one unit of time in all of them, often a year. */
export interface EconomicOrderQuantityInput {
  /** Cost of placing one order, whatever its quantity (K). */
  readonly fixedCost: number;
  /** Cost of holding one unit for one unit of time (h). */
  readonly holdingCost: number;
  /** Units needed in one unit of time (λ, D). */
  readonly demandRate: number;
}

/** The quantity with the least cost, and what it costs. */
export interface EconomicOrderQuantity {
  /** Units in each order. */
  readonly orderQuantity: number;
  /** Ordering and holding in one unit of time, without the price of the goods. */
  readonly cost: number;
  /** Orders in one unit of time. */
  readonly ordersPerTime: number;
  /** Time from one order to the next. */
  readonly cycleTime: number;
}

/**
 * The quantity at which ordering and holding together cost least: Q = √(2Kλ / h).
 *
 * @param input - fixed cost of an order, holding cost of a unit and time, demand in that time
 * @returns the order quantity (not rounded), its cost, orders in and time between them
 * @throws PlanningInputError when a figure is missing, is no number or is not above 0
 *
 * Harris 1913; Snyder & Shen §3.2; Hopp & Spearman §2.2; Silver, Pyke & Peterson §5.2.
 *
 * @example
 * ```ts
 * economicOrderQuantity({ fixedCost: 10, holdingCost: 0.5, demandRate: 1000 });
 * // => { orderQuantity: 200, cost: 100, ordersPerTime: 5, cycleTime: 0.2 }
 * ```
 */
export function economicOrderQuantity(input: EconomicOrderQuantityInput): EconomicOrderQuantity {
  const { fixedCost, holdingCost, demandRate } = readArgument(input, {
    fixedCost: positive,
    holdingCost: positive,
    demandRate: positive,
  });
  const orderQuantity = Math.sqrt((2 * fixedCost * demandRate) / holdingCost);
  return finite({
    orderQuantity,
    cost: Math.sqrt(2 * fixedCost * demandRate * holdingCost),
    ordersPerTime: demandRate / orderQuantity,
    cycleTime: orderQuantity / demandRate,
  });
}
