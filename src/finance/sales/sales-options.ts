import type { ReportOptions } from "../report/index.js";

/** What sales can be put together by. */
export const SALES_KEYS = ["demand", "customer", "item", "family", "site", "segment"] as const;

/** By what sales are put together; an order of a customer is a demand. */
export type SalesKey = (typeof SALES_KEYS)[number];

/** Which rows of a sales plan are asked for. */
export interface SalesOptions<Key extends SalesKey = SalesKey> extends ReportOptions<Key> {}
