import {
  compareText,
  type Issue,
  MINUTES_A_DAY,
  objectOf,
  optional,
  refuseMistakes,
  wholeNumber,
} from "../../core/index.js";
import {
  capacityModel,
  type Plan,
  type PlanningInput,
  planInput,
  planRequirements,
  safePlanRequirements,
} from "../../mrp/index.js";
import { withDates } from "./apply-schedule.js";
import { type KeptWishes, type LoadedPlan, loadPlan, type Wish } from "./load-plan.js";
import type { JobSchedule, PlanSchedule } from "./plan-schedule.js";
import {
  checkTogether,
  type ReadScheduleOptions,
  SCHEDULE_FIELDS,
  type ScheduleOptions,
} from "./schedule-options.js";
import { scheduleOf } from "./schedule-orders.js";

/** How a plan is loaded, and for how many rounds. */
export interface CapacityPlanOptions extends ScheduleOptions {
  /** The most rounds of planning and scheduling, 1 or more; 10 when left out. */
  readonly rounds?: number | undefined;
}

/** A plan and a schedule that agree, or how they still differ. */
export interface PlanWithCapacity {
  /** The plan of the last round: what was scheduled stands in it as firm supply. */
  readonly plan: Plan;
  /** Its schedule. */
  readonly schedule: PlanSchedule;
  /** How many rounds were made. */
  readonly rounds: number;
  /** Whether the schedule gives every order in it the days that it has in the plan; what is `unscheduled` keeps them. */
  readonly converged: boolean;
  /** What the last round changed; empty when plan and schedule agree. */
  readonly differences: readonly ScheduleDifference[];
}

/** An order to which the last round gave other days than the one before. */
export interface ScheduleDifference {
  /** A planned order that is new in the last plan; `null` for an open supply. */
  readonly order: string | null;
  readonly supply: string | null;
  /** Its days before; `null` when it was not scheduled, or not there. */
  readonly before: ScheduledDays | null;
  /** Its days now; `null` when it is not scheduled. */
  readonly now: ScheduledDays | null;
}

/** The days of a job. */
export interface ScheduledDays {
  readonly start: string;
  readonly due: string;
}

const MOST_ROUNDS = 1000;
const FIELDS = { ...SCHEDULE_FIELDS, rounds: optional(wholeNumber(1, MOST_ROUNDS), 10) };

/**
 * Plans material and capacity until they agree: the plan is scheduled, the dates of the schedule are fed
 * back into it, what has to be ordered for them is planned anew, and so on until a round gives every
 * order the days that it had.
 *
 * An order is wanted when the first plan that had it wanted it, and is as urgent as it was then: what
 * its own schedule makes of that does not change its turn.
 *
 * @param input - the rows of the data contract
 * @param options - how it is scheduled, and the most rounds
 * @returns plan and schedule of the last round; `converged` is `false` when they do not agree, and
 * `differences` says where
 * @throws PlanningInputError with every mistake of the input, or of the options
 *
 * Source: rule C4.
 *
 * @example
 * ```ts
 * const { plan, schedule, converged } = planWithCapacity({
 *   startDate: "2026-01-05",
 *   items: [{ id: "desk", leadTime: 2 }, { id: "board", leadTime: 1 }],
 *   boms: [{ item: "desk", lines: [{ item: "board", quantity: 3 }] }],
 *   workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   routings: [{ id: "desk", item: "desk", operations: [{ id: "cut", workCenter: "saw", run: 2 }] }],
 *   demands: [{ id: "first", item: "desk", quantity: 10, due: "2026-01-07" }],
 * });
 * converged; // => true
 * schedule.demands.at(0)?.available; // => "2026-01-09"
 * Array.from(plan.orders, ({ item, due }) => `${item} for ${due}`); // => ["board for 2026-01-06"]
 * ```
 */
