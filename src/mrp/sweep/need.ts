import type { Ratio } from "../../core/index.js";

/** Where a dependent need comes from: the order of a parent, or a demand on a phantom (T2). */
export interface NeedOrigin {
  readonly point: number;
  /** Raw start of the order, from T0. */
  readonly start: number;
  readonly firm: boolean;
  /** Its row, and its number among the equal orders of the row; for a firm order its supply. */
  readonly row: number;
  readonly repeat: number;
  /** The change of stock from which an independent need comes, else −1. */
  readonly change: number;
}

/** One need of a stocking point, as T2 puts needs in order. */
export interface Need {
  /** The day netted, from T0; one past the horizon is beyond it. */
  readonly day: number;
  /** 0 allocation, 1 component to be issued, 2 demand, 3 dependent. */
  readonly rank: 0 | 1 | 2 | 3;
  /** The day before safety time; a dependent need has none before T0 (N7). */
  readonly ownDay: number;
  readonly priority: number;
  readonly id: string;
  readonly quantity: number;
  /** The need before rounding, where it is one of a phantom. */
  readonly exact: Ratio | undefined;
  readonly start: number;
  readonly due: number;
  readonly offset: number;
  /** Whether it is that of a transfer: another item would be of no use where it is shipped to (K37). */
  readonly isShipped: boolean;
  readonly origin: NeedOrigin;
}
