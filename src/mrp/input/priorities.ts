import { lengthened, withRoom } from "../pages/index.js";
import type { DemandRows, PlacedRows } from "./problem.js";

type Priorities = Pick<DemandRows, "priority">;

/** Demands that state no priority come after all that do (T2). */
const NONE_STATED = Number.POSITIVE_INFINITY;

/** The priority of a demand, the smaller the sooner. */
export function priorityOf({ priority }: Priorities, row: number): number {
  return priority === undefined ? NONE_STATED : priority[row]!;
}

/** A column for demands of which none has stated a priority yet, with room for the rows that other plans add. */
export function noPriorities(rows: number): Float64Array {
  return withRoom((count) => new Float64Array(count), rows).fill(NONE_STATED);
}

/** The priorities of demands, and of more behind them. */
export function joinedPriorities(
  demands: Priorities & Pick<PlacedRows, "count">,
  more: Priorities & Pick<PlacedRows, "count">,
): Float64Array | undefined {
  if (demands.priority === undefined && more.priority === undefined) return undefined;
  const { priority = noPriorities(demands.count) } = demands;
  const joined = lengthened(priority, demands.count + more.count);
  joined.set(more.priority ?? noPriorities(more.count), demands.count);
  return joined;
}
