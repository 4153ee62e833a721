/**
 * What a plan tells a CRM of what it sold and offered: where orders stand and why they are late, what has
 * changed since a quote, what orders earn, what a change of an order would do, how steady promises are,
 * and what the release of a credit hold means (X2).
 *
 * Builds on the plan and its explanations, on promises, on demand from records, and on standard costs of
 * finance. Interpretation K70.
 */
export type { DelayCause } from "./delay-cause.js";
export type { MarginMissing } from "./margin-lines.js";
export { type MarginOptions, type MarginRow, type Margins, margins } from "./margins.js";
export type { OrderLineState, OrderLineStatus } from "./order-line-status.js";
export { type OrderStatusOptions, orderStatus } from "./order-status.js";
export {
  type PromiseKept,
  type PromiseStability,
  type PromiseState,
  promiseStability,
} from "./promise-stability.js";
export { type QuoteFeedbackOptions, quoteFeedback } from "./quote-feedback.js";
export type {
  ChangedDate,
  ChangedFigure,
  ChangedMoney,
  QuoteLineFeedback,
} from "./quote-line-feedback.js";
export { type CreditRelease, releaseCredit } from "./release-credit.js";
export {
  type DemandShift,
  type OrderWhatIf,
  type OrderWhatIfChange,
  type PurchaseChange,
  whatIfOrder,
} from "./what-if-order.js";
