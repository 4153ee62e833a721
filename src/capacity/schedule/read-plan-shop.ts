import { addRatios, LAST_DAY, MINUTES_A_DAY, type Minute } from "../../core/index.js";
import type { CapacityModel, MaterialFlow } from "../../mrp/index.js";
import type { Operation, TimedOperation, WorkCenter } from "../../routing/index.js";
import type { Hours } from "../finite/hours.js";
import type { ReadChoice } from "../finite/read-choices.js";
import type { ReadJob, ReadMaterial } from "../finite/read-job.js";
import type { ReadOperation } from "../finite/read-operation.js";
import type { ReadOverlap } from "../finite/read-overlap.js";
import type { ReadShop } from "../finite/read-shop.js";
import { type JobNetwork, waitDays } from "./job-network.js";
import type { PlanJob } from "./plan-jobs.js";
import type { ReadScheduleOptions } from "./schedule-options.js";
import { choicesOf, lastBatchHours, plain, transferHours } from "./shop-operation.js";
import { soonerUse } from "./use-days.js";

/** Jobs as finite loading takes them; by id. */
export interface PlanShop {
  readonly read: ReadShop;
  /** By job of the shop: its place in the network. */
  readonly placeOf: Int32Array;
}

/** What a work centre, tool or routing step is called in a shop, found once for all jobs. */
interface Names {
  readonly centers: ReadonlyMap<string, number>;
  readonly tools: ReadonlyMap<string, number>;
  readonly steps: Map<Operation, Step>;
}

/** What of an operation is the same for every lot. */
interface Step {
  readonly queue: Hours;
  readonly waitMove: Hours;
  readonly teardown: Hours;
  readonly tools: readonly number[];
}

/** What is to be loaded. */
interface ToLoad {
  readonly network: JobNetwork;
  readonly release: Float64Array;
  readonly isAtBegin: Uint8Array;
  readonly model: CapacityModel;
  readonly flow: MaterialFlow;
}

/** The jobs of a network, but for those whose material never comes, on the work centres of a plan. */
export function readPlanShop(
  { network, release, isAtBegin, model, flow }: ToLoad,
  options: ReadScheduleOptions,
): PlanShop {
  const workCenters = [...model.workCenters].sort(byId);
  const tools = [...model.tools].sort(byId);
  const names: Names = { centers: placesOf(workCenters), tools: placesOf(tools), steps: new Map() };
  const ids = uniqueIds(network.jobs);
  const materials = materialsOf(network, ids, flow, isAtBegin);
  const jobs: { readonly place: number; readonly job: ReadJob }[] = [];
  network.jobs.forEach((job, place) => {
    if (network.isVain[place] === 1) return;
    const rank = network.rank[job.number]!;
    const given = { id: ids[place]!, rank, release: release[place]!, due: job.due };
    jobs.push({ place, job: { ...given, ...stepsOf(job, names), materials: materials[place]! } });
  });
  jobs.sort((a, b) => byId(a.job, b.job));
  const { direction, bottleneck, priority, infinite, overtime } = options;
  return {
    read: {
      start: model.startDay * MINUTES_A_DAY,
      end: endOf(options),
      workCenters,
      tools,
      jobs: jobs.map(({ job }) => job),
      direction,
      bottleneck: bottleneck === undefined ? -1 : names.centers.get(bottleneck)!,
      priority,
      sequence: undefined,
      infinite,
      overtime,
    },
    placeOf: Int32Array.from(jobs, ({ place }) => place),
  };
}

