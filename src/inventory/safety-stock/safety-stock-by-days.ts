import { readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { nonNegative } from "../number-argument.js";

/**
 * The safety stock that covers so many days of mean demand.
 *
 * @param input - mean demand of a day, and the days
 * @returns the safety stock
 * @throws PlanningInputError when a figure is missing or below 0
 *
 * APICS: days of supply. `coverageProfile` follows a demand that changes.
 *
 * @example
 * ```ts
 * safetyStockByDays({ demandMean: 15, days: 3 }); // => { safetyStock: 45 }
 * ```
 */
export function safetyStockByDays(input: {
  /** Units needed in a day. */
  readonly demandMean: number;
  /** Days that the stock shall cover. */
  readonly days: number;
}): { readonly safetyStock: number } {
  const { demandMean, days } = readArgument(input, { demandMean: nonNegative, days: nonNegative });
  return finite({ safetyStock: demandMean * days });
}
