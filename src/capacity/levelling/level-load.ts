import { ratioToDecimal } from "../../core/index.js";
import { type CapacityModel, capacityModel, type Plan, planInput } from "../../mrp/index.js";
import { withOvertime } from "../../routing/index.js";
import { LOADS, type LoadSource, loadProfile } from "../requirements/index.js";
import { bucketsOf } from "../requirements/load-table.js";
import { LevelState } from "./level-state.js";
import type { LeveledLoad, RestOverload } from "./leveled-load.js";
import { movedOrders, overtimeRows } from "./leveled-rows.js";
import { Leveller } from "./leveller.js";
import { LevellingCosts, sumOfCosts } from "./levelling-costs.js";
import {
  type LevellingOptions,
  readLevellingOptions,
  refuseUnknownItems,
} from "./levelling-options.js";
import { bucketFacts } from "./load-bucket.js";
import { OvertimeBook, type OvertimeSpan } from "./overtime-book.js";
import { placedLoads } from "./placed-loads.js";
import { readJobs } from "./read-jobs.js";

/**
 * Levels the load of a plan: where a work centre has more to do in a bucket than it can, operations
 * are done earlier, elsewhere, in overtime or later, and each decision says what it costs.
 *
 * Overloads are taken by time, then by id of the work centre; in each, whole operations from the least
 * urgent on, until the rest fits, each by the first remedy that can take it without overloading
 * anything else. No order begins before the planning start or its material. The plan is not changed.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - buckets, remedies in the order in which they are tried, costs
 * @returns decisions with their costs, orders that stand elsewhere, load after it, overloads that are
 * left and why
 * @throws PlanningInputError when it is no plan, or with every mistake of the options
 *
 * Source: K60, rule C4; Vollmann, Berry, Whybark & Jacobs, "Capacity planning and utilization".
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   workCenters: [{ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] }],
 *   items: [{ id: "leg", holdingCost: "0.1" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [{ id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 1 }] }],
 *   demands: [
 *     { id: "d1", item: "leg", quantity: 6, due: "2026-01-08" },
 *     { id: "d2", item: "leg", quantity: 4, due: "2026-01-08", segment: "Ann" },
 *   ],
 * });
 * const { decisions, rest } = levelLoad(plan, { bucket: "day" });
 * decisions.map(({ remedy, hours, cost }) => `${remedy}: ${hours} h for ${cost}`);
 * // => ["pullAhead: 4 h for 0.4"]
 * rest; // => []
 * ```
 */
export function levelLoad(plan: Plan, options: LevellingOptions = {}): LeveledLoad {
  const read = readLevellingOptions(options);
  const model = capacityModel(plan);
  const input = planInput(plan);
  refuseUnknownItems(read, input);
  const jobs = readJobs(plan, model, input);
  const before = placedLoads(model, jobs.jobs, (job) => jobs.places[job] ?? jobs.never.get(job)!);
  const state = new LevelState(jobs, model.workCenters, bucketsOf(before, read.bucket));
  const overtime = new OvertimeBook(state.cells);
  const costs = new LevellingCosts(read, input);
  const leveller = new Leveller(state, read.remedies, costs, overtime);
  leveller.level();
  const total = sumOfCosts(leveller.costs);
  const used = [...overtime.spans()];
  const source = placedLoads(model, jobs.jobs, (job) => state.place(job) ?? jobs.never.get(job)!);
  const loaded = { [LOADS]: withUsedOvertime(source, model, used) };
  return {
    decisions: leveller.decisions,
    cost: total === undefined ? null : ratioToDecimal(total),
    orders: movedOrders(jobs, state),
    overtime: overtimeRows(used),
    profile: loadProfile(loaded, { bucket: read.bucket }),
    rest: restOf(state, leveller),
    ...loaded,
  };
}

/** The overtime counts as capacity; work lies where it lay without. */
function withUsedOvertime(
  source: LoadSource,
  { workCenters }: CapacityModel,
  used: readonly OvertimeSpan[],
): LoadSource {
  const longer = workCenters.map((center) => {
    const own = used.filter((span) => span.center === center);
    return own.length === 0 ? center : { ...center, workTime: withOvertime(center.workTime, own) };
  });
  return { ...source, workCenters: longer };
}

function restOf(state: LevelState, leveller: Leveller): RestOverload[] {
  const { cells, overloaded } = state;
  const left = overloaded.filter((cell) => cells.isOver(cell, []));
  return left.map((cell) => ({
    ...bucketFacts(cells, cell),
    load: ratioToDecimal(cells.load(cell)),
    capacity: ratioToDecimal(cells.capacity(cell)),
    excess: ratioToDecimal(cells.excess(cell)),
    operations: leveller.left(cell),
  }));
}
