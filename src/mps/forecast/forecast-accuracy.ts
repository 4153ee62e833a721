import { countWords, type Issue } from "../../core/index.js";
import { add, type DoubtfulFields, listOf, optional, readArgument } from "../argument.js";
import { type ExactNumber, wholeNumber } from "../exact-argument.js";
import { figure } from "../number-argument.js";

/** What was forecast and what came: any numbers, which are taken as floating-point ones. */
export interface ForecastAccuracyInput {
  /** What came, by period. */
  readonly actual: readonly ExactNumber[];
  /** What had been forecast, for the same periods. */
  readonly forecast: readonly ExactNumber[];
  /**
   * What had come before, in the periods from which the forecast was made: the scale of the scaled
   * error. When left out, `actual` is.
   */
  readonly history?: readonly ExactNumber[] | undefined;
  /** After how many periods the season comes again, for the scaled error; else 1. */
  readonly seasonLength?: number | undefined;
}

/** How good a forecast was. An error is what came less what was forecast. */
export interface ForecastAccuracy {
  /** Mean error: above 0 when more came than was forecast. */
  readonly bias: number;
  /** MAE, also MAD: the mean size of the errors. */
  readonly meanAbsoluteError: number;
  /** MAPE, in per cent: the mean size of the errors beside what came; `null` when nothing came. */
  readonly meanAbsolutePercentageError: number | null;
  /** Periods in which nothing came: no percentage can be taken of them, and they are left out of it. */
  readonly periodsWithoutPercentage: number;
  /** WAPE, in per cent: all errors beside all that came; `null` when nothing came. */
  readonly weightedAbsolutePercentageError: number | null;
  /**
   * MASE: the mean size of the errors beside that of the naive forecast, which says what came a season
   * before; below 1 it is better. `null` when the naive forecast has no error, or no period.
   */
  readonly meanAbsoluteScaledError: number | null;
  /**
   * Sum of the errors in mean absolute errors: 0 without errors; beyond about ±4 the forecast errs on
   * one side.
   */
  readonly trackingSignal: number;
}

const FIELDS = {
  actual: listOf(figure, 1),
  forecast: listOf(figure, 1),
  history: optional(listOf(figure)),
  seasonLength: optional(wholeNumber(1, Number.MAX_SAFE_INTEGER), 1),
};

/**
 * Measures a forecast by what came: bias, MAE, MAPE, WAPE, MASE and tracking signal.
 *
 * @param input - what came and what was forecast, by period
 * @returns the measures, floating-point numbers
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: APICS dictionary, "bias", "mean absolute deviation", "tracking signal"; R. J. Hyndman and
 * A. B. Koehler, "Another look at measures of forecast accuracy", *International Journal of
 * Forecasting* 22 (2006), for the scaled error.
 *
 * @example
 * ```ts
 * const accuracy = forecastAccuracy({ actual: [90, 110, 100], forecast: [100, 100, 80] });
 * accuracy.meanAbsoluteError; // => 40 / 3
 * accuracy.trackingSignal; // => 1.5
 * accuracy.weightedAbsolutePercentageError; // => 40 / 3
 * ```
 */
export function forecastAccuracy(input: ForecastAccuracyInput): ForecastAccuracy {
  const {
    actual,
    forecast,
    history = actual,
    seasonLength,
  } = readArgument(input, FIELDS, noteMistakes);
  const errors = actual.map((came, n) => came - forecast[n]!);
  const sizes = errors.map(Math.abs);
  const meanAbsoluteError = mean(sizes);
  const shares = sizes.flatMap((size, n) => (actual[n] === 0 ? [] : [size / Math.abs(actual[n]!)]));
  const total = sum(actual.map(Math.abs));
  const naive = history.slice(seasonLength).map((came, n) => Math.abs(came - history[n]!));
  const scale = naive.length === 0 ? 0 : mean(naive);
  return {
    bias: mean(errors),
    meanAbsoluteError,
    meanAbsolutePercentageError: shares.length === 0 ? null : 100 * mean(shares),
    periodsWithoutPercentage: actual.length - shares.length,
    weightedAbsolutePercentageError: total === 0 ? null : (100 * sum(sizes)) / total,
    meanAbsoluteScaledError: scale === 0 ? null : meanAbsoluteError / scale,
    trackingSignal: meanAbsoluteError === 0 ? 0 : sum(errors) / meanAbsoluteError,
  };
}

function noteMistakes({ actual, forecast }: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  if (actual === undefined || forecast === undefined) return;
  if (actual.length === forecast.length) return;
  const message = `The forecast has ${countWords(forecast.length, "period")} and actual ${actual.length}. Give both for the same periods.`;
  add({ path: ["forecast"], issues }, "contradiction", message);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
