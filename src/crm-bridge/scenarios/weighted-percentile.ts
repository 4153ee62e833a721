import type { Decimal, Ratio } from "../../core/index.js";

/** A figure of an outcome, and how much that weighs. */
export interface WeighedFigure {
  readonly value: Decimal;
  readonly weight: bigint;
}

/**
 * The percentiles of figures by nearest rank: the least of them up to which lies at least the share
 * asked for of all weight. Of n draws that is the ⌈q·n⌉-th smallest (K65).
 *
 * @param figures - one or more, in any order; weights above 0
 * @param shares - 0 to 1 each; 0 asks for the smallest
 */
export function weightedPercentiles(
  figures: readonly WeighedFigure[],
  shares: readonly Ratio[],
): Decimal[] {
  const sorted = figures.toSorted((a, b) => a.value.cmp(b.value));
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0n);
  return shares.map(({ num, den }) => {
    let upTo = 0n;
    const found = sorted.find(({ weight }) => {
      upTo += weight;
      return upTo * den >= num * total;
    });
    return found!.value;
  });
}
