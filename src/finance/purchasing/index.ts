/**
 * Purchases in money: what is committed, comes in, is owed and paid, price breaks, and limits of what may
 * be bought.
 *
 * Builds on the ledger, and on the orders of a plan. Implements rule F and law 19 for purchases, K50.
 */

export {
  type PurchasingBudget,
  type PurchasingBudgetOptions,
  type PurchasingBudgetReport,
  purchasingBudget,
} from "./purchasing-budget.js";
export type { PurchasingBudgetRow } from "./purchasing-budget-row.js";
export { type PurchasingColumn, type PurchasingRow, purchasingPlan } from "./purchasing-plan.js";
export { type PriceBreakRow, reachedPriceBreaks } from "./reached-price-breaks.js";
