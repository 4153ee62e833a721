import type { Decimal, Sequence } from "../../core/index.js";
import type { Loaded } from "../requirements/load-source.js";

/** What finite loading decided, with its loads for `loadProfile`, each job an order; times are texts `"YYYY-MM-DDTHH:mm"`. */
export interface FiniteSchedule extends Loaded {
  /** What is worked on, by job id, then in the order of the job's operations, then by part. */
  readonly operations: Sequence<ScheduledOperation>;
  /** The jobs, by id. */
  readonly jobs: Sequence<ScheduledJob>;
  /** What could not be scheduled, in the order of `operations`. */
  readonly unscheduled: Sequence<UnscheduledOperation>;
  /** When all that is scheduled has been moved on; `null` when nothing is. */
  readonly end: string | null;
  /** Minutes from the start of the schedule to its end. */
  readonly makespan: number;
}

/** A part of an operation at its place in time. */
export interface ScheduledOperation {
  readonly job: string;
  readonly operation: string;
  /** Where it is worked on; `null` for one that takes days. */
  readonly workCenter: string | null;
  /** Which unit of the work centre does it, from 1; `null` where it takes none. */
  readonly unit: number | null;
  /** Which part of the lot, from 1. */
  readonly part: number;
  /** When it may stand before the work centre. */
  readonly queueStart: string;
  /** When the work begins: the setup. */
  readonly start: string;
  /** When the work ends. */
  readonly end: string;
  /** When its successors may begin to queue: wait and move have passed. */
  readonly available: string;
  /** Standard hours of setup, run and teardown. */
  readonly load: Decimal;
  /** Standard hours of the setup, by the matrix where that says. */
  readonly setup: Decimal;
  /** What the priority rule gave it, the lowest first; `null` where the rule has nothing to go by. */
  readonly priority: number | null;
}

/** A job and its dates. */
export interface ScheduledJob {
  readonly id: string;
  /** When its first operation begins to queue; `null` when none is scheduled. */
  readonly start: string | null;
  /** When its last operation has been moved on; `null` when some operation is not scheduled. */
  readonly end: string | null;
  readonly due: string | null;
  /** Minutes by which the end lies after the due date, 0 at least; `null` without one of them. */
  readonly late: number | null;
}

/**
 * Why an operation is not scheduled: it does not end within the horizon; its work centre does not open
 * again; no shift that it could still use is long enough; an operation before it, or a job whose output
 * it needs, is not done.
 */
export type UnscheduledReason =
  | "horizon"
  | "noWorkTime"
  | "shiftTooShort"
  | "predecessor"
  | "material";

/** A part of an operation that does not end within the horizon, or ever. */
export interface UnscheduledOperation {
  readonly job: string;
  readonly operation: string;
  readonly part: number;
  readonly reason: UnscheduledReason;
  /** The operation or job for which it waits in vain: the first to blame; `null` when it is itself. */
  readonly waitsFor: { readonly job: string; readonly operation: string } | null;
  /** Hours of open time at its work centre that it lacks (all of its work where it waits in vain). */
  readonly lackingHours: Decimal;
}
