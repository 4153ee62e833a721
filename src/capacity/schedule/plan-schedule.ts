import type { Decimal, Sequence } from "../../core/index.js";
import type { UnscheduledReason } from "../finite/index.js";
import type { Loaded } from "../requirements/index.js";

/** The orders of a plan at their places in time, with their loads for `loadProfile` and the others. Days are `"YYYY-MM-DD"`, times `"YYYY-MM-DDTHH:mm"`. */
export interface PlanSchedule extends Loaded {
  /** What is scheduled: in the order of `plan.orders`, then of `plan.supplies`. */
  readonly jobs: Sequence<JobSchedule>;
  /** Their operations, job by job, in the order of the routing, a row for each part. */
  readonly operations: Sequence<OperationSchedule>;
  /** When the demands of the plan are there, in the order of `plan.demands`. */
  readonly demands: Sequence<DemandSchedule>;
  /** What could not be scheduled, in the order of `jobs`. */
  readonly unscheduled: Sequence<UnscheduledJob>;
  /** When all that is scheduled has been moved on; `null` when nothing is. */
  readonly end: string | null;
  /** Minutes from the planning start until then. */
  readonly makespan: number;
}

/** Which order of the plan it is: a planned one, or an open supply. */
export interface JobName {
  /** The id of the planned order; `null` for an open supply. */
  readonly order: string | null;
  /** The id of the open supply; `null` for a planned order. */
  readonly supply: string | null;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

/** An order, and when it is made. */
export interface JobSchedule extends JobName {
  /** The good quantity that it brings. */
  readonly quantity: Decimal;
  /** The routing by which it is made; `null` where it only takes its lead time after what it is made of. */
  readonly routing: string | null;
  /** The day on which its first operation begins, and its queue with it: material is needed then. */
  readonly start: string;
  /** When its first operation begins to queue, only its own queue time before its work. */
  readonly begin: string;
  /** When its last operation has been moved on. */
  readonly end: string;
  /** The day on which it can be used: the working day at or after its end, and receiving time (K55), but the
   * day wanted where it is done in time for that, a day off or not; of `planWithCapacity` later where it is
   * held, so that its rounds come to rest (K59). */
  readonly due: string;
  /** The day on which the plan wants it. */
  readonly wanted: string;
  /** Days by which it comes after the day wanted, 0 when it does not. */
  readonly daysLate: number;
  /** The best priority of the demands that it is for; `null`: of none. */
  readonly rank: number | null;
  /** Why it does not come earlier; `null` when it comes in time. */
  readonly limit: ScheduleLimit | null;
}

/** What holds up an order that is late. */
export type ScheduleLimit =
  /** Material: an order or open supply, or stock (both `null`), and the day on which it is there; what needs
   * it some days after its begin, by an `offset`, begins before. */
  | {
      readonly kind: "material";
      readonly order: string | null;
      readonly supply: string | null;
      readonly date: string;
    }
  /** The work centre at which an operation had to wait for its turn, and until when; of one that was done at
   * an alternate the first choice, and when it could have begun there. */
  | {
      readonly kind: "workCenter";
      readonly workCenter: string;
      readonly operation: string;
      readonly until: string;
    }
  /** The work centre at which an operation did not fit into the shift in which its turn came, and until when. */
  | {
      readonly kind: "shift";
      readonly workCenter: string;
      readonly operation: string;
      readonly until: string;
    }
  /** Tools that an operation had to wait for, one of these, and until when. */
  | {
      readonly kind: "tool";
      readonly tools: readonly string[];
      readonly operation: string;
      readonly until: string;
    }
  /**
   * Nothing in this schedule, but a day to which it is held: it does not begin, or count as there, before,
   * since a round of `planWithCapacity` before had it so, or since it was scheduled to begin after the horizon;
   * or since loading that is not forward kept its work back, and that then took longer, as by its setup.
   */
  | { readonly kind: "held"; readonly date: string }
  /** Nothing but its own time, counted from the planning start. */
  | { readonly kind: "ownTime" };

/** A part of an operation at its place in time. */
export interface OperationSchedule extends JobName {
  readonly routing: string;
  readonly operation: string;
  /** Where it is worked on; `null` where a supplier does it. */
  readonly workCenter: string | null;
  /** Which unit of the work centre does it, from 1; `null` where it takes none. */
  readonly unit: number | null;
  /** Which part of the lot, from 1. */
  readonly part: number;
  readonly queueStart: string;
  readonly start: string;
  readonly end: string;
  readonly available: string;
  /** Standard hours of setup, run and teardown. */
  readonly load: Decimal;
  /** Standard hours of the setup, by the matrix where that says. */
  readonly setup: Decimal;
}

/** When a demand is there. */
export interface DemandSchedule {
  readonly id: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly customer: string | null;
  readonly due: string;
  /** The day on which all of it is there; `null` when part of it never is, or nothing is to come. */
  readonly available: string | null;
  /** Days by which its latest part is late, 0 when all is in time; `null` without that day. */
  readonly daysLate: number | null;
  /** What comes last of its latest part, when it is late. */
  readonly limit: DemandLimit | null;
}

/** The order or open supply on which a demand waits longest; stock or nothing: both `null`. */
export interface DemandLimit {
  readonly order: string | null;
  readonly supply: string | null;
}

/** An order that does not end within the horizon, or ever. */
export interface UnscheduledJob extends JobName {
  /** The first operation that has no place; `null` where its material never comes, and where all is done
   * by the end of the year 2199 but cannot be used before it is over. */
  readonly operation: string | null;
  readonly reason: UnscheduledReason;
  /** The order or open supply for which it waits in vain; `null`: for itself, or for what nobody brings. */
  readonly waitsFor: DemandLimit | null;
  /** Hours of open time that the operation lacks; 0 where what follows its work takes too long. */
  readonly lackingHours: Decimal;
}
