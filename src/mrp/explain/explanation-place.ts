import type { PlanState } from "../plan/plan-state.js";
import { segmentOf } from "../plan/segment.js";

/** A stocking point as an explanation names it. */
export interface ExplainedPlace {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

/** Item, site and segment of a stocking point. */
export function placeName(state: PlanState, point: number): ExplainedPlace {
  const { problem, points } = state.model;
  return {
    item: problem.items[points.item[point]!]!.id,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
  };
}
