/**
 * What sales bring: revenue, their cost and margin, what customers owe and pay (`salesPlan`), what it costs
 * that demands are late (`latenessCost`), and what a quote costs by standard and in the plan (`quoteCost`).
 *
 * Builds on the ledger, on reports of it, and on trials of a plan. Implements rule F and law 19.
 */
export type { LatePenalty } from "./late-penalty.js";
export {
  type LateDemand,
  type LatenessCost,
  type LatenessKey,
  type LatenessOptions,
  type LatenessRow,
  latenessCost,
} from "./lateness-cost.js";
export { type QuoteCost, type QuoteTrial, quoteCost } from "./quote-cost.js";
export type { QuoteCostLine, QuoteElements } from "./quote-figures.js";
export type { QuoteCostOptions, QuotedLine } from "./quote-options.js";
export type { SalesKey, SalesOptions } from "./sales-options.js";
export { type SalesColumn, type SalesPlan, salesPlan } from "./sales-plan.js";
