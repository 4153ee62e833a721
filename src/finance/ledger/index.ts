/**
 * A plan in money: postings, of which every figure of a report is a sum.
 *
 * A plan becomes postings once, exactly, each with its day and with what it is of; reports are groupings
 * of them, and what is behind a figure are the postings of its group. So every figure adds up. Two
 * ledgers differ by a ledger. Builds on `money` and on standard costs. Implements rule F and law 19.
 */

export type { HourCosts } from "./hour-costs.js";
export type {
  Ledger,
  LedgerGrouping,
  LedgerKey,
  LedgerRounding,
  LedgerRow,
} from "./ledger.js";
export type { LedgerBucket } from "./ledger-bucket.js";
export { ledgerDifference } from "./ledger-difference.js";
export type { LedgerOptions, LedgerSales, LedgerTerms } from "./ledger-options.js";
export type { MissingFigure, MissingFigureReason } from "./missing-figure.js";
export type { PaymentTerms } from "./payment-terms.js";
export { planLedger } from "./plan-ledger.js";
export type {
  LedgerAccount,
  Posting,
  PostingCause,
  PostingElement,
  PostingPlace,
} from "./posting.js";
