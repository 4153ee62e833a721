import type { Minute } from "../core/index.js";

/** When an operation is worked. */
export interface OperationDates {
  /** Its queue begins. */
  readonly queueStart: Minute;
  readonly start: Minute;
  readonly end: Minute;
  /** Its work is where the next operation can take it: `end` and then wait and move. */
  readonly available: Minute;
}
