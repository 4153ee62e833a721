import { type Decimal, type Issue, quantityToDecimal } from "../../core/index.js";
import { type DoubtfulFields, listOf, optional, readArgument } from "../argument.js";
import {
  countOf,
  type ExactNumber,
  exactNumber,
  quantity,
  wholeNumber,
} from "../exact-argument.js";
import { reductionOf } from "./reduced-forecast.js";

/** What {@link reduceForecast} is given. */
export interface ReduceForecastInput {
  /** Forecast by period, 0 or more each; the first period is the one of today. */
  readonly quantities: readonly ExactNumber[];
  /** Per cent, 0 to 100, by which the n-th period is reduced; periods after the last keep theirs. */
  readonly percentages: readonly ExactNumber[];
  /** Quantities are whole 10^-decimals, 0 to 9; else 0. */
  readonly decimals?: number | undefined;
}

/** What {@link reduceForecast} answers: by period, what is left and what was taken off. */
export interface ReducedForecast {
  readonly quantities: readonly Decimal[];
  readonly reductions: readonly Decimal[];
}

const FIELDS = {
  quantities: listOf(quantity),
  percentages: listOf(exactNumber(0, 100)),
  decimals: optional(wholeNumber(0, 9), 0),
};

/**
 * Reduces forecast by percentages that fade with time, where orders of near periods are known without
 * being matched to it ("reduction key").
 *
 * What is taken off is rounded down to whole 10^-decimals.
 *
 * @param input - the forecast by period and the percentages by period
 * @returns what is left of each period, and what was taken off; both add up to the forecast
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: rule D1, "reduction by period percentages"; Microsoft Dynamics AX, "reduction keys".
 *
 * @example
 * ```ts
 * const { quantities } = reduceForecast({
 *   quantities: [1000, 1000, 1000, 1000, 1000],
 *   percentages: [100, 75, 50, 25],
 * });
 * quantities.map(Number); // => [0, 250, 500, 750, 1000]
 * ```
 */
export function reduceForecast(input: ReduceForecastInput): ReducedForecast {
  const { quantities, percentages, decimals } = readArgument(input, FIELDS, noteMistakes);
  const counts = quantities.map((ratio) => countOf(ratio, decimals, { path: [], issues: [] }));
  const reductions = counts.map((count, n) => {
    const percentage = percentages[n];
    return percentage === undefined ? 0 : reductionOf(count, percentage);
  });
  return {
    quantities: counts.map((count, n) => quantityToDecimal(count - reductions[n]!, decimals)),
    reductions: reductions.map((count) => quantityToDecimal(count, decimals)),
  };
}

function noteMistakes(
  { quantities = [], decimals }: DoubtfulFields<typeof FIELDS>,
  issues: Issue[],
): void {
  if (decimals === undefined) return;
  for (const [n, ratio] of quantities.entries())
    if (ratio !== undefined) countOf(ratio, decimals, { path: ["quantities", n], issues });
}
