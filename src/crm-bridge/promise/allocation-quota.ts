import type { ExactNumber } from "../../core/index.js";

/** How much may be promised in a period at most: of an item, to a class of customers or one of them. */
export interface AllocationQuota {
  /** All items together, in their stock units, when left out. */
  readonly item?: string | undefined;
  /** All classes when left out. */
  readonly customerClass?: string | undefined;
  /** All customers when left out. */
  readonly customer?: string | undefined;
  /** `"YYYY-MM-DD"`, the first day of the period. */
  readonly from: string;
  /** The last day of it. */
  readonly until: string;
  /** In stock units: what is promised for its days already counts. */
  readonly quantity: ExactNumber;
}

/** Quotas, and what is said of requests that none of them is for. */
export interface AllocationQuotas {
  readonly rows: readonly AllocationQuota[];
  /** What is in no row: `refuse` it, or promise it without a limit. */
  readonly unlisted: "refuse" | "unlimited";
}
