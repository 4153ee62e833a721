import type { Decimal } from "../../core/index.js";

/** Which order of a plan it is. */
export interface RequirementOf {
  /** Id of the planned order; `null` for an open supply. */
  readonly order: string | null;
  /** Id of the open supply; `null` for a planned order. */
  readonly supply: string | null;
}

/** What an order asks of the work centres. Times are `"YYYY-MM-DDTHH:mm"`, days `"YYYY-MM-DD"`. */
export interface OrderRequirement extends RequirementOf {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly routing: string;
  /** The good quantity that it brings. */
  readonly quantity: Decimal;
  /** Forward from the planning start: backward it would have had to begin before it. */
  readonly direction: "backward" | "forward";
  /** The part of their length to which its queues were shortened. */
  readonly queueFactor: Decimal;
  /** Its receiving time is worked too. */
  readonly receivingTimeGivenUp: boolean;
  /** The day on which the plan starts it, and has its material there; `null` for what is released. */
  readonly plannedStart: string | null;
  /** When the first of its operations begins to queue; `null` when it is never done. */
  readonly start: string | null;
  /** When all is done and moved; `null` when it never is. */
  readonly end: string | null;
  /** The day of the plan on which it is usable. */
  readonly due: string;
  /** The day on which it really is; `null` when it never is. */
  readonly realDue: string | null;
  /** Days from the day wanted to `realDue`; `null` when it is never done. An open order that is drawn for
   * a later day than that on which it counts is wanted on the receipt day of that (T3). */
  readonly daysLate: number | null;
  /** Each after all those before it. */
  readonly operations: readonly OperationRequirement[];
}

/** When an operation is worked, and what it loads. */
export interface OperationRequirement extends RequirementOf {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly routing: string;
  readonly operation: string;
  /** Id of the work centre; `null` where a supplier does it. */
  readonly workCenter: string | null;
  readonly supplier: string | null;
  /** What goes into it. */
  readonly quantity: Decimal;
  /** Parts that are worked side by side. */
  readonly parts: number;
  /** Standard hours of all parts. */
  readonly load: Decimal;
  /** Of the load. */
  readonly setup: Decimal;
  /** Of the load. */
  readonly run: Decimal;
  /** When its queue begins; these four are `null` where its order is never done. */
  readonly queueStart: string | null;
  readonly start: string | null;
  readonly end: string | null;
  /** When wait and move are over too. */
  readonly available: string | null;
}

/** A transfer batch that is not below the quantity: the whole lot moves at once. */
export interface TransferBatchNote extends RequirementOf {
  readonly code: "transferBatchAboveLot";
  readonly operation: string;
}

/** An order without a place in time. Its load stands apart in load profiles. */
export interface NeverDoneNote extends RequirementOf {
  readonly code: "neverDone";
  /** The work centre, or the calendar of the supplier, that does not work long enough before the year
   * 2200; `null` where wait, move or receiving time go beyond that. */
  readonly never: string | null;
}

/** The lead time is shorter than the routing: work begins before the day on which the plan starts the order. */
export interface BeginsBeforeStartNote extends RequirementOf {
  readonly code: "beginsBeforeStart";
  /** When the first of its operations begins to queue. */
  readonly start: string;
  /** The day on which the plan starts it, and has its material there. */
  readonly plannedStart: string;
}

/** What is to be known of requirements besides the rows. */
export type RequirementNote = TransferBatchNote | NeverDoneNote | BeginsBeforeStartNote;
