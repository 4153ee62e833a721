import { NONE, type Parameters, type Problem } from "../input/problem.js";
import type { Points } from "./points.js";

/**
 * The parameters of a stocking point. A reorder point or a buffer is for common stock: in a segment
 * it does not count, and needs are netted like those of any other item.
 */
export function pointParameters(problem: Problem, points: Points, point: number): Parameters {
  const parameters = problem.parameters(points.item[point]!, points.site[point]!);
  const isForCommonStock = parameters.method !== "mrp" && parameters.method !== "unplanned";
  if (points.segment[point] === NONE || !isForCommonStock) return parameters;
  const lot = parameters.isLotStated ? parameters.lot : ({ rule: "lotForLot" } as const);
  return { ...parameters, method: "mrp", lot, buffer: undefined };
}
