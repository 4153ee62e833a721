import type { Plan } from "./plan.js";
import { stateOf } from "./plan-state.js";
import { segmentOf } from "./segment.js";

/** An item at a site, in a segment where one is given: what is planned on its own. */
export interface StockingPoint {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** B1: a parent's is lower than its component's. */
  readonly lowLevelCode: number;
}

/**
 * The stocking points of a plan in the order in which they are planned; each has a
 * {@link planningRecord}.
 *
 * @param plan - what `planRequirements` returned
 * @returns one entry a stocking point, by low-level code; those of one code by the last of their parents, then
 * item, site and segment
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel" }, { id: "bike" }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 * });
 * stockingPoints(plan)[1]; // => { item: "wheel", site: "main", segment: null, lowLevelCode: 1 }
 * ```
 */
export function stockingPoints(plan: Plan): readonly StockingPoint[] {
  const state = stateOf(plan);
  const { points, problem } = state.model;
  return Array.from({ length: points.count }, (_, point) => ({
    item: problem.items[points.item[point]!]!.id,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
    lowLevelCode: points.level[point]!,
  }));
}
