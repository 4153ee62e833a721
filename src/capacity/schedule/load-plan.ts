import { type Day, LAST_DAY, MINUTES_A_DAY, type Minute } from "../../core/index.js";
import {
  type CapacityModel,
  capacityModel,
  type MaterialFlow,
  materialFlow,
  type Plan,
} from "../../mrp/index.js";
import { openMinutesUpTo, startOfOpen } from "../../routing/index.js";
import { type Loaded, loadShop } from "../finite/load-shop.js";
import { makeShop } from "../finite/make-shop.js";
import { type Draft, REASON } from "../finite/pass.js";
import type { Shop } from "../finite/shop.js";
import { type JobNetwork, jobNetwork } from "./job-network.js";
import { type PlanJob, planJobs } from "./plan-jobs.js";
import { readPlanShop } from "./read-plan-shop.js";
import type { ReadScheduleOptions } from "./schedule-options.js";
import { firstUse, useDay } from "./use-days.js";

/** When jobs are wanted and how urgent they are, by the id of the order or supply. */
export type KeptWishes = ReadonlyMap<string, Wish>;

/** When a job is wanted, how urgent it is, and what it waited for. */
export interface Wish {
  readonly wanted: Day;
  readonly due: Minute;
  readonly rank: number;
  /** It does not begin before: so late its material came once, in minutes; −Infinity for none. */
  readonly floor: Minute;
  /** It is not said to be there before; −Infinity for any day. */
  readonly dueFloor: Day;
}

/** The jobs of a plan at their places in time. */
export interface LoadedPlan {
  readonly plan: Plan;
  readonly model: CapacityModel;
  readonly flow: MaterialFlow;
  readonly network: JobNetwork;
  /** By job: what it did not begin before in the last pass. */
  readonly release: Float64Array;
  /** By link: 1 where its taker waits at its begin for what it needs only some days after it. */
  readonly isAtBegin: Uint8Array;
  readonly shop: Shop;
  readonly loaded: Loaded;
  /** By job: its place in the shop; −1 for one whose material never comes. */
  readonly shopJob: Int32Array;
  /** By job, minutes; NaN where it is not scheduled. */
  readonly begin: Float64Array;
  readonly end: Float64Array;
  /** By job: the day on which its output can be used; NaN where it is not scheduled. */
  readonly dueDay: Float64Array;
}

/** So many times releases are put off for material that is needed after the begin only. */
const MOST_PASSES = 10;

/**
 * Loads the orders of a plan on its work centres.
 *
 * @param kept - when jobs are wanted that were wanted before the plan had dates of a schedule
 */
export function loadPlan(plan: Plan, options: ReadScheduleOptions, kept?: KeptWishes): LoadedPlan {
  const model = capacityModel(plan);
  const flow = materialFlow(plan);
  const jobs = planJobs(plan, model, flow).map((job) => asWished(job, kept));
  const network = jobNetwork(jobs, model, flow);
  for (const [place, job] of jobs.entries()) {
    const wish = wishOf(job, kept);
    if (wish === undefined) continue;
    network.rank[job.number] = wish.rank;
    // Else it could go to and fro: material is planned for the day on which it begins.
    network.floor[place] = Math.max(network.floor[place]!, wish.floor);
    network.held[place] = Math.max(network.held[place]!, wish.floor);
  }
  const release = network.release.map((moment, place) => Math.max(moment, network.held[place]!));
  const dueFloor = jobs.map((job) => wishOf(job, kept)?.dueFloor ?? Number.NEGATIVE_INFINITY);
  for (const { giver, taker, days } of network.links) {
    const used = firstUse(flow, jobs[giver]!.number, dueFloor[giver]!, days) * MINUTES_A_DAY;
    release[taker] = Math.max(release[taker]!, used);
  }
  const isAtBegin = new Uint8Array(network.links.length);
  const loading = { plan, model, flow, network, release, isAtBegin };
  for (let pass = 1; ; pass++) {
    if (pass > MOST_PASSES) isAtBegin.fill(1);
    const { read, placeOf } = readPlanShop(loading, options);
    const shop = makeShop(read);
    const loaded = loadShop(shop, read);
    const shopJob = new Int32Array(jobs.length).fill(-1);
    placeOf.forEach((place, job) => {
      shopJob[place] = job;
    });
    const dates = datesOf(loading, shop, loaded.draft, shopJob, dueFloor);
    const found = { ...loading, shop, loaded, shopJob, ...dates };
    if (pass > MOST_PASSES || !putOff(found)) return found;
  }
}

