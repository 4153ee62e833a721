import type { ScheduleOptions } from "../../capacity/index.js";
import type { AllocationQuotas } from "./allocation-quota.js";
import type { PromiseCosts } from "./promise-money.js";

/** By what a promise was judged: the options without costs, as they can be written down. */
export type PromiseTerms = Omit<PromiseOptions, "costs">;

/** By what a promise is judged. */
export interface PromiseOptions {
  /**
   * Work centres are finite: a promise holds only if the schedule of the plan with it has it there too,
   * and makes nothing promised later. Left out, lead times are all that counts.
   */
  readonly capacity?: ScheduleOptions | undefined;
  /** How much may be promised to whom in which period. */
  readonly quotas?: AllocationQuotas | undefined;
  /** The last day that may be promised; the end of the horizon when left out. */
  readonly latestDate?: string | undefined;
  /** Whether each day is tried in turn, so that no earlier one is missed (K66); `false` when left out. */
  readonly everyDay?: boolean | undefined;
  /** Customers to whom nothing is promised: what `creditHolds` gives. */
  readonly holds?: readonly { readonly account: string }[] | undefined;
  /** What things cost, for the margin. */
  readonly costs?: PromiseCosts | undefined;
}
