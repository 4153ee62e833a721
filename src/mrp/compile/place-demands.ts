import type { Problem } from "../input/problem.js";
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
 * Where demands go. They are the longest list, and go to their points without a draft in between; where
 * each item has one point they are counted and placed by item, so that none looks for its point.
 */
export interface DemandPlaces {
  /** The place of each demand. */
  readonly of: Int32Array;
  /** The point of each place; `undefined`: places are points. */
  readonly points: Int32Array | undefined;
  /** The place of each point; `undefined`: places are points. */
  readonly ofPoints: Int32Array | undefined;
}

/** Where the demands of a problem go. */
export function demandPlaces({ demands }: Problem, points: Points): DemandPlaces {
  const { count, item, site, segment } = demands;
  const { ofItem } = points;
  if (ofItem !== undefined) return { of: item, points: ofItem, ofPoints: points.item };
  const of = new Int32Array(count);
  for (let r = 0; r < count; r++) of[r] = points.find(item[r]!, site[r]!, segment[r]!);
  return { of, points: undefined, ofPoints: undefined };
}

/**
 * Counts what is needed in the horizon.
 *
 * @param addBeyond - is told of what is needed after the horizon
 * @returns how many each place has
 */
export function countDemands(
  placing: Placing,
  places: DemandPlaces,
  addBeyond: (point: number, quantity: number) => void,
): Int32Array {
  const counts = new Int32Array(placing.points.count);
  countAt(counts, placing, places, addBeyond);
  return counts;
}

function countAt(
  counts: Int32Array,
  { problem, tables }: Placing,
  { of, points: pointOf }: DemandPlaces,
  addBeyond: (point: number, quantity: number) => void,
): void {
  const { count, day, quantity } = problem.demands;
  const end = problem.startDay + tables.days;
  for (let r = 0; r < count; r++) {
    if (quantity[r] === 0) continue;
    const place = of[r]!;
    if (day[r]! < end) counts[place]!++;
    else addBeyond(pointOf === undefined ? place : pointOf[place]!, quantity[r]!);
  }
}

/** Writes the demands of the horizon as changes of their points, each on its netting day (T6). */
export function writeDemands(
  placing: Placing,
  places: DemandPlaces,
  { day, quantity, origin, next }: GroupedChanges,
): void {
  const { problem, columns, tables } = placing;
  const { startDay } = problem;
  const { count, day: dayOf, quantity: quantityOf } = problem.demands;
  const { of } = places;
  const { days } = tables;
  const { hasSafetyTime } = columns;
  for (let r = 0; r < count; r++) {
    const due = dayOf[r]! - startDay;
    const needed = quantityOf[r]!;
    if (due >= days || needed === 0) continue;
    const place = of[r]!;
    const k = next[place]!++;
    day[k] = hasSafetyTime ? nettingDay(placing, places, place, due) : Math.max(0, due);
    quantity[k] = -needed;
    origin[k] = 4 * r + CHANGE.demand;
  }
}

function nettingDay(
  { problem, points, columns, tables }: Placing,
  places: DemandPlaces,
  place: number,
  due: number,
): number {
  const point = places.points === undefined ? place : places.points[place]!;
  const time = columns.safetyTime[point]!;
  if (time === 0) return Math.max(0, due);
  return tables.nettingDay(due, problem.sites[points.site[point]!]!.calendar, time);
}
