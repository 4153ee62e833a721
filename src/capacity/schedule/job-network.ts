import { addWorkingDays, MINUTES_A_DAY, type Minute } from "../../core/index.js";
import type { CapacityModel, MaterialFlow } from "../../mrp/index.js";
import { type PegRows, type PlanJob, takersOf } from "./plan-jobs.js";
import { soonestDays, startFor } from "./soonest-days.js";

/** A job that takes the output of another. */
export interface JobLink {
  /** Places of jobs. */
  readonly taker: number;
  readonly giver: number;
  /** Working days of the giver's site from its receipt to the begin of the taker; negative: before it. */
  readonly days: number;
}

/**
 * Working days of the giver's site from its receipt until its taker may begin.
 *
 * @param isAtBegin - whether the taker waits at its begin, until it can be used, also for what it needs
 * only some days after it
 */
export function waitDays(
  { days }: JobLink,
  giver: PlanJob,
  flow: MaterialFlow,
  isAtBegin: boolean,
): number {
  return days < 0 && isAtBegin ? flow.receivingTime(giver.number) : days;
}

/** Jobs, what each of them waits for, and how urgent it is. */
export interface JobNetwork {
  readonly jobs: readonly PlanJob[];
  /** By number in the flow: the place of the job; −1 for what is none. */
  readonly jobOf: Int32Array;
  readonly links: readonly JobLink[];
  /** By job: it does not begin before, for the planning start and for material that no job makes. */
  readonly release: Float64Array;
  /** By job: it is held to a day, in minutes, and does not begin before, whatever its material; −Infinity for none. */
  readonly held: Float64Array;
  /** By job: the day, in minutes, that planned orders set which cannot come earlier; −Infinity for none. */
  readonly floor: Float64Array;
  /** By job: the peg that sets the release; −1: none. */
  readonly releasePeg: Int32Array;
  /** By peg: the day on which material that no job makes can be there at the soonest. */
  readonly soonest: Float64Array;
  /** By job: 1 where its material never comes, or that of a job for which it waits, */
  readonly isVain: Uint8Array;
  /** and the number in the flow of what it waits for in vain; −1 for nobody. */
  readonly vainGiver: Int32Array;
  /** By number in the flow: the best priority of the demands that it is for; Infinity for none. */
  readonly rank: Float64Array;
}

/** Finds what each job waits for, from the pegs of a plan. */
export function jobNetwork(
  jobs: readonly PlanJob[],
  model: CapacityModel,
  flow: MaterialFlow,
): JobNetwork {
  const jobOf = new Int32Array(flow.orders + flow.supplies).fill(-1);
  jobs.forEach(({ number }, place) => {
    jobOf[number] = place;
  });
  const held = Float64Array.from(jobs, (job) => heldStart(job, model, flow));
  const release = Float64Array.from(jobs, (job, place) =>
    held[place]! > Number.NEGATIVE_INFINITY
      ? model.startDay * MINUTES_A_DAY
      : earliestRelease(job, model, flow),
  );
  const floor = new Float64Array(jobs.length).fill(Number.NEGATIVE_INFINITY);
  const releasePeg = new Int32Array(jobs.length).fill(-1);
  const isVain = new Uint8Array(jobs.length);
  const vainGiver = new Int32Array(jobs.length).fill(-1);
  const pegs = takersOf(flow);
  const soonest = soonestDays(model, flow, jobOf);
  for (let p = 0; p < flow.length; p++) {
    const taker = flow.taker[p]! < 0 ? -1 : jobOf[flow.taker[p]!]!;
    const giver = flow.giver[p]!;
    if (taker < 0 || (giver >= 0 && jobOf[giver]! >= 0)) continue;
    const day = soonest[p]!;
    if (day === Number.POSITIVE_INFINITY) {
      if (isVain[taker] === 0) vainGiver[taker] = giver;
      isVain[taker] = 1;
      continue;
    }
    const start = startFor(flow, flow.taker[p]!, day, flow.offset[p]!) * MINUTES_A_DAY;
    const isFixed = giver >= 0 && giver < flow.orders && flow.movable[p] === 0;
    if (isFixed) floor[taker] = Math.max(floor[taker]!, start);
    if (start > release[taker]!) {
      release[taker] = start;
      releasePeg[taker] = p;
    }
  }
  const links = jobLinks(flow, jobOf);
  giveUp(jobs, links, isVain, vainGiver);
  const rank = ranks(flow, pegs);
  return { jobs, jobOf, links, release, held, floor, releasePeg, soonest, isVain, vainGiver, rank };
}

