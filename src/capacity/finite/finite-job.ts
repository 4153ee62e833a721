import type { ExactNumber } from "../../core/index.js";
import type { AlternateFields, OperationFields } from "../../routing/index.js";

/** A lot on its way through the work centres. */
export interface FiniteJob {
  /** Its id, unlike that of every other job. */
  readonly id: string;
  /** How urgent it is, the lowest first; jobs without one come after all others. */
  readonly rank?: number | undefined;
  /** It does not begin before, `"YYYY-MM-DDTHH:mm"`; with the schedule when left out. */
  readonly release?: string | undefined;
  /** When it should be there, `"YYYY-MM-DDTHH:mm"`. */
  readonly due?: string | undefined;
  /** What is done to it, at least one operation. */
  readonly operations: readonly FiniteOperation[];
  /** Other jobs whose output it takes: it does not begin before that can be used. */
  readonly materials?: readonly FiniteMaterial[] | undefined;
}

/**
 * One operation of a job: the whole lot, with all times in hours of 0 or more, 0 when left out.
 *
 * Exactly one of `workCenter` and `days` is given.
 */
export interface FiniteOperation extends OperationFields<ExactNumber> {
  /** Instead of a work centre: it takes so many working days, from 00:00 to 00:00 (a subcontractor's). */
  readonly days?: number | undefined;
  /** The calendar of these days, an id; every day when left out. */
  readonly calendar?: string | undefined;
  /** Standard hours of the whole lot; a part of a split one takes its share. */
  readonly run?: ExactNumber | undefined;
  /** How far its successors may overlap with it; they do not when left out. Not with `split`. */
  readonly overlap?: FiniteOverlap | undefined;
  /** Further work centres that can do it. */
  readonly alternates?: readonly FiniteAlternate[] | undefined;
}

/**
 * A transfer batch: what is passed on before the whole lot is done (C3). Hours are those at first choices;
 * at an alternate a batch takes as much less or more as the run does there.
 */
export interface FiniteOverlap {
  /** Standard hours of the first batch, without the setup. */
  readonly firstBatch: ExactNumber;
  /**
   * Standard hours of the last batch at the successor, without the teardown that comes after it there: at
   * all successors, or at each of those listed.
   */
  readonly lastBatch:
    | ExactNumber
    | readonly { readonly operation: string; readonly hours: ExactNumber }[];
}

/** Another work centre that can do an operation; of two that end at once, the lower priority does it. */
export interface FiniteAlternate extends AlternateFields<ExactNumber> {
  /** 1 when left out; the operation's own work centre comes before all. */
  readonly priority?: number | undefined;
}

/** The output of another job that a job needs. */
export interface FiniteMaterial {
  /** Id of the other job. */
  readonly job: string;
  /** Working days from the first that begins when the other job is there, until it can be used; 0 when left out. */
  readonly days?: number | undefined;
  /** The calendar of these days, an id; every day when left out. */
  readonly calendar?: string | undefined;
}
