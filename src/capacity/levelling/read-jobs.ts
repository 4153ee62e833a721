import {
  addWorkingDays,
  type Day,
  firstWorkingDay,
  MINUTES_A_DAY,
  parseDay,
  parseRatio,
} from "../../core/index.js";
import {
  type CapacityModel,
  type MaterialFlow,
  type MaterialLeadTime,
  materialFlow,
  type Plan,
  type PlanningInput,
} from "../../mrp/index.js";
import { type OpenWork, openWorkOf } from "../requirements/open-work.js";
import { readReductions } from "../requirements/requirement-options.js";
import type { RequirementOf } from "../requirements/requirement-rows.js";
import {
  type ScheduledWork,
  scheduleWork,
  type UnplacedWork,
} from "../requirements/schedule-work.js";
import { type JobNetwork, jobNetwork } from "../schedule/job-network.js";
import { type PlanJob, planJobs } from "../schedule/plan-jobs.js";
import { type JobPlace, type LevelJob, startOf } from "./level-job.js";

/** A job that waits for the output of another. */
export interface JobWait {
  readonly job: number;
  /** Working days of the giver's site from its delivery to the begin of the taker. */
  readonly days: number;
}

/** The jobs of a plan, where each stands, and which of them wait for which. */
export interface LevelJobs {
  readonly jobs: readonly LevelJob[];
  /** By job; `undefined` for one that is never done, */
  readonly places: readonly (JobPlace | undefined)[];
  /** and what it would do. */
  readonly never: ReadonlyMap<number, UnplacedWork>;
  /** By job: those that take its output, and those whose output it takes. */
  readonly takers: readonly (readonly JobWait[])[];
  readonly givers: readonly (readonly JobWait[])[];
}

interface Reading {
  readonly flow: MaterialFlow;
  readonly network: JobNetwork;
  readonly work: ReadonlyMap<string, OpenWork>;
  /** Ids of supplies that nobody moves. */
  readonly frozen: ReadonlySet<string>;
}

/** Schedules each order by itself (K55), and finds what it waits for. */
export function readJobs(
  plan: Plan,
  model: CapacityModel,
  { supplies = [] }: PlanningInput,
): LevelJobs {
  const frozen = new Set(supplies.filter((row) => row.frozen === true).map(({ id }) => id));
  const flow = materialFlow(plan);
  const planned = planJobs(plan, model, flow);
  const network = jobNetwork(planned, model, flow);
  const work = new Map(openWorkOf(plan, model).map((one) => [keyOf(one), one]));
  const reductions = readReductions({});
  const jobs: LevelJob[] = [];
  const places: (JobPlace | undefined)[] = [];
  const never = new Map<number, UnplacedWork>();
  let first = 0;
  for (const [n, job] of planned.entries()) {
    const read = jobOf({ flow, network, work, frozen }, n, job, first);
    jobs.push(read);
    if (read.work === undefined) {
      places.push(elapsedPlace(read, read.leadTime!, job));
      continue;
    }
    const scheduled = scheduleWork(read.work, model, reductions);
    if ("dates" in scheduled) places.push(scheduledPlace(read, scheduled));
    else {
      places.push(undefined);
      never.set(n, scheduled);
    }
    first += scheduled.operations.length;
  }
  const takers = jobs.map((): JobWait[] => []);
  const givers = jobs.map((): JobWait[] => []);
  for (const { giver, taker, days } of network.links) {
    takers[giver]!.push({ job: taker, days });
    givers[taker]!.push({ job: giver, days });
  }
  return { jobs, places, never, takers, givers };
}

const NO_ALTERNATES: ReadonlyMap<number, number> = new Map();

function keyOf({ order, supply }: RequirementOf): string {
  return JSON.stringify([order, supply]);
}

function jobOf(
  { flow, network, work, frozen }: Reading,
  place: number,
  { number, order, supply, leadTime, routing, wanted }: PlanJob,
  first: number,
): LevelJob {
  const { id, item, site } = (order ?? supply)!;
  const of: RequirementOf =
    order === undefined ? { order: null, supply: id } : { order: id, supply: null };
  const quantity = order?.quantity ?? supply!.newQuantity ?? supply!.quantity;
  return {
    of,
    item,
    site,
    quantity: parseRatio(quantity.toFixed())!,
    work: routing === undefined ? undefined : work.get(keyOf(of))!,
    leadTime,
    wanted,
    rank: network.rank[number]!,
    isFrozen: supply !== undefined && frozen.has(id),
    isVain: network.isVain[place] === 1,
    release: Math.max(network.release[place]!, network.held[place]!),
    calendar: flow.calendarOf(number),
    receivingTime: flow.receivingTime(number),
    first,
  };
}

function scheduledPlace(job: LevelJob, scheduled: ScheduledWork): JobPlace {
  const { operations, dates, realDue: due } = scheduled;
  const delivery = deliveryOf(job, scheduled);
  return { operations, dates, alternates: NO_ALTERNATES, start: startOf(dates), delivery, due };
}

function deliveryOf({ work, calendar }: LevelJob, { direction, end }: ScheduledWork): Day {
  if (direction === "backward") return work!.delivery;
  return firstWorkingDay(calendar, Math.ceil(end / MINUTES_A_DAY));
}

/** What takes its lead time stands where the plan has it. */
function elapsedPlace(
  job: LevelJob,
  leadTime: MaterialLeadTime,
  { order, supply }: PlanJob,
): JobPlace {
  const due = parseDay(order?.due ?? supply!.date)!;
  const delivery = addWorkingDays(job.calendar, due, -job.receivingTime);
  const start = order !== undefined ? parseDay(order.start)! : leadTime.startOf(delivery);
  const none = { operations: [], dates: [], alternates: NO_ALTERNATES };
  return { ...none, start: start * MINUTES_A_DAY, delivery, due };
}
