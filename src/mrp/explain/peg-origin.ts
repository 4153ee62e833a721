import type { PlanState } from "../plan/plan-state.js";
import type { NeedColumns } from "./peg-columns.js";

/** The stocking point of the order or demand from which a need comes. */
export function originOf({ model }: PlanState, { link }: NeedColumns, need: number): number {
  const number = link[need]!;
  return number < 0 ? -1 - number : model.links.parent[number]!;
}
