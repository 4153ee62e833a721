import { addRatios, divideRatios, type Ratio, ratioOf } from "../../core/index.js";
import { listOf, optional, readArgument } from "../argument.js";
import { asNumber, compareRatios, exactly, meanOf, subtractRatios } from "../exact-number.js";
import { finite } from "../finite.js";
import { nonNegative } from "../number-argument.js";

/** Stock, and what will be needed of it. */
export interface DaysOfSupplyInput {
  /** Units there now. */
  readonly onHand: number;
  /** Units needed in each of the coming periods (days, weeks). */
  readonly demand: readonly number[];
  /** Units needed in each period beyond the series; its mean when left out. */
  readonly demandBeyond?: number | undefined;
}

/** How long stock lasts. */
export interface DaysOfSupply {
  /** Periods that the stock covers, in part too; `null` when it is never used up. */
  readonly periods: number | null;
  /** Units that would be left after the last period of the series, 0 when they do not last so long. */
  readonly left: number;
}

/**
 * How many periods the stock lasts against the demand that is coming: days of supply, looking forward.
 * Computed exactly from the decimals that are written.
 *
 * @param input - stock on hand, demand of the coming periods, demand of each period beyond
 * @returns the periods covered, and what is left after the last of the series
 * @throws PlanningInputError when a figure is missing or below 0
 *
 * APICS: days of supply, run-out time; for a constant demand it is stock / demand.
 *
 * @example
 * ```ts
 * daysOfSupply({ onHand: 45, demand: [10, 20, 30, 40] }); // => { periods: 2.5, left: 0 }
 * ```
 */
export function daysOfSupply(input: DaysOfSupplyInput): DaysOfSupply {
  const { onHand, demand, demandBeyond } = readArgument(input, {
    onHand: nonNegative,
    demand: listOf(nonNegative, 1),
    demandBeyond: optional(nonNegative),
  });
  const needs = demand.map(exactly);
  let left = exactly(onHand);
  for (const [n, need] of needs.entries()) {
    if (compareRatios(need, left) > 0)
      return finite({ periods: periodsOf(n, left, need), left: 0 });
    left = subtractRatios(left, need);
  }
  const beyond = demandBeyond === undefined ? meanOf(needs) : exactly(demandBeyond);
  const periods = beyond.num > 0n ? periodsOf(needs.length, left, beyond) : null;
  return finite({ periods, left: asNumber(left) });
}

/** So many whole periods, and what is left in periods that need so much each. */
function periodsOf(whole: number, left: Ratio, need: Ratio): number {
  return asNumber(addRatios(ratioOf(BigInt(whole), 1n), divideRatios(left, need)));
}
