import { addRatios, multiplyRatios, ONE, type Ratio } from "../../core/index.js";
import { objectOf, oneOf, optional, readArgument } from "../argument.js";
import { asNumber, compareRatios } from "../exact-number.js";
import { finite } from "../finite.js";
import { type ExactNumber, exactNonNegative, exactPositive } from "../lot-sizing/exact-argument.js";
import { exactZones, UNADJUSTED, type WholeFigure } from "./buffer-ratios.js";
import { asItIs, roundedHalfUp, roundedUp } from "./rounding.js";

/** How the figures of a buffer become whole. */
export type BufferRounding = "none" | "halfUp" | "up";

/** Planned changes of a buffer, each a factor; 1 leaves things as they are. */
export interface BufferAdjustments {
  /** Of the average daily usage: a season, a promotion, a product that comes or goes. */
  readonly demand?: ExactNumber | undefined;
  /** Of the decoupled lead time: a supplier that is known to be slower for a while. */
  readonly leadTime?: ExactNumber | undefined;
  /** Of one zone alone. */
  readonly red?: ExactNumber | undefined;
  readonly yellow?: ExactNumber | undefined;
  readonly green?: ExactNumber | undefined;
}

/** What the zones of a buffer follow from. */
export interface BufferZonesInput {
  /** Units used on a day on average, see {@link averageDailyUsage}. */
  readonly averageDailyUsage: ExactNumber;
  /** Days of the longest way without a buffer, see {@link decoupledLeadTimes}. */
  readonly decoupledLeadTime: ExactNumber;
  /** Part of a lead time's usage that is kept for its length: small for long lead times; 0: no red zone. */
  readonly leadTimeFactor: ExactNumber;
  /** Part of the red base that is kept on top of it: large for large variability. */
  readonly variabilityFactor: ExactNumber;
  /** Least units of an order; 0 without. */
  readonly minimumOrder?: ExactNumber | undefined;
  /** Days between two orders, when they are imposed or wished; 0 without. */
  readonly orderCycle?: ExactNumber | undefined;
  readonly adjustments?: BufferAdjustments | undefined;
  /** Part of the red zone from which the demand of a day is a spike; a half without. */
  readonly spikeShare?: ExactNumber | undefined;
  /**
   * `"none"` (without it): as they come. `"halfUp"`: each figure to the nearest whole unit as it is
   * made, the next from the rounded one, as the book prints them. `"up"`: each figure up from the
   * exact ones, as the planner does; red is the sum of its two parts. What lies in stock on average is
   * not rounded.
   */
  readonly rounding?: BufferRounding | undefined;
}

/** The zones of a buffer, in units. */
export interface BufferZones {
  /** Usage and lead time after their adjustments. */
  readonly averageDailyUsage: number;
  readonly decoupledLeadTime: number;
  /** Usage within the lead time × lead-time factor. */
  readonly redBase: number;
  /** Red base × variability factor. */
  readonly redSafety: number;
  /** What is kept for safety: both; the top of red. */
  readonly red: number;
  /** Usage within the lead time. */
  readonly yellow: number;
  /** What the green zone could be: usage in an order cycle, the red base, the least order. */
  readonly greenOrderCycle: number;
  readonly greenLeadTime: number;
  readonly greenMinimumOrder: number;
  /** The largest of the three: about the size of an order. */
  readonly green: number;
  /** Which of the three it is; of equal ones the first of order cycle, lead time, least order. */
  readonly greenBy: "orderCycle" | "leadTime" | "minimumOrder";
  /** Red and yellow: below it an order is due. */
  readonly topOfYellow: number;
  /** All three: up to it is ordered. */
  readonly topOfGreen: number;
  /** Red and half of green: what lies in stock on average when all goes as planned. */
  readonly averageOnHand: number;
  /** Red × share: a day with so much demand is a spike. */
  readonly spikeThreshold: number;
}

const NOTHING: Ratio = { num: 0n, den: 1n };
const HALF: Ratio = { num: 1n, den: 2n };

const ROUNDINGS: Readonly<Record<BufferRounding, WholeFigure>> = {
  none: asItIs,
  halfUp: roundedHalfUp,
  up: roundedUp,
};

