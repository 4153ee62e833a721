import type { ExactNumber } from "../../core/index.js";

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
export interface FiniteOperation {
  /** Its id, unique in the job. */
  readonly id: string;
  /** The work centre of its first choice. */
  readonly workCenter?: string | undefined;
  /** Instead of a work centre: it takes so many working days, from 00:00 to 00:00 (a subcontractor's). */
  readonly days?: number | undefined;
  /** The calendar of these days, an id; every day when left out. */
  readonly calendar?: string | undefined;
  /** Standard hours of setting up, for each part of a split lot again. */
  readonly setup?: ExactNumber | undefined;
  /** Standard hours of the whole lot; a part of a split one takes its share. */
  readonly run?: ExactNumber | undefined;
  /** Standard hours of clearing away, for each part again. */
  readonly teardown?: ExactNumber | undefined;
  /** Hours for which it stands before the work centre, while that is open. */
  readonly queue?: ExactNumber | undefined;
  /** Hours of the clock for which it waits when it is done. */
  readonly wait?: ExactNumber | undefined;
  /** Hours of the clock for which it is moved on. */
  readonly move?: ExactNumber | undefined;
  /** Into how many parts it is split, each worked on by one unit; 1 when left out. */
  readonly split?: number | undefined;
  /** How far its successors may overlap with it; they do not when left out. Not with `split`. */
  readonly overlap?: FiniteOverlap | undefined;
  /** Ids of the operations before it; the one above it in the list when left out, none when empty. */
  readonly after?: readonly string[] | undefined;
  /** Further work centres that can do it. */
  readonly alternates?: readonly FiniteAlternate[] | undefined;
  /** Ids of tools of which each part needs one. */
  readonly tools?: readonly string[] | undefined;
  /** What its work centre is set up for, for the matrix of setups. */
  readonly setupGroup?: string | undefined;
}

/** A transfer batch: what is passed on before the whole lot is done (C3). */
export interface FiniteOverlap {
  /** Standard hours of the first batch, without the setup. */
  readonly firstBatch: ExactNumber;
  /** Standard hours of the last batch at the successor: at all, or at each of those listed. */
  readonly lastBatch:
    | ExactNumber
    | readonly { readonly operation: string; readonly hours: ExactNumber }[];
}

/** Another work centre that can do an operation; of two that end at once, the lower priority does it. */
export interface FiniteAlternate {
  readonly workCenter: string;
  /** 1 when left out; the operation's own work centre comes before all. */
  readonly priority?: number | undefined;
  /** Standard hours there instead of the operation's own. */
  readonly setup?: ExactNumber | undefined;
  /** Standard hours of the whole lot there instead of the operation's own. */
  readonly run?: ExactNumber | undefined;
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
