import { NONE, type Problem } from "../input/problem.js";
import type { DayTables } from "./day-tables.js";
import { inCounts } from "./draft-links.js";
import type { EndedPoint } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/** B6: the stocking points of discontinued items. */
export function endedPoints(
  problem: Problem,
  points: Points,
  columns: PointColumns,
  tables: DayTables,
): ReadonlyMap<number, EndedPoint> {
  const ended = new Map<number, EndedPoint>();
  for (const [point, discontinued] of [...columns.discontinued].sort(([a], [b]) => a - b)) {
    const { followUp, factor, newFirst } = discontinued;
    const from = discontinued.from - problem.startDay;
    // Receipts do not come earlier for a later day.
    const first = tables.tables[columns.receipt[point]!]!.findIndex((receipt) => receipt >= from);
    const { decimals } = problem.items[points.item[point]!]!;
    const follows = followUp !== NONE;
    ended.set(point, {
      from,
      lastsUntil: first < 0 ? tables.days : first,
      followUp: follows ? points.find(followUp, points.site[point]!, points.segment[point]!) : NONE,
      ratio: follows
        ? inCounts(factor, decimals, problem.items[followUp]!.decimals, false)
        : factor,
      newFirst,
    });
  }
  return ended;
}
