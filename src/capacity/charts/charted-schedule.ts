import {
  addMistake,
  type Check,
  type Issue,
  mustBe,
  parseMinute,
  refuseMistakes,
  UNSOUND,
  wholeNumber,
  wrongType,
} from "../../core/index.js";
import { anyText, orNull, readRows } from "./read-rows.js";

/** A part of an operation at its place in time, as finite loading gives it; other fields may stand beside. */
export interface ChartedOperation {
  readonly job: string;
  readonly operation: string;
  /** `null`: it takes no work centre, such as a subcontractor's. */
  readonly workCenter: string | null;
  /** Which unit of the work centre does it, from 1. */
  readonly unit: number | null;
  /** Which part of the lot, from 1. */
  readonly part: number;
  /** `"YYYY-MM-DDTHH:mm"`. */
  readonly start: string;
  /** Not before `start`. */
  readonly end: string;
}

/** A job and whether it is late. */
export interface ChartedJob {
  readonly id: string;
  /** Minutes after its due date; `null`: not known. */
  readonly late: number | null;
}

/** A schedule, such as `finiteLoading` returns. */
export interface ChartedSchedule {
  readonly operations: Iterable<ChartedOperation>;
  /** All those of the operations. */
  readonly jobs: Iterable<ChartedJob>;
}

/** A time as schedules have it. */
const time: Check<string> = (value, place) => {
  if (parseMinute(value) !== undefined) return value as string;
  wrongType(value, place, 'a time "YYYY-MM-DDTHH:mm"');
  return UNSOUND;
};

const place = wholeNumber(1, Number.MAX_SAFE_INTEGER);

const operationFields = {
  job: anyText,
  operation: anyText,
  workCenter: orNull(anyText),
  unit: orNull(place),
  part: place,
  start: time,
  end: time,
};

const jobFields = { id: anyText, late: orNull(wholeNumber(0, Number.MAX_SAFE_INTEGER)) };

/**
 * Reads a schedule into lists.
 *
 * @throws PlanningInputError when it is none, an operation ends before it starts, or its job is not there
 */
export function readSchedule(schedule: ChartedSchedule): {
  readonly operations: readonly ChartedOperation[];
  readonly jobs: readonly ChartedJob[];
} {
  const issues: Issue[] = [];
  const operations = readRows(schedule, "operations", operationFields, issues);
  const jobs = readRows(schedule, "jobs", jobFields, issues);
  refuseMistakes(issues);
  const known = new Set(jobs.map(({ id }) => id));
  for (const [n, { job, start, end }] of operations.entries()) {
    const at = (field: string) => ({ path: ["operations", n, field], issues });
    if (!known.has(job)) {
      const what = "be the id of one of the jobs";
      addMistake(at("job"), "unknownId", mustBe(job, at("job"), what), { id: job });
    }
    if (parseMinute(end)! < parseMinute(start)!) {
      const message = mustBe(end, at("end"), `not lie before the start (${start})`);
      addMistake(at("end"), "contradiction", message);
    }
  }
  refuseMistakes(issues);
  return { operations, jobs };
}
