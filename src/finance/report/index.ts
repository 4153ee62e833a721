/**
 * What reports on a ledger have in common: columns that are made of accounts, rows by key and bucket with
 * balances carried on, and the postings behind each figure.
 *
 * Builds on the ledger: a report is one grouping of it, put side by side, so that every figure is the
 * exact sum of postings. Implements rule F and law 19.
 */
export { type LedgerReport, ledgerReport, type ReportRow } from "./ledger-report.js";
export { percentOf } from "./percent-of.js";
export {
  closing,
  flow,
  minus,
  opening,
  type ReportPart,
} from "./report-columns.js";
export { type ReportKey, type ReportOptions, reportFields } from "./report-options.js";
