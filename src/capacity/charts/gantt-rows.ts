import { compareText } from "../../core/index.js";
import { type ChartedOperation, type ChartedSchedule, readSchedule } from "./charted-schedule.js";
import { laneNames } from "./lane-names.js";

/** A bar of a Gantt chart. */
export interface GanttRow {
  /** Where it stands, named as no other: the work centre and its unit, or what takes no work centre. */
  readonly lane: string;
  readonly workCenter: string | null;
  readonly unit: number | null;
  readonly job: string;
  readonly operation: string;
  readonly part: number;
  /** `"YYYY-MM-DDTHH:mm"`. */
  readonly start: string;
  readonly end: string;
  /** Whether the job ends after its due date. */
  readonly isLate: boolean;
}

/**
 * Makes the rows of a Gantt chart of a schedule.
 *
 * @param schedule - what `finiteLoading` returned, or the same as plain data
 * @returns a bar for each part of an operation: by work centre and unit, then by start; what takes no
 * work centre last
 * @throws PlanningInputError when it is no schedule, an operation ends before it starts, or its job is not
 * there
 *
 * Source: H. L. Gantt, *Organizing for Work* (1919), the chart of machines.
 *
 * @example
 * ```ts
 * const schedule = finiteLoading({
 *   start: "2026-01-05T08:00",
 *   workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   jobs: [{ id: "A", operations: [{ id: "10", workCenter: "saw", run: 2 }] }],
 * });
 * ganttRows(schedule).map(({ lane, job, start, end }) => `${lane}: ${job} ${start} to ${end}`);
 * // => ["saw: A 2026-01-05T08:00 to 2026-01-05T10:00"]
 * ```
 */
export function ganttRows(schedule: ChartedSchedule): GanttRow[] {
  const { operations, jobs } = readSchedule(schedule);
  const late = new Set(jobs.flatMap(({ id, late }) => (late !== null && late > 0 ? [id] : [])));
  const placed = withUnits([...operations].sort(inTime));
  const nameOf = laneNames(placed);
  return placed.sort(inLanes).map(({ lane, ...operation }): GanttRow => {
    const { workCenter, unit, job, part, start, end } = operation;
    return {
      lane: nameOf({ workCenter, lane }),
      workCenter,
      unit,
      job,
      operation: operation.operation,
      part,
      start,
      end,
      isLate: late.has(job),
    };
  });
}

type Placed = ChartedOperation & { readonly lane: number };

/** Gives what has no unit the first lane that is free, so that no bar hides another. */
function withUnits(operations: readonly ChartedOperation[]): Placed[] {
  const ends = new Map<string | null, string[]>();
  return operations.map((operation) => {
    const { workCenter, unit, start, end } = operation;
    if (unit !== null) return { ...operation, lane: unit };
    const lanes = ends.get(workCenter) ?? [];
    ends.set(workCenter, lanes);
    const free = lanes.findIndex((before) => before <= start);
    const place = free < 0 ? lanes.length : free;
    lanes[place] = end;
    return { ...operation, lane: place + 1 };
  });
}

function inTime(a: ChartedOperation, b: ChartedOperation): number {
  return (
    compareText(a.start, b.start) ||
    compareText(a.end, b.end) ||
    compareText(a.job, b.job) ||
    compareText(a.operation, b.operation) ||
    a.part - b.part
  );
}

/** By work centre and lane; what takes none comes last. */
function inLanes(a: Placed, b: Placed): number {
  return (
    Number(a.workCenter === null) - Number(b.workCenter === null) ||
    compareText(a.workCenter ?? "", b.workCenter ?? "") ||
    a.lane - b.lane ||
    inTime(a, b)
  );
}
