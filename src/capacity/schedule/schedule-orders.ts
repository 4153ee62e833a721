import { formatDay, formatMinute, lazySequence, type Sequence } from "../../core/index.js";
import { capacityModel, type Plan } from "../../mrp/index.js";
import type { FiniteSchedule } from "../finite/index.js";
import { REASON } from "../finite/pass.js";
import { scheduleView } from "../finite/schedule-view.js";
import { LOADS } from "../requirements/index.js";
import { demandDates } from "./demand-dates.js";
import { jobName } from "./job-name.js";
import { type LoadedPlan, loadPlan } from "./load-plan.js";
import type { PlanJob } from "./plan-jobs.js";
import type { JobSchedule, OperationSchedule, PlanSchedule } from "./plan-schedule.js";
import { ScheduleLimits } from "./schedule-limit.js";
import { scheduleLoads } from "./schedule-loads.js";
import { readScheduleOptions, type ScheduleOptions } from "./schedule-options.js";
import { unscheduledJobs } from "./unscheduled-jobs.js";

/**
 * Loads the orders of a plan on its work centres, so that none of them has more to do in any minute than it
 * has units, and no order begins before its material is there. Work is not stretched by `utilization` (K59),
 * so by `overloadMessages`, whose capacity is less by that, there may still be too much.
 *
 * What is scheduled are the make orders and the open production orders that have a routing (K55), and
 * of the other orders those that wait for them; these take their lead time. An order waits for stock and
 * open supply until the day on which they are there (N11), for orders that are scheduled until they are
 * made, for other planned orders until these can be there at the soonest (K59).
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - direction, priority rule, last day, overtime
 * @returns when each order and each operation is worked on, when demands are there, what is late and
 * why, and what cannot be done at all; for `loadProfile` and `compareLoads` too, overtime counted where
 * it may be used
 * @throws PlanningInputError with every mistake of the options
 *
 * Source: rule C4, K55, K59.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "desk", leadTime: 2 }],
 *   sources: [{ item: "desk", kind: "make" }],
 *   workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   routings: [{ id: "desk", item: "desk", operations: [{ id: "cut", workCenter: "saw", run: 2 }] }],
 *   demands: [
 *     { id: "first", item: "desk", quantity: 6, due: "2026-01-07" },
 *     { id: "second", item: "desk", quantity: 4, due: "2026-01-07", priority: 1 },
 *   ],
 * });
 * const schedule = scheduleOrders(plan);
 * Array.from(schedule.demands, ({ id, available, daysLate }) => `${id}: ${available}, ${daysLate} days late`);
 * // => ["first: 2026-01-08, 1 days late", "second: 2026-01-08, 1 days late"]
 * schedule.jobs.at(0)?.limit; // => { kind: "ownTime" }
 * ```
 */
export function scheduleOrders(plan: Plan, options: ScheduleOptions = {}): PlanSchedule {
  return scheduleOf(loadPlan(plan, readScheduleOptions(options, capacityModel(plan))));
}

/** A loaded plan as it is read: each row is made when it is asked for. */
export function scheduleOf(loaded: LoadedPlan): PlanSchedule {
  const { network, shop, dueDay } = loaded;
  const view = scheduleView(shop, loaded.loaded);
  const done = Int32Array.from(
    [...network.jobs.keys()].filter((job) => !Number.isNaN(dueDay[job]!)),
  );
  const limits = once(() => new ScheduleLimits(loaded));
  const demands = once(() => demandDates(loaded));
  const loads = once(() => scheduleLoads(loaded));
  return {
    jobs: lazySequence(done.length, (k) => jobSchedule(loaded, limits, done[k]!)),
    operations: operationRows(loaded, view),
    get demands() {
      return demands();
    },
    unscheduled: unscheduledJobs(loaded, view),
    end: view.end,
    makespan: view.makespan,
    get [LOADS]() {
      return loads();
    },
  };
}

function jobSchedule(loaded: LoadedPlan, limits: () => ScheduleLimits, place: number): JobSchedule {
  const { network, begin, end, dueDay } = loaded;
  const job = network.jobs[place]!;
  const daysLate = Math.max(0, dueDay[place]! - job.wanted);
  const rank = network.rank[job.number]!;
  const { order, supply } = job;
  return {
    ...jobName(job),
    quantity: order?.quantity ?? supply!.newQuantity ?? supply!.quantity,
    routing: job.routing?.id ?? null,
    start: formatMinute(begin[place]!).slice(0, 10),
    begin: formatMinute(begin[place]!),
    end: formatMinute(end[place]!),
    due: formatDay(dueDay[place]!),
    wanted: formatDay(job.wanted),
    daysLate,
    rank: rank === Number.POSITIVE_INFINITY ? null : rank,
    limit: daysLate > 0 ? limits().of(place) : null,
  };
}

/** The operations that have a place, job by job. */
function operationRows(
  { network, shop, shopJob, loaded: { draft } }: LoadedPlan,
  view: FiniteSchedule,
): Sequence<OperationSchedule> {
  const rowOf = new Int32Array(draft.reason.length);
  let rows = 0;
  for (let task = 0; task < rowOf.length; task++) {
    rowOf[task] = draft.reason[task] === REASON.none ? rows++ : -1;
  }
  const found: { readonly row: number; readonly job: PlanJob }[] = [];
  network.jobs.forEach((job, place) => {
    const n = shopJob[place]!;
    if (n < 0 || job.routing === undefined) return;
    const end = shop.firstTask[shop.firstOperation[n + 1]!]!;
    for (let task = shop.firstTask[shop.firstOperation[n]!]!; task < end; task++) {
      if (rowOf[task]! >= 0) found.push({ row: rowOf[task]!, job });
    }
  });
  return lazySequence(found.length, (k): OperationSchedule => {
    const { row, job } = found[k]!;
    const { job: _job, priority: _priority, ...rest } = view.operations.at(row)!;
    return { ...jobName(job), routing: job.routing!.id, ...rest };
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
