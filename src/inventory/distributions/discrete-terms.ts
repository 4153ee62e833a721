/**
 * A distribution of whole counts given by its probabilities, for one period or the sum of several.
 * Unchecked: what is public checks first.
 */

/** A distribution over the counts 0, 1, 2 … */
export interface DiscreteDistribution {
  /** P(X = count), by count. */
  readonly terms: Float64Array;
  /** P(X > count), by count; 0 from the last on. */
  readonly tails: Float64Array;
  /** E[(X − count)+], by count; 0 from the last on. */
  readonly excess: Float64Array;
  readonly mean: number;
  readonly variance: number;
}

/** How many products a sum over several periods may take. */
export const MOST_PRODUCTS = 2e8;

/** The distribution with these probabilities by count, which sum to 1 or nearly. */
export function discreteDistribution(probabilities: Float64Array): DiscreteDistribution {
  let total = 0;
  for (const probability of probabilities) total += probability;
  const terms = probabilities.map((probability) => probability / total);
  const tails = new Float64Array(terms.length);
  const excess = new Float64Array(terms.length);
  // From the top down all sums are of positive figures, so small tails stay exact.
  for (let count = terms.length - 2; count >= 0; count--) {
    tails[count] = tails[count + 1]! + terms[count + 1]!;
    excess[count] = excess[count + 1]! + tails[count]!;
  }
  const mean = excess[0] ?? 0;
  let variance = 0;
  for (let count = 0; count < terms.length; count++) {
    variance += terms[count]! * (count - mean) ** 2;
  }
  return { terms, tails, excess, mean, variance };
}

/**
 * The distribution of the sum of so many independent periods.
 *
 * @returns undefined when it would take more than {@link MOST_PRODUCTS} products
 */
export function discreteSum(
  probabilities: Float64Array,
  periods: number,
): DiscreteDistribution | undefined {
  const used = probabilities.reduce((sum, probability) => sum + (probability > 0 ? 1 : 0), 0);
  const length = probabilities.length - 1;
  if (((length * periods * periods) / 2 + periods) * used > MOST_PRODUCTS) return undefined;
  let sum = probabilities;
  for (let period = 1; period < periods; period++) {
    const next = new Float64Array(sum.length + length);
    for (let add = 0; add <= length; add++) {
      const probability = probabilities[add]!;
      if (probability === 0) continue;
      for (let count = 0; count < sum.length; count++) {
        next[count + add] = next[count + add]! + sum[count]! * probability;
      }
    }
    sum = next;
  }
  return discreteDistribution(sum);
}
