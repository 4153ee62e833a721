import { Decimal, lazySequence, type Sequence } from "../../core/index.js";
import type { FiniteSchedule, UnscheduledOperation } from "../finite/index.js";
import { jobName } from "./job-name.js";
import type { LoadedPlan } from "./load-plan.js";
import type { UnscheduledJob } from "./plan-schedule.js";
import { nameOf } from "./schedule-limit.js";

const MINUTES_AN_HOUR = 60;

/** The jobs that have no place, or not all of them. */
export function unscheduledJobs(
  loaded: LoadedPlan,
  view: FiniteSchedule,
): Sequence<UnscheduledJob> {
  const { network, shop, shopJob, dueDay } = loaded;
  const failed = [...network.jobs.keys()].filter((job) => Number.isNaN(dueDay[job]!));
  if (failed.length === 0) return lazySequence(0, () => undefined as never);
  const first = new Map<string, UnscheduledOperation>();
  for (const row of view.unscheduled) if (!first.has(row.job)) first.set(row.job, row);
  const jobOfId = new Map<string, number>();
  shopJob.forEach((job, place) => {
    if (job >= 0) jobOfId.set(shop.jobIds[job]!, place);
  });
  return lazySequence(failed.length, (k): UnscheduledJob => {
    const place = failed[k]!;
    const name = jobName(network.jobs[place]!);
    if (shopJob[place]! < 0) return { ...name, ...inVain(loaded, place) };
    const row = first.get(shop.jobIds[shopJob[place]!]!);
    if (row === undefined) return { ...name, ...beyondAllDays() };
    const { operation, reason, waitsFor, lackingHours } = row;
    const cause = waitsFor === null ? undefined : jobOfId.get(waitsFor.job)!;
    const isOther = cause !== undefined && cause !== place;
    return {
      ...name,
      operation: network.jobs[place]!.routing === undefined ? null : operation,
      reason,
      waitsFor: isOther ? nameOf(loaded, network.jobs[cause]!.number) : null,
      lackingHours,
    };
  });
}

type Cause = Pick<UnscheduledJob, "operation" | "reason" | "waitsFor" | "lackingHours">;

/** All is done, but nobody can use it before the year 2200. */
function beyondAllDays(): Cause {
  return { operation: null, reason: "horizon", waitsFor: null, lackingHours: new Decimal(0) };
}

/** A job whose material never comes, or that of a job for which it waits, lacks all of its work. */
function inVain(loaded: LoadedPlan, place: number): Cause {
  const { network } = loaded;
  const giver = network.vainGiver[place]!;
  const { operations } = network.jobs[place]!;
  const work = operations.reduce((sum, one) => sum + one.work, 0);
  return {
    operation: null,
    reason: "material",
    waitsFor: giver < 0 ? null : nameOf(loaded, giver),
    lackingHours: new Decimal(work).dividedBy(MINUTES_AN_HOUR),
  };
}
