/**
 * Stock on its own: how much to order, when, and how much to keep for safety.
 *
 * Functions over plain numbers, each useful alone: the economic order quantity and its family,
 * newsvendor, (r,Q), (s,S) and (R,S), safety stock, coverage, classification and projection
 * (planning-rules section I), with the distributions they stand on; lot sizing by cost, DDMRP and
 * the placement of safety stock over several stages. Builds on the core alone and knows nothing of
 * items, bills or calendars. Arguments are checked by hand, so that one function stays small;
 * all mistakes of a call are refused at once with a `PlanningInputError`, and no NaN or Infinity
 * leaves a function.
 */
export { type Issue, PlanningInputError } from "../core/index.js";
export { type AbcInput, type AbcRow, abcClassification } from "./analysis/abc-classification.js";
export * from "./analysis/excess-stock.js";
export * from "./analysis/inventory-turns.js";
export * from "./analysis/stock-projection.js";
export * from "./analysis/xyz-classification.js";
export type { ArgumentIssueCode } from "./argument.js";
export * from "./ddmrp/average-daily-usage.js";
export {
  type BufferColor,
  type BufferPriority,
  type BufferTrigger,
  type ExecutionPriorityInput,
  executionPriority,
  type PlanningPriorityInput,
  planningPriority,
} from "./ddmrp/buffer-priority.js";
export * from "./ddmrp/buffer-zone-counts.js";
export * from "./ddmrp/buffer-zones.js";
export * from "./ddmrp/decoupled-lead-times.js";
export * from "./ddmrp/incoming-supply.js";
export * from "./ddmrp/net-flow.js";
export * from "./ddmrp/order-recommendation.js";
export * from "./ddmrp/qualified-demand.js";
export * from "./distributions/normal.js";
export {
  type PoissonInput,
  poissonDistribution,
  poissonLoss,
  poissonProbability,
  poissonQuantile,
} from "./distributions/poisson.js";
export { type EconomicLot, economicLot } from "./lot-sizing/economic-order-quantity.js";
export type { ExactNumber } from "./lot-sizing/exact-argument.js";
export type { LookAheadRule, LotFigures } from "./lot-sizing/look-ahead.js";
export { type LotCosts, lotCosts } from "./lot-sizing/lot-costs.js";
export {
  type FixedRuleName,
  LOOK_AHEAD_RULES,
  type LookAheadRuleName,
  type LotSizingRule,
} from "./lot-sizing/lot-rules.js";
export { type Lot, type LotSizes, type LotSizing, lotSizes } from "./lot-sizing/lot-sizes.js";
export * from "./lot-sizing/multi-level-lot-sizes.js";
export type { Ties } from "./lot-sizing/part-periods.js";
export * from "./multi-echelon/guaranteed-service.js";
export * from "./multi-echelon/guaranteed-service-cost.js";
export type { ServicePlacement, StagePlacement } from "./multi-echelon/service-placement.js";
export type {
  ServiceArc,
  ServiceNetworkInput,
  ServiceStage,
} from "./multi-echelon/stage-argument.js";
export * from "./policies/all-units-discount.js";
export * from "./policies/base-stock.js";
export type {
  Demand,
  DiscreteDemand,
  NormalDemand,
  PoissonDemand,
} from "./policies/demand.js";
export * from "./policies/economic-order-quantity.js";
export * from "./policies/economic-order-quantity-cost.js";
export * from "./policies/economic-order-quantity-sensitivity.js";
export * from "./policies/economic-order-quantity-with-backorders.js";
export * from "./policies/economic-production-quantity.js";
export * from "./policies/incremental-discount.js";
export * from "./policies/joint-replenishment.js";
export * from "./policies/min-max-policy.js";
export * from "./policies/min-max-power-approximation.js";
export {
  type Newsvendor,
  type NewsvendorCost,
  type NewsvendorInput,
  newsvendor,
  newsvendorCost,
} from "./policies/newsvendor.js";
export * from "./policies/normal-reorder-policy.js";
export * from "./policies/periodic-review-policy.js";
export * from "./policies/poisson-reorder-policy.js";
export type {
  DiscountCandidate,
  QuantityDiscount,
  QuantityDiscountInput,
} from "./policies/quantity-discount.js";
export * from "./policies/reorder-service.js";
export * from "./safety-stock/coverage-profile.js";
export * from "./safety-stock/days-of-supply.js";
export {
  type LeadTimeDemand,
  type LeadTimeDemandInput,
  type LeadTimeDemandOrParts,
  leadTimeDemand,
} from "./safety-stock/lead-time-demand.js";
export {
  type CycleServiceTarget,
  type SafetyStock,
  safetyStockByCycleService,
} from "./safety-stock/safety-stock-by-cycle-service.js";
export * from "./safety-stock/safety-stock-by-days.js";
export {
  type FillRateTarget,
  safetyStockByFillRate,
} from "./safety-stock/safety-stock-by-fill-rate.js";
export * from "./safety-stock/safety-stock-from-forecast-errors.js";
