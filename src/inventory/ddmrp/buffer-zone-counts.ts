import { LARGEST_QUANTITY, type Ratio, ratioOf } from "../../core/index.js";
import { optional, readArgument, refuse } from "../argument.js";
import { wholeNumber } from "../number-argument.js";
import { nonNegativeRatio, positiveRatio } from "../ratio-argument.js";
import { type ExactZones, exactZones, UNADJUSTED } from "./buffer-ratios.js";
import { roundedUp } from "./rounding.js";

/** What the zones of a buffer follow from where quantities are whole counts of 10^-decimals. */
export interface BufferZoneCountsInput {
  /** Counts used on a day on average. */
  readonly averageDailyUsage: Ratio;
  /** Whole days of the longest way without a buffer. */
  readonly decoupledLeadTime: number;
  /** 0: no red zone. */
  readonly leadTimeFactor: Ratio;
  readonly variabilityFactor: Ratio;
  /** Whole days between two orders; 0 without. */
  readonly orderCycle?: number | undefined;
  /** Least counts of an order; 0 without. */
  readonly minimumOrder?: number | undefined;
  /** Part of the red zone from which the demand of a day is a spike; a half without. */
  readonly spikeShare?: Ratio | undefined;
}

/** The zones of a buffer in whole counts. */
export interface BufferZoneCounts {
  readonly redBase: number;
  readonly redSafety: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly topOfYellow: number;
  readonly topOfGreen: number;
  readonly spikeThreshold: number;
}

const FIELDS = {
  averageDailyUsage: nonNegativeRatio,
  decoupledLeadTime: wholeNumber(0),
  leadTimeFactor: nonNegativeRatio,
  variabilityFactor: nonNegativeRatio,
  orderCycle: optional(wholeNumber(0), 0),
  minimumOrder: optional(wholeNumber(0), 0),
  spikeShare: optional(positiveRatio, ratioOf(1n, 2n)),
};

/**
 * The zones of a buffer as a planner that counts in whole numbers needs them: exact, each rounded
 * up once.
 *
 * The red safety follows from the red base before it is rounded, the red zone is the sum of both as
 * they are rounded, the green zone the largest of its three. Ratios are made by `parseRatio` and
 * `ratioOf` of `orlicky/core`.
 *
 * @param input - usage in counts on a day, times in whole days, the least order in counts, factors
 * @returns the zones in counts, and from which count on the demand of a day is a spike
 * @throws PlanningInputError when a value is missing, is none or is negative, the spikeShare is 0, and when
 * a zone leaves what a count holds exactly (2^53 − 1)
 *
 * Rule K39; Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * const usage = averageDailyUsage({
 *   today: "2026-01-12",
 *   past: { days: 10, usage: [{ date: "2026-01-08", quantity: 170 }] },
 * });
 * const zones = bufferZoneCounts({
 *   averageDailyUsage: parseRatio(usage.ratio)!,
 *   decoupledLeadTime: 21,
 *   leadTimeFactor: ratioOf(1n, 2n),
 *   variabilityFactor: ratioOf(3n, 10n),
 *   minimumOrder: 300,
 * });
 * [zones.red, zones.yellow, zones.green]; // => [233, 357, 300]
 * zones.spikeThreshold; // => 117
 * ```
 */
export function bufferZoneCounts(input: BufferZoneCountsInput): BufferZoneCounts {
  const { decoupledLeadTime, orderCycle, minimumOrder, ...read } = readArgument(input, FIELDS);
  const whole = (count: number): Ratio => ({ num: BigInt(count), den: 1n });
  const ratios = {
    ...read,
    decoupledLeadTime: whole(decoupledLeadTime),
    orderCycle: whole(orderCycle),
    minimumOrder: whole(minimumOrder),
  };
  const zones = exactZones(ratios, UNADJUSTED, roundedUp, "exact");
  return {
    redBase: count(zones, "redBase"),
    redSafety: count(zones, "redSafety"),
    red: count(zones, "red"),
    yellow: count(zones, "yellow"),
    green: count(zones, "green"),
    topOfYellow: count(zones, "topOfYellow"),
    topOfGreen: count(zones, "topOfGreen"),
    spikeThreshold: count(zones, "spikeThreshold"),
  };
}

function count(zones: ExactZones, zone: keyof ExactZones): number {
  const { num } = zones[zone];
  if (num <= BigInt(LARGEST_QUANTITY)) return Number(num);
  const message = `The ${zone} of the buffer is larger than 2^53 − 1 counts. Correct the figures, or count with fewer decimals.`;
  refuse("outOfRange", [], message);
}