export function planWithCapacity(
  input: PlanningInput,
  options: CapacityPlanOptions = {},
): PlanWithCapacity {
  let plan = planRequirements(input);
  const { rounds: most, ...read } = readOptions(options, plan);
  let loaded = loadPlan(plan, read);
  let before = daysOfSupplies(plan);
  const states = new Set<string>();
  // Once all days come back that there were before, nothing begins or is there earlier any more than then.
  let isHeld = false;
  for (let rounds = 1; ; rounds++) {
    const schedule = scheduleOf(loaded);
    const differences = differencesOf(schedule, before);
    const converged = differences.length === 0;
    if (converged || rounds === most) return { plan, schedule, rounds, converged, differences };
    const { input: dated, supplyOf } = withDates(plan, schedule.jobs, schedule.unscheduled);
    const nameOf = (id: string, isOrder: boolean): string => (isOrder ? supplyOf.get(id)! : id);
    before = new Map(Array.from(schedule.jobs, (job) => [nameOf(...idOf(job)), daysOf(job)]));
    const state = stateOf(before);
    isHeld ||= states.has(state);
    states.add(state);
    const wishes = wishesOf(loaded, nameOf, isHeld);
    const next = safePlanRequirements(dated);
    // A plan that grows from round to round may come to a limit.
    if (!next.ok) return { plan, schedule, rounds, converged, differences };
    plan = next.plan;
    loaded = loadPlan(plan, read, wishes);
  }
}

type Days = ReadonlyMap<string, ScheduledDays>;

function readOptions(
  options: unknown,
  plan: Plan,
): ReadScheduleOptions & { readonly rounds: number } {
  const issues: Issue[] = [];
  const read = objectOf(FIELDS)(options, { path: ["options"], issues });
  checkTogether(read, capacityModel(plan), issues);
  refuseMistakes(issues);
  return read;
}

/** The days that open supplies have in the input of a plan. */
function daysOfSupplies(plan: Plan): Days {
  const rows = planInput(plan).supplies ?? [];
  return new Map(rows.map(({ id, start, due }) => [id, { start: start ?? "", due }]));
}

function idOf({ order, supply }: JobSchedule): readonly [string, boolean] {
  return order === null ? [supply!, false] : [order, true];
}

function daysOf({ start, due }: JobSchedule): ScheduledDays {
  return { start, due };
}

/** The days of all jobs as one text, whatever their order. */
function stateOf(days: Days): string {
  const rows = Array.from(days, ([id, { start, due }]) => JSON.stringify([id, start, due]));
  return rows.sort(compareText).join();
}

/** What a schedule dates otherwise than the plan from which it was made. */
function differencesOf({ jobs, unscheduled }: PlanSchedule, before: Days): ScheduleDifference[] {
  const differences: ScheduleDifference[] = [];
  for (const job of jobs) {
    const { order, supply } = job;
    const then = supply === null ? undefined : before.get(supply);
    const now = daysOf(job);
    if (then?.start === now.start && then.due === now.due) continue;
    differences.push({ order, supply, before: then ?? null, now });
  }
  for (const { order, supply } of unscheduled) {
    const then = supply === null ? undefined : before.get(supply);
    // A planned order may still be sized anew; in the next round it is firm.
    if (order === null && then === undefined) continue;
    differences.push({ order, supply, before: then ?? null, now: null });
  }
  return differences;
}

/** When the jobs of a plan are wanted, under the ids that they have in the next. */
function wishesOf(
  { network: { jobs, rank, floor }, begin, dueDay }: LoadedPlan,
  nameOf: (id: string, isOrder: boolean) => string | undefined,
  isHeld: boolean,
): KeptWishes {
  const wishes = new Map<string, Wish>();
  for (const [place, { number, id, order, wanted, due }] of jobs.entries()) {
    const name = nameOf(id, order !== undefined);
    if (name === undefined) continue;
    const held = isHeld ? Math.floor(begin[place]! / MINUTES_A_DAY) * MINUTES_A_DAY : Number.NaN;
    // Without a place there is nothing to hold.
    const least = Number.isNaN(held) ? floor[place]! : Math.max(floor[place]!, held);
    const isPromised = isHeld && !Number.isNaN(dueDay[place]!);
    const dueFloor = isPromised ? dueDay[place]! : Number.NEGATIVE_INFINITY;
    wishes.set(name, { wanted, due, rank: rank[number]!, floor: least, dueFloor });
  }
  return wishes;
}
