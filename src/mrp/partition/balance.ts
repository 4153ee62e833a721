/** Bins of about equal weight. */
export interface Bins {
  /** By thing: its bin. */
  readonly of: Int32Array;
  readonly weight: Float64Array;
}

/**
 * Puts things into so many bins, or fewer where there are fewer things: the heaviest first, each into the
 * lightest bin; of equal things and bins the first.
 */
export function balanced(weights: Float64Array, most: number): Bins {
  const order = Array.from(weights.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  const weight = new Float64Array(Math.min(most, weights.length));
  const of = new Int32Array(weights.length);
  for (const thing of order) {
    let lightest = 0;
    for (let bin = 1; bin < weight.length; bin++) {
      if (weight[bin]! < weight[lightest]!) lightest = bin;
    }
    of[thing] = lightest;
    weight[lightest]! += weights[thing]!;
  }
  return { of, weight };
}
