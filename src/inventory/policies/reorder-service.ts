import { readArgument } from "../argument.js";
import {
  standardDensity,
  standardDistribution,
  standardLoss,
  standardTail,
} from "../distributions/standard-normal.js";
import { finite } from "../finite.js";
import { anyNumber, deviationOr, nonNegative, positive } from "../number-argument.js";

/** What a reorder point and a quantity achieve. */
export interface ReorderService {
  /** Share of the cycles that end without a shortage. */
  readonly cycleService: number;
  /** Share of the demand that is served from stock at once. */
  readonly fillRate: number;
  /** Units short in a cycle, on average. */
  readonly shortagePerCycle: number;
  /** Units in stock on average, when what is short waits. */
  readonly expectedInventory: number;
  /** Units owed on average over time. */
  readonly expectedBackorders: number;
}

/**
 * What a reorder point and an order quantity achieve under normal demand that waits, exactly: what one
 * cycle leaves short is not counted again in the next.
 *
 * @param input - demand of the lead time, reorder point and quantity
 * @returns cycle service, fill rate, shortage in a cycle, and stock and backorders on average
 * @throws PlanningInputError when a figure is missing or out of range
 *
 * Hadley & Whitin §4.9; Zipkin §6.2; Silver, Pyke & Peterson §7.
 *
 * @example
 * ```ts
 * const { cycleService, fillRate } = reorderService({
 *   leadTimeDemandMean: 100,
 *   leadTimeDemandDeviation: 25,
 *   reorderPoint: 120,
 *   orderQuantity: 100,
 * });
 * [cycleService.toFixed(3), fillRate.toFixed(3)]; // => ["0.788", "0.970"]
 * ```
 */
export function reorderService(input: {
  readonly leadTimeDemandMean: number;
  readonly leadTimeDemandDeviation: number;
  readonly reorderPoint: number;
  readonly orderQuantity: number;
}): ReorderService {
  const read = readArgument(input, {
    leadTimeDemandMean: nonNegative,
    leadTimeDemandDeviation: deviationOr(
      "what never varies is never short from a reorder point of leadTimeDemandMean on",
    ),
    reorderPoint: anyNumber,
    orderQuantity: positive,
  });
  const { leadTimeDemandMean: mean, leadTimeDemandDeviation: deviation, orderQuantity } = read;
  const from = (read.reorderPoint - mean) / deviation;
  const to = (read.reorderPoint + orderQuantity - mean) / deviation;
  const shortagePerCycle = deviation * (standardLoss(from) - standardLoss(to));
  const backlog = deviation * deviation * (secondLoss(from) - secondLoss(to));
  const expectedBackorders = Math.max(0, backlog / orderQuantity);
  const expectedInventory = read.reorderPoint + orderQuantity / 2 - mean + expectedBackorders;
  return finite({
    cycleService: standardDistribution(from),
    fillRate: Math.min(1, Math.max(0, 1 - shortagePerCycle / orderQuantity)),
    shortagePerCycle,
    expectedInventory: Math.max(0, expectedInventory),
    expectedBackorders,
  });
}

/** ½ E[((Z − z)+)²], the loss function summed once more: Zipkin §C.2.5. */
function secondLoss(z: number): number {
  if (z < 0) return (z * z + 1) / 2 - secondLoss(-z);
  return Math.max(0, (z * z + 1) * standardTail(z) - z * standardDensity(z)) / 2;
}
