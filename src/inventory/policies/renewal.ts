import { poissonTerm } from "../distributions/poisson-terms.js";
import { type DiscreteDemand, type PoissonDemand, probabilitiesByCount } from "./demand.js";

/** How far the position may fall before it is filled up again. */
export const LONGEST_SPAN = 4_000;

/** How often the position stands at each distance below the level to which it was filled up. */
export interface Renewal {
  /** Expected periods between two orders with the position so many units below the level. */
  at(below: number): number;
}

/**
 * The renewal function of a period's demand: m(0) = 1 / (1 − p₀), m(j) = Σ pₗ m(j − l) / (1 − p₀).
 *
 * Zheng & Federgruen 1991, (2); Snyder & Shen §4.4.
 */
export function renewal(demand: PoissonDemand | DiscreteDemand): Renewal {
  const { counts, chances, some } = demandTerms(demand);
  const visits: number[] = [1 / some];
  return {
    at(below) {
      for (let j = visits.length; j <= below; j++) {
        let sum = 0;
        for (let n = 0; n < counts.length; n++) {
          const count = counts[n]!;
          if (count > j) break;
          sum += chances[n]! * visits[j - count]!;
        }
        visits.push(sum / some);
      }
      return visits[below]!;
    },
  };
}

/** The demands above 0 that occur, with their probabilities, and the probability of any. */
function demandTerms(demand: PoissonDemand | DiscreteDemand): {
  counts: number[];
  chances: number[];
  some: number;
} {
  const counts: number[] = [];
  const chances: number[] = [];
  const add = (count: number, chance: number): void => {
    if (chance <= 1e-30) return;
    counts.push(count);
    chances.push(chance);
  };
  if (demand.distribution === "discrete") {
    const byCount = probabilitiesByCount(demand);
    const total = byCount.reduce((sum, chance) => sum + chance, 0);
    let some = 0;
    for (let count = byCount.length - 1; count > 0; count--) some += byCount[count]! / total;
    for (let count = 1; count < byCount.length; count++) add(count, byCount[count]! / total);
    return { counts, chances, some };
  }
  const { mean } = demand;
  const reach = 15 * Math.sqrt(mean) + 40;
  const last = Math.min(LONGEST_SPAN, Math.ceil(mean + reach));
  for (let count = Math.max(1, Math.floor(mean - reach)); count <= last; count++) {
    add(count, poissonTerm(count, mean));
  }
  return { counts, chances, some: -Math.expm1(-mean) };
}
