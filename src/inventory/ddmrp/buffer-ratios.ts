import { addRatios, multiplyRatios, ONE, type Ratio } from "../../core/index.js";
import { larger } from "../exact-number.js";

/** What the zones of a buffer follow from, as exact ratios. */
export interface BufferRatios {
  /** Units used on a day on average. */
  readonly averageDailyUsage: Ratio;
  /** Days of the longest way without a buffer, see `decoupledLeadTimes`. */
  readonly decoupledLeadTime: Ratio;
  /** Part of a lead time's usage that is kept for its length. */
  readonly leadTimeFactor: Ratio;
  /** Part of the red base that is kept on top of it for variability. */
  readonly variabilityFactor: Ratio;
  /** Days between two orders, when they are imposed or wished. */
  readonly orderCycle: Ratio;
  /** Least units of an order. */
  readonly minimumOrder: Ratio;
  /** Part of the red zone from which the demand of a day is a spike. */
  readonly spikeShare: Ratio;
}

/** Planned adjustments of the zones themselves. */
export interface ZoneAdjustments {
  readonly red: Ratio;
  readonly yellow: Ratio;
  readonly green: Ratio;
}

/** Nothing is adjusted. */
export const UNADJUSTED: ZoneAdjustments = { red: ONE, yellow: ONE, green: ONE };

/** How a figure becomes a whole one, if at all. */
export type WholeFigure = (figure: Ratio) => Ratio;

/** The zones as ratios. */
export interface ExactZones {
  readonly redBase: Ratio;
  readonly redSafety: Ratio;
  readonly red: Ratio;
  readonly yellow: Ratio;
  readonly greenOrderCycle: Ratio;
  readonly greenLeadTime: Ratio;
  readonly greenMinimumOrder: Ratio;
  readonly green: Ratio;
  readonly topOfYellow: Ratio;
  readonly topOfGreen: Ratio;
  readonly spikeThreshold: Ratio;
}

/**
 * Computes the zones of a buffer.
 *
 * @param ratios - usage, lead time and factors
 * @param adjustments - factors of whole zones
 * @param whole - rounds each figure as it is made
 * @param from - whether a figure follows from exact ones, or from those that are rounded already
 *
 * C. Ptak and C. Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 */
export function exactZones(
  ratios: BufferRatios,
  adjustments: ZoneAdjustments,
  whole: WholeFigure,
  from: "exact" | "rounded",
): ExactZones {
  const usage = ratios.averageDailyUsage;
  const leadTimeUsage = multiplyRatios(ratios.decoupledLeadTime, usage);
  const exactBase = multiplyRatios(leadTimeUsage, ratios.leadTimeFactor);
  const redBase = whole(exactBase);
  const base = from === "exact" ? exactBase : redBase;
  const exactSafety = multiplyRatios(base, ratios.variabilityFactor);
  const redSafety = whole(exactSafety);
  const adjusted = (figure: Ratio) => multiplyRatios(figure, adjustments.red);
  const red =
    from === "exact"
      ? addRatios(whole(adjusted(exactBase)), whole(adjusted(exactSafety)))
      : whole(adjusted(addRatios(redBase, redSafety)));
  const yellow = whole(multiplyRatios(leadTimeUsage, adjustments.yellow));
  const cycleUsage = multiplyRatios(ratios.orderCycle, usage);
  const greenOrderCycle = whole(cycleUsage);
  const greenMinimumOrder = whole(ratios.minimumOrder);
  const largest =
    from === "exact"
      ? [cycleUsage, exactBase, ratios.minimumOrder].reduce(larger)
      : [greenOrderCycle, redBase, greenMinimumOrder].reduce(larger);
  const green = whole(multiplyRatios(largest, adjustments.green));
  const topOfYellow = addRatios(red, yellow);
  return {
    redBase,
    redSafety,
    red,
    yellow,
    greenOrderCycle,
    greenLeadTime: redBase,
    greenMinimumOrder,
    green,
    topOfYellow,
    topOfGreen: addRatios(topOfYellow, green),
    spikeThreshold: whole(multiplyRatios(red, ratios.spikeShare)),
  };
}