const FIELDS = {
  averageDailyUsage: exactNonNegative,
  decoupledLeadTime: exactNonNegative,
  leadTimeFactor: exactNonNegative,
  variabilityFactor: exactNonNegative,
  minimumOrder: optional(exactNonNegative, NOTHING),
  orderCycle: optional(exactNonNegative, NOTHING),
  adjustments: optional(
    objectOf({
      demand: optional(exactNonNegative, ONE),
      leadTime: optional(exactNonNegative, ONE),
      red: optional(exactNonNegative, ONE),
      yellow: optional(exactNonNegative, ONE),
      green: optional(exactNonNegative, ONE),
    }),
    { demand: ONE, leadTime: ONE, ...UNADJUSTED },
  ),
  spikeShare: optional(exactPositive, HALF),
  rounding: optional(oneOf("none", "halfUp", "up"), "none"),
};

/**
 * The zones of a buffer of demand driven MRP.
 *
 * Red = lead time × usage × lead-time factor × (1 + variability factor); yellow = lead time × usage;
 * green = the largest of usage in an order cycle, the red base and the least order. Computed exactly
 * from the decimals that are written: rounding up never sees 7.000000000000001 for 0.07 × 100.
 *
 * @param input - usage, lead time, factors, least order, order cycle and planned adjustments
 * @returns the zones, their tops and the spike threshold, in units
 * @throws PlanningInputError when a figure is missing, is no number or is negative, or the spikeShare is 0
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * const usage = averageDailyUsage({
 *   today: "2026-01-12",
 *   past: { days: 10, usage: [{ date: "2026-01-08", quantity: 400 }] },
 * });
 * const zones = bufferZones({
 *   averageDailyUsage: usage.ratio,
 *   decoupledLeadTime: 28,
 *   leadTimeFactor: 0.3,
 *   variabilityFactor: 0.6,
 *   minimumOrder: 1000,
 *   rounding: "halfUp",
 * });
 * [zones.red, zones.yellow, zones.green]; // => [538, 1120, 1000]
 * [zones.topOfYellow, zones.topOfGreen]; // => [1658, 2658]
 * zones.greenBy; // => "minimumOrder"
 * ```
 */
export function bufferZones(input: BufferZonesInput): BufferZones {
  const { adjustments, rounding, ...read } = readArgument(input, FIELDS);
  const averageDailyUsage = multiplyRatios(read.averageDailyUsage, adjustments.demand);
  const decoupledLeadTime = multiplyRatios(read.decoupledLeadTime, adjustments.leadTime);
  const from = rounding === "up" ? "exact" : "rounded";
  const ratios = { ...read, averageDailyUsage, decoupledLeadTime };
  const zones = exactZones(ratios, adjustments, ROUNDINGS[rounding], from);
  const { red, green, greenOrderCycle, greenLeadTime, greenMinimumOrder } = zones;
  const isLargest = (figure: Ratio): boolean =>
    [greenOrderCycle, greenLeadTime, greenMinimumOrder].every(
      (other) => compareRatios(figure, other) >= 0,
    );
  const byCycleOrLeadTime = isLargest(greenOrderCycle) ? "orderCycle" : "leadTime";
  return finite({
    averageDailyUsage: asNumber(averageDailyUsage),
    decoupledLeadTime: asNumber(decoupledLeadTime),
    redBase: asNumber(zones.redBase),
    redSafety: asNumber(zones.redSafety),
    red: asNumber(red),
    yellow: asNumber(zones.yellow),
    greenOrderCycle: asNumber(greenOrderCycle),
    greenLeadTime: asNumber(greenLeadTime),
    greenMinimumOrder: asNumber(greenMinimumOrder),
    green: asNumber(green),
    greenBy:
      isLargest(greenOrderCycle) || isLargest(greenLeadTime) ? byCycleOrLeadTime : "minimumOrder",
    topOfYellow: asNumber(zones.topOfYellow),
    topOfGreen: asNumber(zones.topOfGreen),
    averageOnHand: asNumber(addRatios(red, multiplyRatios(green, HALF))),
    spikeThreshold: asNumber(zones.spikeThreshold),
  });
}
