import { NONE, type Problem } from "../input/problem.js";
import type { GroupedChanges } from "./changes.js";
import type { DayTables } from "./day-tables.js";
import { CHANGE } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/** What demands are placed by. */
interface Placing {
  readonly problem: Problem;
  readonly points: Points;
  readonly columns: PointColumns;
  readonly tables: DayTables;
}

/**
 * The stocking point of each demand; {@link NONE} where nothing is needed in the horizon. Demands are
 * the longest list, and go to their points without a draft in between.
 *
 * @param counts - the demands in the horizon are added to it, those of point p at p + 1
 * @param addBeyond - is told of what is needed after the horizon
 */
export function pointsOfDemands(
  { problem, points, tables }: Placing,
  counts: Int32Array,
  addBeyond: (point: number, quantity: number) => void,
): Int32Array {
  const { count, item, site, segment, day, quantity } = problem.demands;
  const end = problem.startDay + tables.days;
  const { ofItem } = points;
  const pointOf = new Int32Array(count);
  for (let r = 0; r < count; r++) {
    const point =
      ofItem === undefined ? points.find(item[r]!, site[r]!, segment[r]!) : ofItem[item[r]!]!;
    if (quantity[r] !== 0 && day[r]! < end) {
      pointOf[r] = point;
      counts[point + 1]!++;
      continue;
    }
    pointOf[r] = NONE;
    if (quantity[r] !== 0) addBeyond(point, quantity[r]!);
  }
  return pointOf;
}

/** Writes the demands of the horizon as changes of their points, each on its netting day (T6). */
export function writeDemands(
  { problem, points, columns, tables }: Placing,
  pointOf: Int32Array,
  changes: GroupedChanges,
): void {
  const { demands, startDay, sites } = problem;
  const { safetyTime } = columns;
  const { next, day, quantity, origin } = changes;
  for (let r = 0; r < pointOf.length; r++) {
    const point = pointOf[r]!;
    if (point === NONE) continue;
    const k = next[point]!++;
    const due = demands.day[r]! - startDay;
    day[k] = Math.max(0, due);
    if (safetyTime[point]! > 0) {
      day[k] = tables.nettingDay(due, sites[points.site[point]!]!.calendar, safetyTime[point]!);
    }
    quantity[k] = -demands.quantity[r]!;
    origin[k] = 4 * r + CHANGE.demand;
  }
}