function wishOf({ id, supply }: PlanJob, kept: KeptWishes | undefined): Wish | undefined {
  return supply === undefined ? undefined : kept?.get(id);
}

/** A job that was wanted before, on the day on which it was wanted then. */
function asWished(job: PlanJob, kept: KeptWishes | undefined): PlanJob {
  const wish = wishOf(job, kept);
  return wish === undefined ? job : { ...job, wanted: wish.wanted, due: wish.due };
}

type Loading = Pick<LoadedPlan, "plan" | "model" | "flow" | "network" | "release">;

function datesOf(
  { flow, network: { jobs } }: Loading,
  shop: Shop,
  draft: Draft,
  shopJob: Int32Array,
  dueFloor: readonly Day[],
): Pick<LoadedPlan, "begin" | "end" | "dueDay"> {
  const begin = new Float64Array(jobs.length).fill(Number.NaN);
  const end = new Float64Array(jobs.length).fill(Number.NaN);
  const dueDay = new Float64Array(jobs.length).fill(Number.NaN);
  jobs.forEach((job, place) => {
    const n = shopJob[place]!;
    const last = n < 0 ? Number.NaN : endOf(shop, draft, n);
    if (Number.isNaN(last)) return;
    const usable = useDay(flow, job, last, flow.receivingTime(job.number));
    // No plan has such a day.
    if (usable > LAST_DAY) return;
    begin[place] = beginOf(job, shop, draft, n);
    end[place] = last;
    dueDay[place] = Math.max(usable, dueFloor[place]!);
  });
  return { begin, end, dueDay };
}

/** When the last operation of a job has been moved on; NaN when one has no place. */
function endOf(shop: Shop, { reason, available }: Draft, job: number): Minute {
  let end = Number.NEGATIVE_INFINITY;
  const last = shop.firstTask[shop.firstOperation[job + 1]!]!;
  for (let task = shop.firstTask[shop.firstOperation[job]!]!; task < last; task++) {
    if (reason[task] !== REASON.none) return Number.NaN;
    end = Math.max(end, available[task]!);
  }
  return end;
}

/** When a job begins: its own queue time before the first of its work. */
function beginOf({ operations }: PlanJob, shop: Shop, draft: Draft, job: number): Minute {
  const first = shop.firstOperation[job]!;
  let begin = Number.POSITIVE_INFINITY;
  for (let operation = first; operation < shop.firstOperation[job + 1]!; operation++) {
    if ((operations[operation - first]?.before.length ?? 0) > 0) continue;
    for (let task = shop.firstTask[operation]!; task < shop.firstTask[operation + 1]!; task++) {
      begin = Math.min(begin, queueBegin(shop, draft, operation, task));
    }
  }
  return begin;
}

function queueBegin(shop: Shop, draft: Draft, operation: number, task: number): Minute {
  const start = draft.start[task]!;
  const queue = shop.queue[operation]!;
  const choice = draft.choice[task]!;
  if (queue === 0 || choice < 0) return start;
  const { time } = shop.centers[shop.choiceCenter[choice]!]!;
  const queued = startOfOpen(time, openMinutesUpTo(time, start) - queue);
  // Work of no minutes may stand in closed time.
  return Math.max(draft.queueStart[task]!, Math.min(queued, start));
}

/**
 * Puts off jobs that began before the material that they need only some days after their begin; where that
 * has no place at all they wait for it at their begin.
 *
 * @returns whether there was one
 */
function putOff(found: LoadedPlan): boolean {
  const { flow, release, isAtBegin, begin, end } = found;
  const { jobs, links } = found.network;
  let isPutOff = false;
  for (const [link, { giver, taker, days }] of links.entries()) {
    if (days >= 0 || isAtBegin[link] === 1 || Number.isNaN(begin[taker]!)) continue;
    if (Number.isNaN(end[giver]!)) {
      isAtBegin[link] = 1;
      isPutOff = true;
      continue;
    }
    const earliest = useDay(flow, jobs[giver]!, end[giver]!, days) * MINUTES_A_DAY;
    if (begin[taker]! >= earliest) continue;
    release[taker] = Math.max(release[taker]!, earliest);
    isPutOff = true;
  }
  return isPutOff;
}
