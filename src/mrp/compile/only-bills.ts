import { NONE } from "../input/problem.js";
import type { BillColumns } from "./bill-columns.js";
import type { Points } from "./points.js";

/** Several bills: which of them holds is a matter of dates (B8). */
const SEVERAL_BILLS = -2;

/** The only bill of each stocking point; {@link NONE} without one, else {@link SEVERAL_BILLS}. */
export function onlyBills(bills: BillColumns, points: Points): Int32Array {
  const only = new Int32Array(points.count).fill(NONE);
  for (let b = 0; b < bills.count; b++) {
    const point = points.find(bills.item[b]!, bills.site[b]!, NONE);
    only[point] = only[point] === NONE ? b : SEVERAL_BILLS;
  }
  for (let point = 0; point < points.count; point++) {
    if (points.segment[point] === NONE) continue;
    only[point] = only[points.find(points.item[point]!, points.site[point]!, NONE)]!;
  }
  return only;
}
