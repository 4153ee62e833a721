import type { Ratio } from "../../core/index.js";
import type { LedgerRow } from "../ledger/index.js";
import type { ReportPart } from "./report-columns.js";

/** A row of a report while it is made: what of the ledger it holds. */
export interface ReportLine {
  readonly keys: Readonly<Record<string, string | null>>;
  readonly from: string | null;
  readonly until: string | null;
  /** Rows of the ledger with these keys, in this bucket. */
  readonly rows: readonly LedgerRow[];
  /** What each of them amounts to. */
  readonly amounts: readonly Ratio[];
  /** Of parts that are balances, what was posted before, without its sign. */
  readonly before: ReadonlyMap<ReportPart, Ratio>;
  /** The one of the same keys in an earlier bucket. */
  readonly previous: ReportLine | undefined;
}
