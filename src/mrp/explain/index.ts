/**
 * Why a plan is as it is: every order and every order that is not there explained step by step (P3),
 * and pegging, what covers which need and what each order is for (P1, P2).
 *
 * Nothing of it is recorded while planning: a stocking point is netted once more when somebody asks,
 * and pegs follow from the intervals of needs and supplies.
 * Builds on `sweep` (the netting) and `plan` (the views).
 */
export { explainDemand } from "./explain-demand.js";
export { explainNoOrder, type StockingPointOptions } from "./explain-no-order.js";
export { explainOrder } from "./explain-order.js";
export type * from "./explanation.js";
export type * from "./explanation-date-steps.js";
export type * from "./explanation-demand.js";
export type { ExplainedLimit } from "./explanation-limit.js";
export type * from "./explanation-lot-steps.js";
export type { ExplainedNeed } from "./explanation-need.js";
export type * from "./explanation-no-order.js";
export type { ExplainedOrder } from "./explanation-order.js";
export type { ExplainedPlace } from "./explanation-place.js";
export type { ExplainedPrice, NextPriceBreak } from "./explanation-price.js";
export type { ExplainedSource, PassedSource } from "./explanation-source.js";
export type * from "./explanation-source-steps.js";
export { explanationText } from "./explanation-text.js";
export type * from "./explanation-trigger-steps.js";
export type { MaterialFlow, MaterialLeadTime } from "./material-flow.js";
export { materialFlow } from "./material-flow-reader.js";
export { materializePegging } from "./materialize-pegging.js";
export { type DemandPegging, type PegRow, pegDemand } from "./peg-demand.js";
export type { PegNeed, PegPlace, PegSupply } from "./peg-names.js";
export {
  type OrderPegging,
  type PeggedDemand,
  type PeggedRest,
  pegOrder,
  pegSupply,
} from "./peg-order.js";
export { PEG_NEEDS, PEG_SUPPLIES, type PeggingColumns } from "./pegging-columns.js";
export { type Peg, type PegOptions, pegs } from "./pegs.js";
