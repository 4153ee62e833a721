import type { Model } from "../src/mrp/compile/model.js";
import type { OrderColumns } from "../src/mrp/sweep/planned-orders.js";

/**
 * How many requirements a plan has: its demands, and one dependent requirement for each planned
 * order and link of its stocking point to a component.
 */
export function countRequirements(model: Model, orders: OrderColumns): number {
  const { links, points, problem } = model;
  const ordersOf = new Float64Array(points.count);
  for (let point = 0; point < points.count; point++) {
    for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
      ordersOf[point]! += orders.repeat?.[row] ?? 1;
    }
  }
  let requirements = problem.demands.count;
  for (const parent of links.parent) requirements += ordersOf[parent]!;
  return requirements;
}
