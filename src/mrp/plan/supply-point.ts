import type { Model } from "../compile/model.js";

/** The stocking point of a row of supplies; `NONE` when the plan has none. */
export function supplyPoint({ points, problem: { supplies } }: Model, row: number): number {
  return points.find(supplies.item[row]!, supplies.site[row]!, supplies.segment[row]!);
}
