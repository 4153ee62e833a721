import type { Ratio } from "../core/index.js";
import type { Subcontract } from "./routing.js";
import type { WorkCenter } from "./work-center.js";

/** Work that begins once the first batch is there, and ends no earlier than with the last (K53). */
export interface Overlap {
  /** Open minutes of the earlier operation's centre, from its start until its first batch is done. */
  readonly firstBatch: number;
  /** Open minutes of the later operation's centre, for the last batch and the teardown after it. */
  readonly lastBatch: number;
}

/** What an operation waits for. */
export interface OperationLink {
  /** Place of the one before it among the timed operations. */
  readonly place: number;
  /** Where it may begin before that one has ended: by transfer batch. */
  readonly overlap: Overlap | undefined;
}

/** An operation with the times of one order (K53). */
export interface TimedOperation {
  /** Its place in the routing. */
  readonly operation: number;
  readonly id: string;
  /** The centre it is worked at; none where a supplier does it. */
  readonly workCenter: WorkCenter | undefined;
  /** The chosen alternate's place in the operation's `alternates`; `undefined`: its own centre. */
  readonly alternate: number | undefined;
  readonly subcontract: Subcontract | undefined;
  /** Quantity into it, of all parts together. */
  readonly quantity: Ratio;
  /** Parts that are worked side by side. */
  readonly parts: number;
  /** Standard hours of all parts: set-up, run and teardown; 0 where a supplier does it. */
  readonly load: Ratio;
  /** Of the load: all parts' set-up. */
  readonly setupHours: Ratio;
  /** Of the load: all parts' run. */
  readonly runHours: Ratio;
  /** Open minutes in which each part is worked; Infinity beyond the safe integers. */
  readonly work: number;
  /** Open minutes that it waits before the work; Infinity beyond the safe integers. */
  readonly queue: number;
  /** Minutes of the clock from its end until the next may wait for its work; Infinity too. */
  readonly waitMove: number;
  /** The timed operations right before it; they stand before it in the array. */
  readonly before: readonly OperationLink[];
  /** A transfer batch is given, but the quantity is not above it: the whole lot moves at once. */
  readonly transferBatchAboveLot: boolean;
}
