import type { JobName, JobSchedule, PlanSchedule, UnscheduledJob } from "../../capacity/index.js";
import type { Plan } from "../../mrp/index.js";
import type { DelayLimit, LimitedJob } from "./promise-limit.js";

/**
 * What a demand waits for at last that comes late only because work centres are finite: from job to job
 * down to the one that waits for its turn, or takes its own time.
 *
 * @returns `null` where the demand is not late in the schedule
 */
export function scheduledLimit(
  plan: Plan,
  schedule: PlanSchedule,
  demand: string,
): DelayLimit | null {
  const row = [...schedule.demands].find(({ id }) => id === demand);
  if (row === undefined || row.daysLate === 0 || row.limit === null) return null;
  const jobs = jobsByName(schedule.jobs);
  const idle = jobsByName(schedule.unscheduled);
  const seen = new Set<string>();
  let name: Pick<JobName, "order" | "supply"> = row.limit;
  let last: LimitedJob | undefined;
  for (;;) {
    const key = keyOf(name);
    const job = jobs.get(key);
    const unscheduled = idle.get(key);
    if (unscheduled !== undefined) {
      const next: UnscheduledJob["waitsFor"] = unscheduled.waitsFor;
      last = jobName(unscheduled);
      if (next === null || seen.has(key)) {
        return { ...last, kind: "unscheduled", operation: unscheduled.operation };
      }
      seen.add(key);
      name = next;
      continue;
    }
    if (job === undefined || seen.has(key)) return materialOf(plan, name, last, row);
    seen.add(key);
    last = jobName(job);
    const { limit } = job;
    if (limit === null) return { ...last, kind: "ownTime" };
    if (limit.kind !== "material") return { ...last, ...limit };
    if (limit.order === null && limit.supply === null) {
      return stockOf(last, limit.date);
    }
    name = limit;
  }
}

function jobsByName<Job extends JobName>(jobs: Iterable<Job>): ReadonlyMap<string, Job> {
  return new Map(Array.from(jobs, (job) => [keyOf(job), job]));
}

function keyOf({ order, supply }: Pick<JobSchedule, "order" | "supply">): string {
  return JSON.stringify([order, supply]);
}

function jobName({ item, site, segment, order, supply }: JobName): LimitedJob {
  return { item, site, segment, order, supply };
}

/** An open supply or an order that is no job: it comes when it comes. */
function materialOf(
  plan: Plan,
  { order, supply }: Pick<JobName, "order" | "supply">,
  last: LimitedJob | undefined,
  row: Pick<LimitedJob, "item" | "site" | "segment">,
): DelayLimit {
  const open = supply === null ? undefined : [...plan.supplies].find(({ id }) => id === supply);
  const planned = order === null ? undefined : [...plan.orders].find(({ id }) => id === order);
  const { item, site, segment } = open ?? planned ?? last ?? row;
  const date = open?.date ?? planned?.due ?? null;
  const because =
    supply === null ? ({ kind: "leadTime" } as const) : ({ kind: "supply", supply } as const);
  return { kind: "material", item, site, segment, order, supply, date, because };
}

/** Stock that counts from a later day, of a part of a job. */
function stockOf({ item, site, segment }: LimitedJob, date: string): DelayLimit {
  const none = { order: null, supply: null };
  return { kind: "material", item, site, segment, ...none, date, because: { kind: "stock", date } };
}