/** What was scheduled to begin after the horizon stays there: what it needs is not planned (N12). */
function heldStart(
  { number }: PlanJob,
  { horizonEndDay }: CapacityModel,
  flow: MaterialFlow,
): Minute {
  const start = flow.scheduledStart(number);
  const isHeld = start !== undefined && start > horizonEndDay;
  return isHeld ? start * MINUTES_A_DAY : Number.NEGATIVE_INFINITY;
}

/** The planning start, and the time for the paper work of what takes its lead time. */
function earliestRelease(
  { leadTime, number }: PlanJob,
  { startDay }: CapacityModel,
  flow: MaterialFlow,
): Minute {
  const days = leadTime?.releaseTime ?? 0;
  const day = days === 0 ? startDay : addWorkingDays(flow.calendarOf(number), startDay, days);
  return day * MINUTES_A_DAY;
}

/** One link for each pair of jobs, that of the peg that waits longest. */
function jobLinks(flow: MaterialFlow, jobOf: Int32Array): JobLink[] {
  const links = new Map<number, JobLink>();
  for (let p = 0; p < flow.length; p++) {
    const [from, to] = [flow.giver[p]!, flow.taker[p]!];
    if (from < 0 || to < 0) continue;
    const [giver, taker] = [jobOf[from]!, jobOf[to]!];
    if (giver < 0 || taker < 0) continue;
    const days = flow.receivingTime(from) - flow.offset[p]!;
    const key = giver * jobOf.length + taker;
    const known = links.get(key);
    if (known === undefined || known.days < days) links.set(key, { taker, giver, days });
  }
  return [...links.values()];
}

/** Gives up jobs that wait for one that is given up, or, over any number of others, for themselves. */
function giveUp(
  jobs: readonly PlanJob[],
  links: readonly JobLink[],
  isVain: Uint8Array,
  vainGiver: Int32Array,
): void {
  const waits = new Int32Array(jobs.length);
  const onward = jobs.map((): number[] => []);
  for (const { giver, taker } of links) {
    waits[taker]!++;
    onward[giver]!.push(taker);
  }
  const isKnown = new Uint8Array(jobs.length);
  const open = [...jobs.keys()].filter((job) => waits[job] === 0);
  for (let job = open.pop(); job !== undefined; job = open.pop()) {
    isKnown[job] = 1;
    for (const taker of onward[job]!) {
      if (isVain[job] === 1 && isVain[taker] === 0) {
        isVain[taker] = 1;
        vainGiver[taker] = jobs[job]!.number;
      }
      if (--waits[taker]! === 0) open.push(taker);
    }
  }
  for (const { giver, taker } of links) {
    if (isKnown[taker] === 1 || isKnown[giver] === 1 || isVain[taker] === 1) continue;
    isVain[taker] = 1;
    vainGiver[taker] = jobs[giver]!.number;
  }
}

/** By number in the flow: the best priority of the demands that it is for, over all levels. */
function ranks(flow: MaterialFlow, pegs: PegRows): Float64Array {
  const count = flow.orders + flow.supplies;
  const rank = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const waits = new Int32Array(count);
  const gives: number[][] = [];
  for (let n = 0; n < count; n++) {
    for (let k = pegs.start[n]!; k < pegs.start[n + 1]!; k++) {
      const taker = flow.taker[pegs.peg[k]!]!;
      if (taker < 0) rank[n] = Math.min(rank[n]!, flow.priority[-1 - taker]!);
      else {
        waits[n]!++;
        gives[taker] ??= [];
        gives[taker].push(n);
      }
    }
  }
  const open: number[] = [];
  for (let n = 0; n < count; n++) if (waits[n] === 0) open.push(n);
  for (let n = open.pop(); n !== undefined; n = open.pop()) {
    for (const giver of gives[n] ?? []) {
      rank[giver] = Math.min(rank[giver]!, rank[n]!);
      if (--waits[giver]! === 0) open.push(giver);
    }
  }
  return rank;
}
