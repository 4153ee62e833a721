import { type Place, readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { fraction, numberThat, wholeNumber } from "../number-argument.js";
import { poissonExcess, poissonLevel, poissonTails, poissonTerm } from "./poisson-terms.js";

/** A Poisson distribution and a count. */
export interface PoissonInput {
  /** The mean, above 0 and at most 1e9. */
  readonly mean: number;
  /** A whole count, 0 or more. */
  readonly count: number;
}

/** The largest mean: beyond it the normal distribution is the same to any practical end. */
const LARGEST_MEAN = 1e9;

/** Checks the mean of a Poisson distribution. */
export function poissonMean(value: unknown, place: Place): number {
  const form = `above 0 and at most ${LARGEST_MEAN} for Poisson demand (take the normal distribution beyond)`;
  return numberThat(value, place, form, (n) => n > 0 && n <= LARGEST_MEAN);
}

const FIELDS = { mean: poissonMean, count: wholeNumber(0) };

/**
 * The probability of exactly so many, in a Poisson distribution.
 *
 * @param input - the mean and the count
 * @returns the probability, to about 1e-12 of itself, at large means too
 * @throws PlanningInputError when the count is not whole or the mean not above 0 and at most 1e9
 *
 * C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 *
 * @example
 * ```ts
 * poissonProbability({ mean: 6, count: 8 }).toFixed(6); // => "0.103258"
 * ```
 */
export function poissonProbability(input: PoissonInput): number {
  const { mean, count } = readArgument(input, FIELDS);
  return finite(poissonTerm(count, mean));
}

/**
 * The probability of at most so many, in a Poisson distribution.
 *
 * @param input - the mean and the count
 * @returns the probability
 * @throws PlanningInputError when the count is not whole or the mean not above 0 and at most 1e9
 *
 * Abramowitz & Stegun 26.4.21.
 *
 * @example
 * ```ts
 * poissonDistribution({ mean: 6, count: 8 }).toFixed(6); // => "0.847237"
 * ```
 */
export function poissonDistribution(input: PoissonInput): number {
  const { mean, count } = readArgument(input, FIELDS);
  return finite(poissonTails(count, mean).upTo);
}

/**
 * The least count that is not exceeded with at least this probability, in a Poisson distribution.
 *
 * @param input - the mean, and the probability above 0 and below 1
 * @returns a whole count
 * @throws PlanningInputError when the probability is not above 0 and below 1, or the mean not above 0 and at most 1e9
 *
 * @example
 * ```ts
 * poissonQuantile({ mean: 6, probability: 0.8 }); // => 8
 * ```
 */
export function poissonQuantile(input: {
  readonly mean: number;
  readonly probability: number;
}): number {
  const { mean, probability } = readArgument(input, { mean: poissonMean, probability: fraction });
  return finite(poissonLevel(probability, 1 - probability, mean));
}

/**
 * The loss function of a Poisson distribution: how much it exceeds a count on average, E[(X − n)⁺].
 *
 * @param input - the mean and the count
 * @returns the expected amount above the count
 * @throws PlanningInputError when the count is not whole or the mean not above 0 and at most 1e9
 *
 * Snyder & Shen, appendix C.
 *
 * @example
 * ```ts
 * poissonLoss({ mean: 6, count: 8 }).toFixed(6); // => "0.314021"
 * ```
 */
export function poissonLoss(input: PoissonInput): number {
  const { mean, count } = readArgument(input, FIELDS);
  return finite(poissonExcess(count, mean));
}
