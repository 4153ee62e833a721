import { NONE, type Problem } from "../input/problem.js";
import type { DraftPoints } from "./draft-points.js";

/** What is planned before what, by the numbers of draft points. */
export type Edge = readonly [number, number];

/** What is planned before what, but for what is driven. */
interface Ways {
  /** Where lines and lanes come from, */
  readonly from: Int32Array;
  /** and where they lead. */
  readonly to: Int32Array;
  /** From lead items to their co-products, as many as there are, then all others. */
  readonly relations: readonly Edge[];
}

/**
 * B1, K40: from whatever may need a co-product to the lead item that it drives: over lines and lanes, or
 * in place of something else.
 */
export function drivingEdges(problem: Problem, draft: DraftPoints, ways: Ways): Edge[] {
  const leadsOf = new Map<number, number[]>();
  for (const [coProduct, lead] of leadsOfCoProducts(problem, draft)) {
    leadsOf.set(coProduct, [...(leadsOf.get(coProduct) ?? []), lead]);
  }
  if (leadsOf.size === 0) return [];
  const edges: Edge[] = [];
  const drive = (from: number, to: number): void => {
    for (const lead of leadsOf.get(to) ?? []) edges.push([from, lead]);
  };
  for (let e = 0; e < ways.to.length; e++) drive(ways.from[e]!, ways.to[e]!);
  for (const [from, to] of ways.relations.slice(problem.coProducts.length)) drive(from, to);
  return edges;
}

/** From each co-product to the lead item that it drives, by the numbers of draft points (K40). */
export function leadsOfCoProducts({ bills, coProducts }: Problem, draft: DraftPoints): Edge[] {
  return coProducts.flatMap(({ bill, item, drives }): Edge[] => {
    if (!drives) return [];
    const { item: lead, site } = bills[bill]!;
    return [[draft.number(item, site, NONE), draft.number(lead, site, NONE)]];
  });
}
