import { optional, readArgument, refuse } from "../argument.js";
import { standardDistribution, standardQuantile } from "../distributions/standard-normal.js";
import { finite } from "../finite.js";
import { anyNumber, fraction } from "../number-argument.js";
import {
  LEAD_TIME_DEMAND,
  type LeadTimeDemand,
  type LeadTimeDemandOrParts,
  settle,
} from "./lead-time-demand.js";

/** A safety stock and what follows from it. */
export interface SafetyStock extends LeadTimeDemand {
  /** Units kept on top of the mean demand of the lead time. */
  readonly safetyStock: number;
  /** The safety stock in standard deviations (z, k). */
  readonly safetyFactor: number;
  /** Share of the cycles that end without a shortage; 1 where nothing varies. */
  readonly cycleService: number;
  /** At or below this stock on hand and on order the next order is due. */
  readonly reorderPoint: number;
}

/** How safe: one of the two. */
export interface CycleServiceTarget {
  /** Share of the cycles that shall end without a shortage, above 0 and below 1. */
  readonly cycleService?: number | undefined;
  /** Or the safety factor itself, for instance 1.65 out of a table. */
  readonly safetyFactor?: number | undefined;
}

/**
 * The safety stock with which a given share of the order cycles ends without a shortage: z times the
 * standard deviation of the demand in the lead time, which is taken to be normal.
 *
 * A share below one half gives a safety stock below 0.
 *
 * @param input - the cycle service or the safety factor; and the demand of the lead time, or demand and
 *   lead time with their means and deviations in one unit of time
 * @returns safety stock, factor, service, reorder point, and the demand of the lead time
 * @throws PlanningInputError when a figure is missing, out of range, or given twice
 *
 * Silver, Pyke & Peterson §7; Nahmias §5.5; Hopp & Spearman §2.4.
 *
 * @example
 * ```ts
 * const { safetyStock, reorderPoint } = safetyStockByCycleService({
 *   cycleService: 0.95,
 *   demandMean: 15,
 *   demandDeviation: 5,
 *   leadTimeMean: 4,
 *   leadTimeDeviation: 1,
 * });
 * [safetyStock.toFixed(1), reorderPoint.toFixed(1)]; // => ["29.7", "89.7"]
 * ```
 */
export function safetyStockByCycleService(
  input: CycleServiceTarget & LeadTimeDemandOrParts,
): SafetyStock {
  const { cycleService, safetyFactor, ...read } = readArgument(input, {
    cycleService: optional(fraction),
    safetyFactor: optional(anyNumber),
    ...LEAD_TIME_DEMAND,
  });
  const demand = settle(read);
  return finite(safetyStockAt(demand, readFactor(cycleService, safetyFactor)));
}

/** The safety factor out of a target. @throws PlanningInputError when there is none, or two */
export function readFactor(
  cycleService: number | undefined,
  safetyFactor: number | undefined,
): number {
  if (cycleService !== undefined && safetyFactor === undefined)
    return standardQuantile(cycleService);
  if (cycleService === undefined && safetyFactor !== undefined) return safetyFactor;
  refuse("contradiction", ["cycleService"], "Give either cycleService or safetyFactor.");
}

/** The safety stock of so many standard deviations. */
export function safetyStockAt(demand: LeadTimeDemand, safetyFactor: number): SafetyStock {
  const safetyStock = safetyFactor * demand.leadTimeDemandDeviation;
  return {
    safetyStock,
    safetyFactor,
    // What never varies is never short.
    cycleService: demand.leadTimeDemandDeviation === 0 ? 1 : standardDistribution(safetyFactor),
    reorderPoint: demand.leadTimeDemandMean + safetyStock,
    ...demand,
  };
}
