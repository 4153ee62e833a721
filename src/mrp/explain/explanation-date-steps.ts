import type { ExplainedLimit } from "./explanation-limit.js";

/** T3, T7: one step of the date arithmetic. */
export interface DateStep {
  readonly step: "date";
  /**
   * `receipt`: from the day wanted to the last working day that is not after it; `planningStart`: to the
   * planning start, since that working day lies before it; `receivingTime`, `leadTime`, `releaseTime`: by
   * so many days; `placement`: from the planning start to the day on which an order of a buffer goes out;
   * `capacity`: on to the day on which the supplier can bring it (K46); `startingDay`: on to a working day
   * from which calendar days count (K3); `nextWorkingDay`: on to a day on which the receiving site works.
   */
  readonly move:
    | "receipt"
    | "planningStart"
    | "receivingTime"
    | "leadTime"
    | "releaseTime"
    | "placement"
    | "capacity"
    | "startingDay"
    | "nextWorkingDay";
  readonly direction: "backward" | "forward";
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly basis: "working" | "calendar";
  /** The id of the calendar on which days are counted. */
  readonly calendar: string;
  /** Of the lead time: extra days per stock unit that the order starts, a ratio; else `null`. */
  readonly perUnit: string | null;
  /** Of a lead time that follows from a routing: what it is made of (K54); else `null`. */
  readonly routing: RoutingDays | null;
}

/** What the longest way through the operations of a routing takes, in exact days as texts. */
export interface RoutingDays {
  readonly id: string;
  /** The ids of the operations on the way, first to last. */
  readonly operations: readonly string[];
  readonly queue: string;
  readonly setup: string;
  readonly run: string;
  readonly teardown: string;
  readonly waitAndMove: string;
  readonly subcontract: string;
  /** All of them together. */
  readonly days: string;
}

/**
 * N11: under `pastDue: "forward"` an order starts when it can: its own earliest start, and all that it needs.
 * Its due day is the later of `due` and what the steps of dates after this one lead to.
 */
export interface DelayStep {
  readonly step: "delay";
  /** The start scheduled backward. */
  readonly from: string;
  /** The first day on which it can start by itself: after the planning start and the release time (K3). */
  readonly earliest: string;
  readonly to: string;
  /** The due day wanted. */
  readonly due: string;
  /** What sets the later start. */
  readonly limit: ExplainedLimit;
}
