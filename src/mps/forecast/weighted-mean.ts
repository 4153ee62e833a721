import { addRatios, divideRatios, multiplyRatios, ONE, type Ratio } from "../../core/index.js";

const ZERO: Ratio = { num: 0n, den: 1n };

/** The exact weighted mean; the weights are 0 or more and not all 0. */
export function weightedMean(
  values: readonly { readonly weight: Ratio; readonly value: Ratio }[],
): Ratio {
  const products = values.map(({ weight, value }) => multiplyRatios(weight, value));
  const weights = values.map(({ weight }) => weight);
  return divideRatios(products.reduce(addRatios, ZERO), weights.reduce(addRatios, ZERO));
}

/**
 * The mean of the versions of a source, the newest with weight 1 and each older one with `decay` times
 * the weight of the next newer.
 */
export function newestFirst(
  versions: readonly { readonly version: number; readonly quantity: Ratio }[],
  decay: Ratio,
): Ratio {
  let weight = ONE;
  const weighed = versions
    .toSorted((a, b) => b.version - a.version)
    .map(({ quantity }) => {
      const one = { weight, value: quantity };
      weight = multiplyRatios(weight, decay);
      return one;
    });
  return weightedMean(weighed);
}
