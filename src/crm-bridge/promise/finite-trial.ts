import {
  type DemandSchedule,
  type PlanSchedule,
  type ScheduleOptions,
  scheduleOrders,
} from "../../capacity/index.js";
import { type Issue, PlanningInputError } from "../../core/index.js";
import type { BrokenDemand, Plan } from "../../mrp/index.js";

/** What the finite schedule of a plan with demands says of them. */
export interface FiniteTrial {
  readonly schedule: PlanSchedule;
  /** In the order of the demands: the day on which all of each is there; `null`: never. */
  readonly available: readonly (string | null)[];
  /** Other demands, forecasts left out, that come late with them and sooner without. */
  readonly broken: readonly BrokenDemand[];
}

/** By plan and options: a schedule takes its time, and is asked for again and again. */
const known = new WeakMap<Plan, WeakMap<ScheduleOptions, PlanSchedule>>();

/**
 * Schedules a plan with demands, and compares it with the schedule of the plan without.
 *
 * @param ids - of the demands that are tried
 */
export function finiteTrial(
  plan: Plan,
  next: Plan,
  ids: readonly string[],
  options: ScheduleOptions,
): FiniteTrial {
  const before = new Map([...scheduleOf(plan, options).demands].map((row) => [row.id, row]));
  const schedule = scheduleOf(next, options);
  const tried = new Map<string, DemandSchedule>();
  const broken: BrokenDemand[] = [];
  const wanted = new Set(ids);
  for (const [place, row] of [...schedule.demands].entries()) {
    if (wanted.has(row.id)) tried.set(row.id, row);
    // Of a forecast the plan says what was consumed.
    else if (next.demands.at(place)?.consumed === null) {
      const was = before.get(row.id);
      if (was !== undefined && isLater(row, was)) broken.push(brokenOf(row, was));
    }
  }
  return { schedule, available: ids.map((id) => tried.get(id)?.available ?? null), broken };
}

function scheduleOf(plan: Plan, options: ScheduleOptions): PlanSchedule {
  const ofPlan = known.get(plan) ?? new WeakMap<ScheduleOptions, PlanSchedule>();
  known.set(plan, ofPlan);
  const schedule = ofPlan.get(options) ?? refusedInOptions(() => scheduleOrders(plan, options));
  ofPlan.set(options, schedule);
  return schedule;
}

/** Whether a demand is late, and later than it was. */
function isLater(after: DemandSchedule, before: DemandSchedule): boolean {
  const isLate = after.daysLate === null || after.daysLate > 0;
  return isLate && dayOf(after) > dayOf(before);
}

/** Days compare as texts; what is never there comes last, what is not to come first. */
function dayOf({ available, daysLate }: DemandSchedule): string {
  return available ?? (daysLate === null ? "never" : "");
}

function brokenOf(after: DemandSchedule, before: DemandSchedule): BrokenDemand {
  const { id, due, available } = after;
  return { demand: id, due, before: before.available, after: available };
}

/** The options of the schedule are those of the promise, under `capacity`. */
function refusedInOptions(make: () => PlanSchedule): PlanSchedule {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    throw new PlanningInputError(
      error.issues.map((issue): Issue => {
        const [first, ...rest] = issue.path;
        return first === "options" ? { ...issue, path: ["options", "capacity", ...rest] } : issue;
      }),
    );
  }
}
