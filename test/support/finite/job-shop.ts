import {
  type FiniteLoadingInput,
  finiteLoading,
  type PriorityRule,
} from "../../../src/capacity/index.js";
import { formatMinute, parseMinute } from "../../../src/core/index.js";

/** A job shop as it is published: by job, the machine and the time of each operation. */
export type JobShop = readonly (readonly (readonly [number, number])[])[];

export const PRIORITY_RULES: readonly PriorityRule[] = [
  "rank",
  "earliestDueDate",
  "criticalRatio",
  "slack",
];

const START = "2026-01-05T00:00";

const idOf = (job: number): string => `job ${`${job}`.padStart(2, "0")}`;

/** Work in a job. */
const total = (job: JobShop[number]): number => job.reduce((sum, [, time]) => sum + time, 0);

/**
 * A job shop on work centres that never close, one minute for a unit of time. Ranks are the jobs'
 * numbers, and each job is due after one and a half times its work.
 */
export function jobShopInput(jobs: JobShop): FiniteLoadingInput {
  const machines = [...new Set(jobs.flat().map(([machine]) => machine))];
  return {
    start: START,
    workCenters: machines.map((machine) => ({
      id: `machine ${machine}`,
      shifts: [{ from: "00:00", until: "24:00" }],
    })),
    jobs: jobs.map((operations, job) => ({
      id: idOf(job),
      rank: job,
      due: formatMinute(parseMinute(START)! + Math.round(1.5 * total(operations))),
      operations: operations.map(([machine, time], k) => ({
        id: `${k}`,
        workCenter: `machine ${machine}`,
        run: `${time}/60`,
      })),
    })),
  };
}

/** The makespan of an order of jobs, each named for its next operation. */
export function makespanInOrder(jobs: JobShop, order: readonly number[]): number {
  const next = jobs.map(() => 0);
  const sequence = order.map((job) => ({ job: idOf(job), operation: `${next[job]!++}` }));
  return finiteLoading({ ...jobShopInput(jobs), sequence }).makespan;
}

/** The makespan of a priority rule. */
export function makespanByRule(jobs: JobShop, priority: PriorityRule): number {
  return finiteLoading({ ...jobShopInput(jobs), priority }).makespan;
}

/** What no makespan is below: the work of a job, and of a machine with the least before and after it. */
export function lowerBound(jobs: JobShop): number {
  const bounds = jobs.map(total);
  for (const machine of new Set(jobs.flat().map(([one]) => one))) {
    const rows = jobs.flatMap((job) =>
      job.flatMap(([one, time], k) =>
        one === machine
          ? [{ time, head: total(job.slice(0, k)), tail: total(job.slice(k + 1)) }]
          : [],
      ),
    );
    const work = rows.reduce((sum, { time }) => sum + time, 0);
    const head = Math.min(...rows.map((row) => row.head));
    const tail = Math.min(...rows.map((row) => row.tail));
    bounds.push(head + work + tail);
  }
  return Math.max(...bounds);
}
