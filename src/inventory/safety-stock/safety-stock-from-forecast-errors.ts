import { listOf, optional, readArgument, refuse } from "../argument.js";
import { finite } from "../finite.js";
import { anyNumber, fraction, nonNegative, positive } from "../number-argument.js";
import { type CycleServiceTarget, readFactor } from "./safety-stock-by-cycle-service.js";

/** How good the forecast was, and how safe the stock shall be. */
export interface ForecastErrorsInput extends CycleServiceTarget {
  /** Demand less forecast of past periods: this or `meanAbsoluteDeviation`. */
  readonly errors?: readonly number[] | undefined;
  /** The mean size of these errors, whatever their sign (MAD). */
  readonly meanAbsoluteDeviation?: number | undefined;
  /** Lead time in forecast periods, 1 when left out. */
  readonly leadTime?: number | undefined;
  /** Standard deviations in one MAD, 1.25 when left out (√(π/2) ≈ 1.2533 if errors are normal). */
  readonly deviationPerMad?: number | undefined;
}

/** A safety stock by forecast errors. */
export interface SafetyStockFromForecastErrors {
  readonly safetyStock: number;
  readonly safetyFactor: number;
  readonly meanAbsoluteDeviation: number;
  /** Standard deviation of the errors over the lead time. */
  readonly leadTimeDeviation: number;
  /** Mean error, above 0 when demand was above the forecast; `null` without `errors`. */
  readonly bias: number | null;
  /**
   * Sum of the errors in MADs, 0 when all of them are 0; beyond about ±4 the forecast needs a look. `null`
   * without `errors`.
   */
  readonly trackingSignal: number | null;
}

/**
 * The safety stock that covers the errors of the forecast: z × 1.25 MAD × √lead time.
 *
 * @param input - past errors or their mean absolute deviation, lead time in periods of the forecast,
 *   and the cycle service or safety factor
 * @returns safety stock, factor, MAD, the deviation over the lead time, bias and tracking signal
 * @throws PlanningInputError when a figure is missing, out of range, or given twice
 *
 * Silver, Pyke & Peterson §4.6 and §7; Nahmias §2.6; R. G. Brown 1959 for 1.25 MAD.
 *
 * @example
 * ```ts
 * const { meanAbsoluteDeviation, safetyStock, trackingSignal } = safetyStockFromForecastErrors({
 *   errors: [12, -8, 4, -10, 6, -8],
 *   leadTime: 4,
 *   safetyFactor: 2,
 * });
 * [meanAbsoluteDeviation, safetyStock, trackingSignal]; // => [8, 40, -0.5]
 * ```
 */
export function safetyStockFromForecastErrors(
  input: ForecastErrorsInput,
): SafetyStockFromForecastErrors {
  const read = readArgument(input, {
    errors: optional(listOf(anyNumber, 1)),
    meanAbsoluteDeviation: optional(nonNegative),
    leadTime: optional(positive, 1),
    deviationPerMad: optional(positive, 1.25),
    cycleService: optional(fraction),
    safetyFactor: optional(anyNumber),
  });
  const { errors } = read;
  if ((errors === undefined) === (read.meanAbsoluteDeviation === undefined)) {
    refuse("contradiction", ["errors"], "Give either errors or meanAbsoluteDeviation.");
  }
  const safetyFactor = readFactor(read.cycleService, read.safetyFactor);
  const count = errors?.length ?? 1;
  const sum = errors?.reduce((total, error) => total + error, 0) ?? 0;
  const sizes = errors?.reduce((total, error) => total + Math.abs(error), 0) ?? 0;
  const meanAbsoluteDeviation = read.meanAbsoluteDeviation ?? sizes / count;
  const trackingSignal = sizes === 0 ? 0 : sum / meanAbsoluteDeviation;
  const leadTimeDeviation = read.deviationPerMad * meanAbsoluteDeviation * Math.sqrt(read.leadTime);
  return finite({
    safetyStock: safetyFactor * leadTimeDeviation,
    safetyFactor,
    meanAbsoluteDeviation,
    leadTimeDeviation,
    bias: errors === undefined ? null : sum / count,
    trackingSignal: errors === undefined ? null : trackingSignal,
  });
}
