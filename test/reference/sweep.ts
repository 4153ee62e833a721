/**
 * The sweep (§5): all stocking points level by level; a second time where the orders are more than
 * suppliers have capacity for (K46).
 */
import type { Ledger } from "./capacity-ledger.js";
import { readCapacity } from "./capacity-ledger.js";
import { makePoints } from "./input-rows.js";
import { levelsOf, sweepPlaces } from "./levels.js";
import type { OrderBook } from "./place-orders.js";
import { planPoint } from "./plan-point.js";
import type { Problem } from "./problem.js";
import { key, readProblem } from "./problem.js";
import type { Points, StockingPoint } from "./stocking-points.js";
import { comparePoints } from "./stocking-points.js";
import type { GrantedCapacity } from "./supplier-capacity.js";
import { grantCapacity } from "./supplier-capacity.js";
import type { PlanningInput } from "./types.js";

export interface Swept {
  problem: Problem;
  levels: ReadonlyMap<string, number>;
  points: Points;
  /** In the order in which they were planned. */
  planned: StockingPoint[];
}

function sweep(input: PlanningInput, capacity?: GrantedCapacity): Swept & { ledger: Ledger } {
  const problem = readProblem(input);
  const ledger = readCapacity(problem);
  const levels = levelsOf(problem);
  const points = makePoints(problem, levels);
  const book: OrderBook = {
    points,
    count: 0,
    byKey: new Map(),
    withoutSource: new Set(),
    ...(capacity === undefined ? {} : { capacity }),
  };
  const planned: StockingPoint[] = [];
  // Dependent needs may make new stocking points, but only on levels that are still to come.
  const places = sweepPlaces(problem, levels);
  const placeOf = ({ item, site }: StockingPoint) => places.get(key(item, site)) ?? -1;
  const inOrder = (a: StockingPoint, b: StockingPoint) =>
    placeOf(a) - placeOf(b) || comparePoints(a, b);
  for (let level = 0; level < points.byLevel.length; level++) {
    for (const point of (points.byLevel[level] ?? []).sort(inOrder)) {
      planPoint(book, point);
      planned.push(point);
    }
  }
  for (const point of planned) {
    point.lookAgain?.();
  }
  return { problem, levels, points, planned, ledger };
}

export function planAll(input: PlanningInput): Swept {
  const first = sweep(input);
  const capacity = grantCapacity(first.problem, first.ledger, first.planned);
  return capacity === undefined ? first : sweep(input, capacity);
}
