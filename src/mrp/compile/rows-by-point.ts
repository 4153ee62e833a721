import { type CompressedRows, compressedRows } from "../../bom/index.js";
import type { PlacedRows, Problem } from "../input/problem.js";
import type { ComponentToIssue, RowsOfPoint } from "./model.js";
import { pointOfComponent } from "./place-row.js";
import type { Points } from "./points.js";

/** The rows of stocking points, grouped when they are first asked for. */
export function rowsByPoint(
  problem: Problem,
  points: Points,
  toIssue: readonly ComponentToIssue[],
): (point: number) => RowsOfPoint {
  const { stock, supplies, demands, allocations } = problem;
  const groups = new Map<keyof RowsOfPoint, CompressedRows>();
  const rowsOf = (list: keyof RowsOfPoint, point: number, placed: () => Int32Array) => {
    let group = groups.get(list);
    if (group === undefined) {
      group = compressedRows(points.count, placed());
      groups.set(list, group);
    }
    return Array.from(group.row.subarray(group.start[point]!, group.start[point + 1]!));
  };
  const pointsOf = (rows: PlacedRows) => (): Int32Array => {
    const found = new Int32Array(rows.count);
    for (let r = 0; r < rows.count; r++) {
      found[r] = points.find(rows.item[r]!, rows.site[r]!, rows.segment[r]!);
    }
    return found;
  };
  const components = (): Int32Array =>
    Int32Array.from(toIssue, (one) => pointOfComponent(problem, points, one));
  return (point) => ({
    stock: rowsOf("stock", point, pointsOf(stock)),
    supplies: rowsOf("supplies", point, pointsOf(supplies)),
    demands: rowsOf("demands", point, pointsOf(demands)),
    allocations: rowsOf("allocations", point, pointsOf(allocations)),
    components: rowsOf("components", point, components),
  });
}
