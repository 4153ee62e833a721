import { oneOf, optional, readArgument } from "../argument.js";
import { standardLoss, standardLossInverse } from "../distributions/standard-normal.js";
import { finite } from "../finite.js";
import { fraction, positive } from "../number-argument.js";
import { decreasingRoot } from "./decreasing-root.js";
import { LEAD_TIME_DEMAND, type LeadTimeDemandOrParts, settle } from "./lead-time-demand.js";
import { type SafetyStock, safetyStockAt } from "./safety-stock-by-cycle-service.js";

/** How much is served at once, and in what quantities is ordered. */
export interface FillRateTarget {
  /** Share of the demand that shall be served from stock at once, above 0 and below 1. */
  readonly fillRate: number;
  /** Units in each order. */
  readonly orderQuantity: number;
  /**
   * How the shortage of a cycle is counted. "exact" (when left out): what waits already when the order
   * arrives belongs to an earlier cycle. "simple": n(r) alone, as most books have it, which asks for a
   * little more where the order quantity is small.
   */
  readonly shortage?: "exact" | "simple" | undefined;
}

/**
 * The safety stock with which a given share of the demand is served at once (type 2 service), for
 * normal demand in the lead time that waits.
 *
 * Large orders need less of it, since shortages come once an order: then it may be below 0. Where
 * nothing varies it is 0.
 *
 * @param input - fill rate, order quantity, and the demand of the lead time or its parts
 * @returns safety stock, factor, cycle service, reorder point, and the demand of the lead time
 * @throws PlanningInputError when a figure is missing, out of range, or given twice
 *
 * Silver, Pyke & Peterson §7; Nahmias §5.5; Hadley & Whitin §4.9.
 *
 * @example
 * ```ts
 * const { safetyStock, cycleService } = safetyStockByFillRate({
 *   fillRate: 0.98,
 *   orderQuantity: 100,
 *   leadTimeDemandMean: 100,
 *   leadTimeDemandDeviation: 25,
 * });
 * [safetyStock.toFixed(2), cycleService.toFixed(3)]; // => ["25.53", "0.846"]
 * ```
 */
export function safetyStockByFillRate(input: FillRateTarget & LeadTimeDemandOrParts): SafetyStock {
  const { fillRate, orderQuantity, shortage, ...read } = readArgument(input, {
    fillRate: fraction,
    orderQuantity: positive,
    shortage: optional(oneOf("exact", "simple"), "exact"),
    ...LEAD_TIME_DEMAND,
  });
  const demand = settle(read);
  // What is needed in the lead time is known: no cycle is ever short.
  if (demand.leadTimeDemandDeviation === 0) return finite(safetyStockAt(demand, 0));
  const quantity = orderQuantity / demand.leadTimeDemandDeviation; // in standard deviations
  const short = (1 - fillRate) * quantity;
  const simple = standardLossInverse(short);
  if (shortage === "simple") return finite(safetyStockAt(demand, simple));
  const factor = decreasingRoot((z) => shortBetween(z, z + quantity), short, simple);
  return finite(safetyStockAt(demand, factor));
}

/** What a cycle leaves short of its own, in standard deviations. */
export function shortBetween(from: number, to: number): number {
  return standardLoss(from) - standardLoss(to);
}
