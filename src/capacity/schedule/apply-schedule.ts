import {
  addMistake,
  type Issue,
  isIterable,
  isPlainObject,
  type Place,
  parseDay,
  readGuarded,
  refuseMistakes,
  showValue,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import {
  freezeOrders,
  type Plan,
  type PlanningInput,
  type PlanningRow,
  planInput,
} from "../../mrp/index.js";
import type { JobSchedule, PlanSchedule } from "./plan-schedule.js";

type SupplyRow = PlanningRow<"supplies">;

/** What of a schedule is fed back into a plan. */
export type AppliedJob = Pick<JobSchedule, "order" | "supply" | "start" | "due">;

/** A schedule as it is fed back. */
export type AppliedSchedule = Pick<PlanSchedule, "jobs"> &
  Partial<Pick<PlanSchedule, "unscheduled">>;

/**
 * Feeds the dates of a schedule back into the input of its plan: each planned order that is scheduled
 * becomes a firm supply whose dates are decided (`firm` and `scheduled`, K57), with the start and the
 * due day of the schedule; each open supply has its new days, and is `scheduled` where it is firm or a
 * production order, and not frozen. Planned again, what they are made of is needed when they really
 * start, and nothing is planned twice for them.
 *
 * All other planned orders of a stocking point of which some order is scheduled, or could not be, become
 * such supplies too, on the days that they have in the plan: else those beside them would be drawn for
 * their needs, and they would be cut to what these leave. What no schedule is about is planned as ever.
 *
 * @param plan - the plan that was scheduled
 * @param schedule - what `scheduleOrders` made of it; `jobs` and `unscheduled` are read
 * @returns the changed input; the rows of the plan that came as columns are rows now
 * @throws PlanningInputError when the plan or the schedule is none, or it names what the plan does not have
 *
 * Source: rule C4, K57.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "desk", leadTime: 2 }],
 *   sources: [{ item: "desk", kind: "make" }],
 *   workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   routings: [{ id: "desk", item: "desk", operations: [{ id: "cut", workCenter: "saw", run: 2 }] }],
 *   demands: [{ id: "first", item: "desk", quantity: 10, due: "2026-01-07" }],
 * });
 * const [desk] = applySchedule(plan, scheduleOrders(plan)).supplies ?? [];
 * `${desk?.start} to ${desk?.due}`; // => "2026-01-05 to 2026-01-08"
 * ```
 */
export function applySchedule(plan: Plan, schedule: AppliedSchedule): PlanningInput {
  planInput(plan); // What is no plan is refused.
  const { jobs, unscheduled } = readSchedule(plan, schedule);
  return withDates(plan, jobs, unscheduled).input;
}

/** An input with the dates of a schedule, and the ids that scheduled planned orders have in it. */
export interface DatedInput {
  readonly input: PlanningInput;
  readonly supplyOf: ReadonlyMap<string, string>;
}

/** An input with the dates of jobs of its plan; planned orders beside them that are not scheduled keep theirs. */
export function withDates(
  plan: Plan,
  jobs: Iterable<AppliedJob>,
  unscheduled: Iterable<Pick<AppliedJob, "order">>,
): DatedInput {
  const orders = new Map<string, AppliedJob>();
  const supplies = new Map<string, AppliedJob>();
  for (const job of jobs) {
    if (job.order !== null) orders.set(job.order, job);
    else supplies.set(job.supply!, job);
  }
  const kept = new Set(Array.from(unscheduled, ({ order }) => order));
  const given = planInput(plan);
  const rows = given.supplies ?? [];
  const moved = rows.map((row) => {
    const job = supplies.get(row.id);
    return job === undefined ? row : atDates(row, job);
  });
  // The rows that freezing adds stand in the order of the orders.
  const frozen = freezeOrders(plan, { until: "2199-12-31" }).supplies!.slice(rows.length);
  const supplyOf = new Map<string, string>();
  const ids = orders.size + kept.size === 0 ? [] : Array.from(plan.orders, ({ id }) => id);
  const isDated = (id: string): boolean => orders.has(id) || kept.has(id);
  const dated = new Set(ids.flatMap((id, n) => (isDated(id) ? [placeOf(frozen[n]!)] : [])));
  for (const [n, id] of ids.entries()) {
    if (!dated.has(placeOf(frozen[n]!))) continue;
    const job = orders.get(id);
    const { frozen: _frozen, ...row } = frozen[n]!;
    supplyOf.set(id, row.id);
    moved.push(job === undefined ? { ...row, scheduled: true } : atDates(row, job));
  }
  return { input: { ...given, supplies: moved }, supplyOf };
}

/** The stocking point of a supply. */
function placeOf({ item, site, segment }: SupplyRow): string {
  return JSON.stringify([item, site, segment]);
}

function atDates(row: SupplyRow, { start, due }: AppliedJob): SupplyRow {
  const isScheduled = (row.firm === true || row.kind === "production") && row.frozen !== true;
  return { ...row, start, due, ...(isScheduled ? { scheduled: true } : {}) };
}

/** A schedule, which callers without types may have made of anything. */
function readSchedule(plan: Plan, schedule: unknown): ReadSchedule {
  const issues: Issue[] = [];
  const read = readGuarded(schedule, { path: ["schedule"], issues }, (given, place) =>
    readJobs(plan, given, place),
  );
  refuseMistakes(issues);
  return read!;
}

function readJobs(plan: Plan, schedule: unknown, place: Place): ReadSchedule {
  const { issues } = place;
  const given = isPlainObject(schedule) ? (schedule as { readonly [field: string]: unknown }) : {};
  const { jobs, unscheduled = [] } = given;
  if (!isIterable(jobs) || !isIterable(unscheduled)) {
    wrongType(schedule, place, "what scheduleOrders returned, with its jobs");
    return UNSOUND;
  }
  const known = {
    order: new Set(Array.from(plan.orders, ({ id }) => id)),
    supply: new Set(Array.from(plan.supplies, ({ id }) => id)),
  };
  const named = { order: new Set<unknown>(), supply: new Set<unknown>() };
  const readRow = (row: unknown, here: Place, days: readonly DayField[]): AppliedJob => {
    const at = (field: string) => ({ path: [...here.path, field], issues });
    const one = (isPlainObject(row) ? row : {}) as Partial<Record<keyof AppliedJob, unknown>>;
    const job = { order: one.order, supply: one.supply, start: one.start, due: one.due };
    for (const field of days) {
      if (parseDay(job[field]) === undefined)
        wrongType(job[field], at(field), 'a day "YYYY-MM-DD"');
    }
    const field = job.order === null ? "supply" : "order";
    const id = job[field];
    if (!known[field].has(id as string)) {
      const message = `The ${field} (${showValue(id)}) is none of the plan. Apply a schedule to the plan from which it was made.`;
      addMistake(at(field), "unknownId", message, { id });
    } else if (named[field].has(id)) {
      const message = `The ${field} (${showValue(id)}) stands here for the second time. Give each its days once.`;
      addMistake(at(field), "duplicateId", message, { id });
    }
    named[field].add(id);
    const [start, due] = days.map((day) => parseDay(job[day]));
    if (start !== undefined && due !== undefined && start > due) {
      const message = `The start (${showValue(job.start)}) lies after the due day (${showValue(job.due)}). Correct one of them.`;
      addMistake(at("start"), "contradiction", message);
    }
    return job as AppliedJob;
  };
  const readRows = (list: string, rows: Iterable<unknown>, days: readonly DayField[]) =>
    Array.from(rows, (row, k) => {
      const here = { path: [...place.path, list, k], issues };
      return readGuarded(row, here, (one) => readRow(one, here, days)) ?? UNSOUND;
    });
  return {
    jobs: readRows("jobs", jobs, ["start", "due"]),
    unscheduled: readRows("unscheduled", unscheduled, []),
  };
}

interface ReadSchedule {
  readonly jobs: readonly AppliedJob[];
  readonly unscheduled: readonly Pick<AppliedJob, "order">[];
}

type DayField = "start" | "due";
