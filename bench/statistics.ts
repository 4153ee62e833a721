import { drawsFrom } from "./random.js";

/** A figure and the interval in which it lies with a probability of 90 %. */
export interface Estimate {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const SEED = 19_790_101;
const RESAMPLES = 2_000;
const [LOW, HIGH] = [0.05, 0.95];

/**
 * The value in the middle; of an even number the mean of the two in the middle.
 *
 * @param values - one at least
 */
export function median(values: readonly number[]): number {
  return quantile(ascending(values), 0.5);
}

/** The sum of all values divided by how many they are, one at least. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The median of measured values, and its 90 % interval by the percentiles of the bootstrap: the medians of many
 * samples drawn from the values with replacement. The draws are seeded, so the same values give the same interval.
 *
 * Source: B. Efron, "Bootstrap methods: another look at the jackknife", The Annals of Statistics 7 (1979).
 *
 * @param values - one at least
 */
export function estimate(values: readonly number[]): Estimate {
  const draws = drawsFrom(SEED);
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(values.map(() => draws.one(values))),
  );
  const sorted = ascending(medians);
  return { median: median(values), low: quantile(sorted, LOW), high: quantile(sorted, HIGH) };
}

/** The slope of the line of least squares through points. */
export function slope(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, k) => sum + (value - meanX) * (y[k]! - meanY), 0);
  return covariance / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}

/** Between two of the sorted values it is on the line between them. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
