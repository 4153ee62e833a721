import { divideRatios, type Ratio } from "../../core/index.js";
import { isVain, REASON } from "../finite/pass.js";
import { taskHours } from "../finite/task-hours.js";
import type { LoadSource } from "../requirements/index.js";
import type { LoadedPlan } from "./load-plan.js";
import type { PlanJob } from "./plan-jobs.js";

/** A part of an operation at a work centre, or all of them; NaN where it has no place in time. */
interface PlacedWork {
  readonly job: PlanJob;
  readonly operation: string;
  readonly workCenter: string;
  readonly start: number;
  readonly end: number;
  readonly isVain: boolean;
  readonly load: Ratio;
  readonly setup: Ratio;
  readonly parts: number;
  readonly queue: number;
}

/** The work of a schedule, for load profiles. Overtime counts as capacity where it may be used. */
export function scheduleLoads(plan: LoadedPlan): LoadSource {
  const { model, network, shop } = plan;
  const times = new Map(shop.centers.map(({ center, time }) => [center.id, time]));
  const workCenters = model.workCenters.map((center) => ({
    ...center,
    workTime: times.get(center.id) ?? center.workTime,
  }));
  const places = new Map(workCenters.map(({ id }, place) => [id, place]));
  const work = network.jobs.flatMap((job, place) =>
    job.routing === undefined ? [] : workOf(plan, job, place),
  );
  const { startDay, horizonEndDay, weekStart } = model;
  return {
    startDay,
    horizonEndDay,
    weekStart,
    workCenters,
    length: work.length,
    of: (n) => {
      const { order, supply } = work[n]!.job;
      return { order: order?.id ?? null, supply: supply?.id ?? null };
    },
    operation: (n) => work[n]!.operation,
    workCenter: (n) => places.get(work[n]!.workCenter)!,
    start: (n) => work[n]!.start,
    end: (n) => work[n]!.end,
    isVain: (n) => work[n]!.isVain,
    load: (n) => work[n]!.load,
    setup: (n) => work[n]!.setup,
    parts: (n) => work[n]!.parts,
    queue: (n) => work[n]!.queue,
    quantity(n) {
      const { order, supply } = work[n]!.job;
      return order?.quantity ?? supply!.newQuantity ?? supply!.quantity;
    },
    workTime: (place) => workCenters[place]!.workTime,
  };
}

function workOf(plan: LoadedPlan, job: PlanJob, place: number): PlacedWork[] {
  const { shop, shopJob, loaded } = plan;
  const { draft } = loaded;
  const n = shopJob[place]!;
  const never = { job, start: Number.NaN, end: Number.NaN, isVain: true };
  return job.operations.flatMap((timed, k): PlacedWork[] => {
    const { id: operation, workCenter, parts, load, setupHours, queue } = timed;
    // What a supplier does loads nothing.
    if (workCenter === undefined) return [];
    const own = { ...never, operation, workCenter: workCenter.id, parts: 1, queue };
    if (n < 0) return [{ ...own, parts, load, setup: setupHours }];
    const row = shop.firstOperation[n]! + k;
    const first = shop.firstTask[row]!;
    return Array.from({ length: parts }, (_, part): PlacedWork => {
      const task = first + part;
      if (draft.reason[task] !== REASON.none) {
        const count = { num: BigInt(parts), den: 1n };
        const share = { load: divideRatios(load, count), setup: divideRatios(setupHours, count) };
        return { ...own, ...share, isVain: isVain(draft, task) };
      }
      const { center } = shop.centers[shop.choiceCenter[draft.choice[task]!]!]!;
      const [start, end] = [draft.start[task]!, draft.end[task]!];
      const placed = { ...own, workCenter: center.id, start, end };
      return { ...placed, ...taskHours(shop, loaded, task) };
    });
  });
}
