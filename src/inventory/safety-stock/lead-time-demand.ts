import { optional, type Read, readArgument, refuse } from "../argument.js";
import { finite } from "../finite.js";
import { nonNegative } from "../number-argument.js";

/** Demand and lead time, both uncertain, in one unit of time. */
export interface LeadTimeDemandInput {
  /** Mean demand of one unit of time, for instance of a day. */
  readonly demandMean: number;
  /** Its standard deviation, 0 when left out. */
  readonly demandDeviation?: number | undefined;
  /** Mean lead time, in units of time. */
  readonly leadTimeMean: number;
  /** Its standard deviation, 0 when left out. */
  readonly leadTimeDeviation?: number | undefined;
}

/** The demand from an order to its arrival. */
export interface LeadTimeDemand {
  readonly leadTimeDemandMean: number;
  readonly leadTimeDemandDeviation: number;
}

/** Demand and lead time, or what they come to if that is known already. */
export type LeadTimeDemandOrParts = LeadTimeDemand | LeadTimeDemandInput;

const PARTS = {
  demandMean: nonNegative,
  demandDeviation: optional(nonNegative, 0),
  leadTimeMean: nonNegative,
  leadTimeDeviation: optional(nonNegative, 0),
};

/** The fields of {@link LeadTimeDemandOrParts} for a table of checks; {@link settle} reads on. */
export const LEAD_TIME_DEMAND = {
  leadTimeDemandMean: optional(nonNegative),
  leadTimeDemandDeviation: optional(nonNegative),
  demandMean: optional(nonNegative),
  demandDeviation: optional(nonNegative),
  leadTimeMean: optional(nonNegative),
  leadTimeDeviation: optional(nonNegative),
};

/**
 * Mean and standard deviation of the demand from an order to its arrival, when demand and lead time
 * vary independently: σ² = L σ_D² + D² σ_L².
 *
 * @param input - means and deviations of the demand of a unit of time and of the lead time
 * @returns mean and standard deviation of the demand in the lead time
 * @throws PlanningInputError when a figure is missing or below 0
 *
 * Hadley & Whitin §3; Nahmias §5; Hopp & Spearman §2.4; Silver, Pyke & Peterson §7.
 *
 * @example
 * ```ts
 * leadTimeDemand({ demandMean: 10, demandDeviation: 6, leadTimeMean: 4, leadTimeDeviation: 0.5 });
 * // => { leadTimeDemandMean: 40, leadTimeDemandDeviation: 13 }
 * ```
 */
export function leadTimeDemand(input: LeadTimeDemandInput): LeadTimeDemand {
  return finite(combine(readArgument(input, PARTS)));
}

/**
 * The demand of the lead time out of fields read with {@link LEAD_TIME_DEMAND}.
 *
 * @throws PlanningInputError when neither way of saying it is whole, or both are given
 */
export function settle(read: Read<typeof LEAD_TIME_DEMAND>): LeadTimeDemand {
  const { leadTimeDemandMean = 0, leadTimeDemandDeviation, demandMean, leadTimeMean } = read;
  const parts = [demandMean, read.demandDeviation, leadTimeMean, read.leadTimeDeviation];
  const hasParts = parts.some((part) => part !== undefined);
  if (leadTimeDemandDeviation !== undefined && !hasParts) {
    return { leadTimeDemandMean, leadTimeDemandDeviation };
  }
  if (leadTimeDemandDeviation === undefined && read.leadTimeDemandMean === undefined) {
    if (demandMean !== undefined && leadTimeMean !== undefined) {
      const { demandDeviation = 0, leadTimeDeviation = 0 } = read;
      return combine({ demandMean, demandDeviation, leadTimeMean, leadTimeDeviation });
    }
  }
  const message =
    "Give either leadTimeDemandMean and leadTimeDemandDeviation, or demandMean and leadTimeMean with their deviations.";
  refuse("contradiction", ["leadTimeDemandDeviation"], message);
}

function combine(parts: Read<typeof PARTS>): LeadTimeDemand {
  const { demandMean, demandDeviation, leadTimeMean, leadTimeDeviation } = parts;
  const byDemand = Math.sqrt(leadTimeMean) * demandDeviation;
  return {
    leadTimeDemandMean: demandMean * leadTimeMean,
    leadTimeDemandDeviation: Math.hypot(byDemand, demandMean * leadTimeDeviation),
  };
}
