/**
 * Records of other systems become records of this bridge: one pure function for each system, with a
 * schema of what it reads of the foreign records and nothing of the rest. What a system does not know
 * is left out, or asked for in the options, and never made up. Builds on `schema`. Implements X1 and
 * K74.
 */
export type { DayOfTime } from "./day-of-time.js";
export * from "./dynamics/index.js";
export * from "./erpnext/index.js";
export type {
  ForeignIssue,
  ForeignRecordRef,
  NotTakenBecause,
  NotTakenRecord,
  SafeForeignRecords,
} from "./foreign-issue.js";
export type { DealStatus, OrderStatus, QuoteStatus } from "./foreign-options.js";
export * from "./hubspot/index.js";
export * from "./odoo/index.js";
export * from "./salesforce/index.js";
