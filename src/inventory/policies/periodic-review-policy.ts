import { optional, readArgument, refuse } from "../argument.js";
import {
  standardDistribution,
  standardLoss,
  standardQuantile,
} from "../distributions/standard-normal.js";
import { finite } from "../finite.js";
import { fraction, nonNegative, positive } from "../number-argument.js";
import { decreasingRoot } from "../safety-stock/decreasing-root.js";

/** Stock that is filled up to one level at every review. */
export interface PeriodicReviewInput {
  /** Mean demand of one unit of time. */
  readonly demandMean: number;
  /** Its standard deviation, normal and independent from time to time; above 0, or the lead time varies. */
  readonly demandDeviation: number;
  /** Time from one review to the next (R). */
  readonly reviewPeriod: number;
  /** Time from an order to its arrival (L). */
  readonly leadTime: number;
  /** Standard deviation of the lead time, 0 when left out. */
  readonly leadTimeDeviation?: number | undefined;
  /** Share of the review cycles that shall end without a shortage: this or `fillRate`. */
  readonly cycleService?: number | undefined;
  /** Share of the demand that shall be served from stock at once. */
  readonly fillRate?: number | undefined;
}

/** A level to order up to, and what it achieves. */
export interface PeriodicReviewPolicy {
  /** Stock on hand and on order is filled up to it at every review (S). */
  readonly orderUpTo: number;
  /** Of it what is kept on top of the mean demand of review period and lead time. */
  readonly safetyStock: number;
  /** Mean demand of review period and lead time. */
  readonly protectionDemandMean: number;
  /** Its standard deviation. */
  readonly protectionDemandDeviation: number;
  readonly cycleService: number;
  readonly fillRate: number;
}

/**
 * The (R,S) policy: the level to which stock is filled up at every review, for a cycle service or a
 * fill rate. It has to last for review period and lead time.
 *
 * @param input - mean and deviation of demand, review period, lead time, and the service
 * @returns the level, its safety stock, cycle service and fill rate
 * @throws PlanningInputError when a figure is missing or out of range, or both services are given
 *
 * Silver, Pyke & Peterson §7; Hadley & Whitin §5.2; Nahmias §5.6.
 *
 * @example
 * ```ts
 * const { orderUpTo, safetyStock, fillRate } = periodicReviewPolicy({
 *   demandMean: 100,
 *   demandDeviation: 20,
 *   reviewPeriod: 4,
 *   leadTime: 5,
 *   cycleService: 0.95,
 * });
 * [orderUpTo.toFixed(1), safetyStock.toFixed(1), fillRate.toFixed(4)]; // => ["998.7", "98.7", "0.9969"]
 * ```
 */
export function periodicReviewPolicy(input: PeriodicReviewInput): PeriodicReviewPolicy {
  const read = readArgument(input, {
    demandMean: positive,
    demandDeviation: nonNegative,
    reviewPeriod: positive,
    leadTime: nonNegative,
    leadTimeDeviation: optional(nonNegative, 0),
    cycleService: optional(fraction),
    fillRate: optional(fraction),
  });
  if ((read.cycleService === undefined) === (read.fillRate === undefined)) {
    refuse("contradiction", ["cycleService"], "Give either cycleService or fillRate.");
  }
  const { demandMean, demandDeviation, reviewPeriod, leadTime } = read;
  if (demandDeviation === 0 && read.leadTimeDeviation === 0) {
    const message =
      "The demandDeviation (0) must be above 0 where the lead time does not vary either. What never varies needs no policy: order up to demandMean × (reviewPeriod + leadTime).";
    refuse("outOfRange", ["demandDeviation"], message);
  }
  const byLeadTime = demandMean * read.leadTimeDeviation;
  const deviationOver = (time: number) => Math.hypot(demandDeviation * Math.sqrt(time), byLeadTime);
  const mean = demandMean * (reviewPeriod + leadTime);
  const deviation = deviationOver(reviewPeriod + leadTime);
  const before = deviationOver(leadTime);
  const each = demandMean * reviewPeriod;
  /** Share of a cycle's demand that it leaves short, less what was short when its order arrived. */
  const shortShare = (z: number): number => {
    const safety = z * deviation;
    const early = before === 0 ? 0 : before * standardLoss((safety + each) / before);
    return (deviation * standardLoss(z) - early) / each;
  };
  const z =
    read.fillRate === undefined
      ? standardQuantile(read.cycleService ?? 0.5)
      : decreasingRoot(shortShare, 1 - read.fillRate, 0);
  return finite({
    orderUpTo: mean + z * deviation,
    safetyStock: z * deviation,
    protectionDemandMean: mean,
    protectionDemandDeviation: deviation,
    cycleService: standardDistribution(z),
    fillRate: read.fillRate ?? Math.min(1, Math.max(0, 1 - shortShare(z))),
  });
}
