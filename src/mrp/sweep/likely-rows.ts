import type { Model } from "../compile/model.js";

/**
 * How many rows of orders a sweep writes at most while no day has several: a stocking point orders
 * at most once a day, and once for each change of its stock, each order of a parent and day 0. Room
 * for them is made once; what no order touches costs nothing. Where a day has several, room grows.
 */
export function likelyRows({ points, days, changes, links, conventions }: Model): number {
  const most = new Float64Array(points.count); // by point
  let rows = 0;
  for (let point = 0; point < points.count; point++) {
    let causes = 1 + changes.rows.end(point) - changes.rows.first(point);
    for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
      causes += most[links.parent[k]!]!;
    }
    most[point] = Math.min(causes, days);
    rows += most[point]!;
  }
  return Math.min(rows, conventions.maxOrders);
}
