import type { Problem } from "../input/problem.js";
import { plainPoints } from "./plain-points.js";
import { linkedPoints, type Points } from "./points.js";

/** Finds every stocking point, levels them, and puts them in sweep order. */
export function findPoints(problem: Problem): Points {
  return plainPoints(problem) ?? linkedPoints(problem);
}
