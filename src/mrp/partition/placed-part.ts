import type { PlanDecisions } from "./plan-decisions.js";

/** Where the decisions of a part belong in the whole. */
export interface PlacedPart {
  readonly part: PlanDecisions;
  /** Its place among the plans. */
  readonly number: number;
  /** By its point: that of the whole. */
  readonly point: Int32Array;
  /** By its point: its first row among those of the part; at the end, how many rows there are. */
  readonly first: Int32Array;
  /** By its supply: the row in the whole. */
  readonly supply: Int32Array;
}
