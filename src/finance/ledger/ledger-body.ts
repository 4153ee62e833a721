import type { SignedStream } from "./group-sums.js";
import type { MissingFigure } from "./missing-figure.js";

/** What a ledger is made of: no postings, but plans of which they are made when somebody asks. */
export interface LedgerBody {
  readonly currency: string | null;
  /** Monday is 0. */
  readonly weekStart: number;
  readonly streams: readonly SignedStream[];
  /** Whether what stands in both of two plans is left out. */
  readonly isDifference: boolean;
  readonly missing: () => readonly MissingFigure[];
}
