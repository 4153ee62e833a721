import type { Ratio } from "../../core/index.js";
import type { PointSource } from "../compile/model.js";
import type { Quota } from "../input/problem.js";

/**
 * K43: which of some sources of a rank gets the next lot: the one with the smallest (base + given) ÷
 * share; of equal ones the first in the order of N10.
 *
 * @param candidates - by their places among the sources of the point, ascending
 * @param given - good quantity that each source of the point was given before
 */
export function leastServed(
  sources: readonly PointSource[],
  candidates: readonly number[],
  given: Float64Array,
): number | undefined {
  let least: { readonly source: number; readonly served: Ratio } | undefined;
  for (const source of candidates) {
    const { base, share } = quotaOf(sources[source]!);
    const counts = BigInt(base) + BigInt(given[source]!);
    const served = { num: counts * share.den, den: share.num };
    if (least === undefined || isLess(served, least.served)) least = { source, served };
  }
  return least?.source;
}

function isLess(a: Ratio, b: Ratio): boolean {
  return a.num * b.den < b.num * a.den;
}

/** The smallest lot that a rank splits: the smallest that one of its sources states (K43). */
export function minimumSplit(sources: readonly PointSource[]): number {
  return Math.min(...sources.map((source) => quotaOf(source).minimumSplit));
}

/**
 * Splits a lot in whole counts by the shares of sources, by largest remainder; ties fall in the order
 * of the sources (K43).
 *
 * @returns a part for each source; their sum is the lot
 */
export function splitByShare(sources: readonly PointSource[], lot: number): number[] {
  const shares = sources.map((source) => quotaOf(source).share);
  const common = shares.reduce((product, { den }) => product * den, 1n);
  const weights = shares.map(({ num, den }) => num * (common / den));
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const exact = weights.map((weight) => BigInt(lot) * weight);
  const parts = exact.map((counts) => Number(counts / sum));
  let left = lot - parts.reduce((all, part) => all + part, 0);
  const lost = exact.map((counts, n) => ({ n, rest: counts % sum }));
  lost.sort((a, b) => (a.rest === b.rest ? a.n - b.n : a.rest < b.rest ? 1 : -1));
  for (const { n } of lost) {
    if (left === 0) break;
    parts[n]!++;
    left--;
  }
  return parts;
}

/** The quota of a source of which it is known that it has one. */
function quotaOf({ row }: PointSource): Quota {
  return row!.quota!;
}
