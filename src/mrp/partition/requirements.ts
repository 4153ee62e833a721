import { compressedRows } from "../../bom/index.js";
import type { Points } from "../compile/points.js";
import { NONE, type Problem } from "../input/problem.js";
import type { ItemSiteGraph } from "./item-site-graph.js";

/**
 * The item-sites in the order of the sweep; those where nothing is planned come last.
 */
export function inSweepOrder({ count, find }: ItemSiteGraph, points: Points): Int32Array {
  const order = new Int32Array(count);
  const isPlaced = new Uint8Array(count);
  let placed = 0;
  const place = (number: number): void => {
    if (isPlaced[number] === 1) return;
    isPlaced[number] = 1;
    order[placed++] = number;
  };
  for (let point = 0; point < points.count; point++) {
    if (points.segment[point] === NONE) place(find(points.item[point]!, points.site[point]!));
  }
  for (let number = 0; number < count; number++) place(number);
  return order;
}

/**
 * About how many requirements each item-site nets: one for each of its rows, and for each line or lane that
 * leads to it as many as there may be orders above, one a day at most.
 *
 * @param order - every item-site, those above before those below
 */
export function estimatedRequirements(
  problem: Problem,
  graph: ItemSiteGraph,
  order: Int32Array,
): Float64Array {
  const requirements = new Float64Array(graph.count).fill(1);
  for (const rows of [problem.stock, problem.demands, problem.supplies, problem.allocations]) {
    for (let r = 0; r < rows.count; r++) requirements[graph.find(rows.item[r]!, rows.site[r]!)]!++;
  }
  const days = problem.horizonEnd - problem.startDay + 1;
  const below = compressedRows(graph.count, graph.from);
  for (const number of order) {
    const orders = Math.min(requirements[number]!, days);
    for (let k = below.start[number]!; k < below.start[number + 1]!; k++) {
      requirements[graph.to[below.row[k]!]!]! += orders;
    }
  }
  return requirements;
}
