import type { Ratio } from "../../core/index.js";
import type { OpenWork } from "./open-work.js";
import type { ScheduledWork } from "./schedule-work.js";

/** The operations of all orders in columns; NaN for a minute of one that has no place in time. */
export interface RequirementColumns {
  readonly work: readonly OpenWork[];
  /** By order: its first operation, and one after the last (so there is one more). */
  readonly first: Int32Array;
  /** By order: how it was scheduled; `undefined` for one without a place in time. */
  readonly scheduled: readonly (
    | Pick<ScheduledWork, "direction" | "reduction" | "end" | "realDue">
    | undefined
  )[];
  /** By operation: its order. */
  readonly order: Int32Array;
  /** By operation: its id. */
  readonly operation: readonly string[];
  /** By operation: the place of its work centre in the model; −1 where a supplier does it. */
  readonly workCenter: Int32Array;
  /** By operation: whether it has no place only since others of its order have none. */
  readonly isVain: readonly boolean[];
  readonly queueStart: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly available: Float64Array;
  readonly load: readonly Ratio[];
  readonly setup: readonly Ratio[];
}
