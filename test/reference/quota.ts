/**
 * Quota (N10, K43): sources of one rank that state a share take turns, so that what each has been
 * given stays in proportion to its share; a large lot is split over them by their shares.
 */
import type { Fraction } from "./numbers.js";
import {
  compareFractions,
  floor,
  fraction,
  minus,
  over,
  plus,
  smaller,
  times,
  ZERO,
} from "./numbers.js";
import type { PlannedOrder } from "./schedule.js";
import type { Source } from "./sources.js";

/** The sources of each rank, lowest rank first, each group in the order of N10. */
export function rankGroups(sources: readonly Source[]): Source[][] {
  const ranks = [...new Set(sources.map(({ rank }) => rank))].sort((a, b) => a - b);
  return ranks.map((rank) => sources.filter((source) => source.rank === rank));
}

/** Either all sources of a rank state a share or none does. */
export function isByQuota(group: readonly Source[]): boolean {
  return group.some(({ share }) => share !== undefined);
}

function shareOf({ share }: Source): Fraction {
  if (share === undefined) {
    throw new Error("A source without a share is in no quota.");
  }
  return share;
}

/** (quotaBase + given) ÷ share; given is the good quantity of the orders so far. */
function servedOf(source: Source, orders: readonly PlannedOrder[]): Fraction {
  const given = orders
    .filter((order) => order.source.place === source.place)
    .reduce((sum, order) => sum + order.quantity, 0n);
  return over(fraction(source.quotaBase + given, 1n), shareOf(source));
}

/** The group with the one that is served least first; equal ones in the order of N10. */
export function leastServedFirst(
  group: readonly Source[],
  orders: readonly PlannedOrder[],
): Source[] {
  return [...group].sort((a, b) => compareFractions(servedOf(a, orders), servedOf(b, orders)));
}

/** The smallest lot that is split; undefined: none is. */
export function minimumSplitOf(group: readonly Source[]): bigint | undefined {
  const stated = group.flatMap(({ minimumSplit }) => minimumSplit ?? []);
  return stated.length === 0 ? undefined : stated.reduce(smaller);
}

/** The lot in parts by share, by largest remainder (Q5); equal remainders in the order of N10. */
export function partsByShare(lot: bigint, group: readonly Source[]): bigint[] {
  const sum = group.map(shareOf).reduce(plus, ZERO);
  const exact = group.map((source) => times(fraction(lot, 1n), over(shareOf(source), sum)));
  const parts = exact.map(floor);
  const remainder = (i: number) => minus(exact[i] ?? ZERO, fraction(parts[i] ?? 0n, 1n));
  const places = group
    .map((_, i) => i)
    .sort((a, b) => compareFractions(remainder(b), remainder(a)));
  let left = lot - parts.reduce((a, b) => a + b, 0n);
  const more = new Set<number>();
  for (const place of places) {
    if (left > 0n) {
      more.add(place);
      left -= 1n;
    }
  }
  return parts.map((part, i) => (more.has(i) ? part + 1n : part));
}