function endOf({ until }: ReadScheduleOptions): Minute {
  return ((until ?? LAST_DAY) + 1) * MINUTES_A_DAY;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function placesOf(rows: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(rows.map(({ id }, place) => [id, place]));
}

/** An open supply may have the id of a planned order. */
function uniqueIds(jobs: readonly PlanJob[]): string[] {
  const known = new Set<string>();
  return jobs.map(({ id, supply }) => {
    let own = id;
    while (known.has(own)) own = `${own} ${supply === undefined ? "" : "supply"}`;
    known.add(own);
    return own;
  });
}

function materialsOf(
  { jobs, links, isVain }: JobNetwork,
  ids: readonly string[],
  flow: MaterialFlow,
  isAtBegin: Uint8Array,
): readonly (readonly ReadMaterial[])[] {
  const materials = jobs.map((): ReadMaterial[] => []);
  for (const [n, link] of links.entries()) {
    const { giver, taker } = link;
    const made = jobs[giver]!;
    const days = waitDays(link, made, flow, isAtBegin[n] === 1);
    // What is needed only some days after the begin is seen to by releases.
    if (days < 0 || isVain[taker] === 1) continue;
    const calendar = flow.calendarOf(made.number);
    const sooner = soonerUse(flow, made, days);
    materials[taker]!.push({ job: ids[giver]!, days, calendar, sooner });
  }
  return materials;
}

function stepsOf(job: PlanJob, names: Names): Pick<ReadJob, "operations" | "before"> {
  const { routing, operations } = job;
  if (routing === undefined) return { operations: [lastingStep(job)], before: [[]] };
  const before = operations.map((timed) => timed.before.map(({ place }) => place));
  const steps = operations.map((timed) =>
    stepOf(timed, routing.operations[timed.operation]!, names),
  );
  return { operations: withOverlaps(steps, operations, routing.operations), before };
}

/** An operation that takes days and no work centre. */
const NO_WORK = {
  teardown: 0,
  queue: 0,
  split: 1,
  overlap: undefined,
  after: undefined,
  choices: [],
  tools: [],
  setupGroup: undefined,
} as const;

function lastingStep({ id, leadTime }: PlanJob): ReadOperation {
  const { days, basis, calendar } = leadTime!;
  return {
    ...NO_WORK,
    id,
    days,
    calendar,
    basis,
    waitMove: 0,
  };
}

function stepOf(timed: TimedOperation, operation: Operation, names: Names): ReadOperation {
  const { id, subcontract, parts } = timed;
  const { queue, waitMove, teardown, tools } = fixedOf(operation, names);
  if (subcontract !== undefined) {
    const { leadTimeDays: days, calendar } = subcontract;
    return { ...NO_WORK, id, days, calendar, basis: "worked", waitMove };
  }
  const center = ({ id: name }: WorkCenter): number => names.centers.get(name)!;
  const choices = choicesOf(timed, operation).map(
    ({ workCenter, setup, run }): ReadChoice => ({ center: center(workCenter), setup, run }),
  );
  return {
    id,
    days: -1,
    calendar: undefined,
    basis: "worked",
    teardown,
    queue,
    waitMove,
    split: parts,
    overlap: undefined,
    after: undefined,
    choices,
    tools,
    setupGroup: operation.setupGroup,
  };
}

function fixedOf(operation: Operation, { tools, steps }: Names): Step {
  let step = steps.get(operation);
  if (step === undefined) {
    const { queue, wait, move, teardown } = operation;
    step = {
      queue: plain(queue),
      waitMove: plain(addRatios(wait, move)),
      teardown: plain(teardown),
      tools: operation.tools.map((id) => tools.get(id)!).sort((a, b) => a - b),
    };
    steps.set(operation, step);
  }
  return step;
}

/** Says of each operation that moves on in batches how far those right after it may overlap with it. */
function withOverlaps(
  steps: readonly ReadOperation[],
  timed: readonly TimedOperation[],
  operations: readonly Operation[],
): readonly ReadOperation[] {
  const overlaps = new Map<number, { firstBatch: Hours; lastBatch: Map<string, Hours> }>();
  for (const later of timed) {
    for (const { place, overlap } of later.before) {
      if (overlap === undefined) continue;
      const earlier = operations[timed[place]!.operation]!;
      const transferBatch = earlier.transferBatch!;
      let known = overlaps.get(place);
      if (known === undefined) {
        known = { firstBatch: plain(transferHours(transferBatch, earlier)), lastBatch: new Map() };
        overlaps.set(place, known);
      }
      const last = lastBatchHours(transferBatch, later, operations[later.operation]!);
      known.lastBatch.set(later.id, plain(last));
    }
  }
  if (overlaps.size === 0) return steps;
  return steps.map((step, place): ReadOperation => {
    const overlap: ReadOverlap | undefined = overlaps.get(place);
    return overlap === undefined ? step : { ...step, overlap };
  });
}
