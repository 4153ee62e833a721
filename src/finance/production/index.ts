/**
 * The production plan in money: what goes into orders, work in process, what comes of them at standard
 * cost, and the variance by its cause.
 *
 * Builds on the ledger through the common shape of reports, so that every figure is the sum of its
 * postings. Implements K76, rule F, law 19.
 */
export {
  type ProductionColumn,
  type ProductionRow,
  type ProductionShares,
  productionPlan,
} from "./production-plan.js";
