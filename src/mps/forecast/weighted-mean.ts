import { commonDenominator, type Ratio, sumOfRatios } from "../../core/index.js";

/** An exact fraction that need not be in lowest terms; `den` is above 0. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** Something and how much it weighs, 0 or more. */
export interface Weighed {
  readonly weight: bigint;
  readonly value: Fraction;
}

/** Weights as whole numbers in the same proportion. */
export function commonWeights(weights: readonly Ratio[]): bigint[] {
  const common = weights.reduce((product, { den }) => commonDenominator(product, den), 1n);
  return weights.map(({ num, den }) => num * (common / den));
}

/** The exact weighted mean; the weights are not all 0. */
export function weightedMean(values: readonly Weighed[]): Fraction {
  const products = values.map(({ weight, value: { num, den } }) => ({ num: weight * num, den }));
  const { num, den } = sumOfRatios(products);
  return { num, den: den * values.reduce((sum, { weight }) => sum + weight, 0n) };
}

/** The versions of a source, the newest first; each weighs `decay` times the next newer one. */
export function newestFirst(
  versions: readonly { readonly version: number; readonly quantity: Ratio }[],
  decay: Ratio,
): Weighed[] {
  const last = BigInt(versions.length - 1);
  return versions
    .toSorted((a, b) => b.version - a.version)
    .map(({ quantity }, n) => ({
      weight: decay.num ** BigInt(n) * decay.den ** (last - BigInt(n)),
      value: quantity,
    }));
}
