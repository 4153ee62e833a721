import { NONE } from "../input/problem.js";
import type { PlanState } from "./plan-state.js";

/** The id of the segment of a stocking point, `null` without one. */
export function segmentOf({ model }: PlanState, point: number): string | null {
  const segment = model.points.segment[point]!;
  return segment === NONE ? null : model.problem.segments[segment]!;
}
