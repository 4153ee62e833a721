import { NONE, type Problem } from "../input/problem.js";
import type { Points } from "./points.js";

/** Several bills: which of them holds is a matter of dates (B8). */
const SEVERAL_BILLS = -2;

/** The only bill of each stocking point; {@link NONE} without one, else {@link SEVERAL_BILLS}. */
export function onlyBills({ billColumns: bills }: Problem, points: Points): Int32Array {
  const only = new Int32Array(points.count).fill(NONE);
  const { ofItem } = points;
  for (let b = 0; b < bills.count; b++) {
    const item = bills.item[b]!;
    const point = ofItem === undefined ? points.find(item, bills.site[b]!, NONE) : ofItem[item]!;
    only[point] = only[point] === NONE ? b : SEVERAL_BILLS;
  }
  if (ofItem !== undefined) return only;
  for (let point = 0; point < points.count; point++) {
    if (points.segment[point] === NONE) continue;
    only[point] = only[points.find(points.item[point]!, points.site[point]!, NONE)]!;
  }
  return only;
}
