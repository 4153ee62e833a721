import { optional, readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { anyNumber, fraction, positive } from "../number-argument.js";
import {
  standardDensity,
  standardDistribution,
  standardLoss,
  standardLossInverse,
  standardQuantile,
} from "./standard-normal.js";

/** A normal distribution; left out it is the standard one. */
export interface NormalParameters {
  /** Its mean, 0 when left out. */
  readonly mean?: number | undefined;
  /** Its standard deviation, 1 when left out. */
  readonly deviation?: number | undefined;
}

const PARAMETERS = { mean: optional(anyNumber, 0), deviation: optional(positive, 1) };

/**
 * The density of a normal distribution at a value.
 *
 * @param input - the value, mean and standard deviation (0 and 1 when left out)
 * @returns the density, to about 1e-14 of itself
 * @throws PlanningInputError when a figure is no number or the deviation is not above 0
 *
 * Abramowitz & Stegun 26.2.1.
 *
 * @example
 * ```ts
 * normalDensity({ value: 0 }).toFixed(6); // => "0.398942"
 * ```
 */
export function normalDensity(input: NormalParameters & { readonly value: number }): number {
  const { value, mean, deviation } = readArgument(input, { value: anyNumber, ...PARAMETERS });
  return finite(standardDensity((value - mean) / deviation) / deviation);
}

/**
 * The probability that a normal variable is at most a value: Φ((x − μ) / σ).
 *
 * @param input - the value, mean and standard deviation (0 and 1 when left out)
 * @returns the probability, to about 1e-14, small ones in relation to themselves
 * @throws PlanningInputError when a figure is no number or the deviation is not above 0
 *
 * Abramowitz & Stegun 26.2.2.
 *
 * @example
 * ```ts
 * normalDistribution({ value: 56.6, mean: 50, deviation: 8 }).toFixed(4); // => "0.7953"
 * ```
 */
export function normalDistribution(input: NormalParameters & { readonly value: number }): number {
  const { value, mean, deviation } = readArgument(input, { value: anyNumber, ...PARAMETERS });
  return finite(standardDistribution((value - mean) / deviation));
}

/**
 * The value that a normal variable does not exceed with a probability, for instance the safety
 * factor z of a cycle service level.
 *
 * @param input - the probability, mean and standard deviation (0 and 1 when left out)
 * @returns the value
 * @throws PlanningInputError when the probability is not above 0 and below 1, or the deviation is not above 0
 *
 * Abramowitz & Stegun 26.2.23 as the first value, then Newton's method.
 *
 * @example
 * ```ts
 * normalQuantile({ probability: 0.95 }).toFixed(6); // => "1.644854"
 * ```
 */
export function normalQuantile(input: NormalParameters & { readonly probability: number }): number {
  const fields = { probability: fraction, ...PARAMETERS };
  const { probability, mean, deviation } = readArgument(input, fields);
  return finite(mean + deviation * standardQuantile(probability));
}

/**
 * The loss function: how much a normal variable exceeds a level on average, E[(X − x)⁺].
 *
 * @param input - the level, mean and standard deviation (0 and 1 when left out)
 * @returns the expected amount above the level, for instance the units short in a cycle
 * @throws PlanningInputError when a figure is no number or the deviation is not above 0
 *
 * Snyder & Shen, appendix C; Nahmias, table A-4; Hopp & Spearman ch. 2.
 *
 * @example
 * ```ts
 * normalLoss({ value: 0 }).toFixed(4); // => "0.3989"
 * normalLoss({ value: 120, mean: 100, deviation: 25 }).toFixed(3); // => "3.005"
 * ```
 */
export function normalLoss(input: NormalParameters & { readonly value: number }): number {
  const { value, mean, deviation } = readArgument(input, { value: anyNumber, ...PARAMETERS });
  return finite(deviation * standardLoss((value - mean) / deviation));
}

/**
 * The level that a normal variable exceeds by a given amount on average: the inverse of `normalLoss`.
 *
 * @param input - the expected amount above the level, mean and deviation (0 and 1 when left out)
 * @returns the level
 * @throws PlanningInputError when the loss or the deviation is not above 0
 *
 * @example
 * ```ts
 * normalLossInverse({ loss: 0.02 }).toFixed(4); // => "1.6631"
 * ```
 */
export function normalLossInverse(input: NormalParameters & { readonly loss: number }): number {
  const { loss, mean, deviation } = readArgument(input, { loss: positive, ...PARAMETERS });
  return finite(mean + deviation * standardLossInverse(loss / deviation));
}
