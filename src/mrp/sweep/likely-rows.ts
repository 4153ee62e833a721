import type { Model } from "../compile/model.js";

/**
 * How many rows of orders a sweep writes at most while no day has several: a stocking point orders
 * at most once a day or window, and once for each change of its stock, each order of a parent and day 0.
 * Room for them is made once; what no order touches costs nothing. Where a day has several, room grows.
 */
export function likelyRows(model: Model): number {
  const { points, changes, links, conventions, window } = model;
  const inWindows = mostInWindows(model);
  const most = new Float64Array(points.count); // by point
  let rows = 0;
  for (let point = 0; point < points.count; point++) {
    let causes = 1 + changes.rows.end(point) - changes.rows.first(point);
    for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
      causes += most[links.parent[k]!]!;
    }
    most[point] = Math.min(causes, inWindows[window[point]! + 1]!);
    rows += most[point]!;
  }
  return Math.min(rows, conventions.maxOrders);
}

/**
 * At n + 1 how many windows of table n there are room for, at 0 how many days: a window that begins later
 * ends no sooner, so most of them fit when the first begins on the first day.
 */
function mostInWindows({ window, tables, days }: Model): Float64Array {
  const most = new Float64Array(tables.tables.length + 1).fill(Number.NaN);
  most[0] = days;
  for (const table of window) {
    if (!Number.isNaN(most[table + 1]!)) continue;
    const windowEnd = tables.tables[table]!;
    let count = 0;
    for (let day = 0; day < days; day = Math.max(day + 1, windowEnd[day]!)) count++;
    most[table + 1] = count;
  }
  return most;
}
