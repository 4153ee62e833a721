import type { Ratio } from "../../core/index.js";
import type { CapacityModel } from "../../mrp/index.js";
import type { OperationDates, TimedOperation, WorkCenter } from "../../routing/index.js";
import type { LoadSource } from "../requirements/index.js";
import type { RequirementOf } from "../requirements/requirement-rows.js";
import type { UnplacedWork } from "../requirements/schedule-work.js";
import type { JobPlace, LevelJob } from "./level-job.js";

/** An operation of a job, and when it is worked; without dates it never is. */
interface PlacedOperation {
  readonly of: RequirementOf;
  readonly operation: TimedOperation;
  readonly dates: OperationDates | undefined;
  /** The work centre for which it is never done; `undefined`: none. */
  readonly short: string | undefined;
}

/** The operations of jobs, for load profiles. */
export function placedLoads(
  model: CapacityModel,
  jobs: readonly LevelJob[],
  placeOf: (job: number) => Pick<JobPlace, "operations" | "dates"> | UnplacedWork,
): LoadSource {
  const placed: PlacedOperation[] = [];
  for (const [job, { of }] of jobs.entries()) {
    const place = placeOf(job);
    const [dates, short] = "dates" in place ? [place.dates, undefined] : [[], place.short];
    for (const [n, operation] of place.operations.entries()) {
      placed.push({ of, operation, dates: dates[n], short });
    }
  }
  const { startDay, horizonEndDay, weekStart, workCenters } = model;
  const centerPlaces = new Map(workCenters.map((center, place) => [center, place]));
  const placeOfCenter = (center: WorkCenter | undefined): number =>
    center === undefined ? -1 : centerPlaces.get(center)!;
  return {
    startDay,
    horizonEndDay,
    weekStart,
    workCenters,
    length: placed.length,
    of: (n) => placed[n]!.of,
    operation: (n) => placed[n]!.operation.id,
    workCenter: (n) => placeOfCenter(placed[n]!.operation.workCenter),
    start: (n) => placed[n]!.dates?.start ?? Number.NaN,
    end: (n) => placed[n]!.dates?.end ?? Number.NaN,
    isVain: (n) => placed[n]!.operation.workCenter?.id !== placed[n]!.short,
    load: (n): Ratio => placed[n]!.operation.load,
    setup: (n): Ratio => placed[n]!.operation.setupHours,
    parts: (n) => placed[n]!.operation.parts,
    queue: (n) => placed[n]!.operation.queue,
    workTime: (place) => workCenters[place]!.workTime,
  };
}
