import type { WorkingDays } from "../../mps/index.js";
import type { WorkCenterInput } from "../../routing/index.js";
import type { FiniteJob } from "./finite-job.js";

/** What is loaded on what, and how. */
export interface FiniteLoadingInput {
  /** Nothing begins before, `"YYYY-MM-DDTHH:mm"`. */
  readonly start: string;
  /**
   * All work ends by then, or is not scheduled, while what waits or is moved on after its work may do so
   * later; the end of the year 2199 when left out.
   */
  readonly end?: string | undefined;
  /** The work centres. */
  readonly workCenters: readonly WorkCenterInput[];
  /** The tools; one unit of each when left out. */
  readonly tools?: readonly FiniteTool[] | undefined;
  /** Calendars of working days that work centres, operations and materials name. */
  readonly calendars?: readonly (WorkingDays & { readonly id: string })[] | undefined;
  /** What is to be done. */
  readonly jobs: readonly FiniteJob[];
  /** From which end it is scheduled; `"forward"` when left out. */
  readonly direction?: LoadingDirection | undefined;
  /** The work centre around which a bidirectional schedule is built; given then and only then. */
  readonly bottleneck?: string | undefined;
  /** What comes first of all that waits; `"earliestDueDate"` when left out. */
  readonly priority?: PriorityRule | undefined;
  /** Every operation at a work centre, in the order in which it is placed, instead of the rule; forward only. */
  readonly sequence?: readonly SequencedOperation[] | undefined;
  /** Whether work centres and tools count as many units as could be used; `false` when left out. */
  readonly infinite?: boolean | undefined;
  /** Whether the overtime of the work centres is used; `false` when left out. */
  readonly overtime?: boolean | undefined;
}

/** From which end a schedule is built: from what is free, from due dates, or from a bottleneck both ways. */
export type LoadingDirection = "forward" | "backward" | "bidirectional";

/** What comes first: the rank, the due date, the time left for the work that is left, or beside it. */
export type PriorityRule = "rank" | "earliestDueDate" | "criticalRatio" | "slack";

/** A tool that operations hold while they are worked on. */
export interface FiniteTool {
  readonly id: string;
  /** How many there are; 1 when left out. */
  readonly units?: number | undefined;
}

/** An operation of a fixed sequence. */
export interface SequencedOperation {
  readonly job: string;
  readonly operation: string;
  /** One of its work centres; that of its first choice when left out. */
  readonly workCenter?: string | undefined;
}
