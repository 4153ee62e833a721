/**
 * Budgets: all that a plan commits, pays, uses and brings, against what was planned for it in money, and
 * two plans side by side.
 *
 * Builds on the ledger: nothing that it posts is left out. Implements rule F and law 19.
 */
export {
  type BudgetComparison,
  type BudgetComparisonOptions,
  budgetComparison,
} from "./budget-comparison.js";
export type { BudgetKey } from "./budget-keys.js";
export type { BudgetLine } from "./budget-line.js";
export type { BudgetRow } from "./budget-row.js";
export {
  type ComparePlansInMoneyOptions,
  comparePlansInMoney,
  type MoneyComparison,
  type MoneyComparisonRow,
} from "./compare-plans-in-money.js";
export type { MoneyFigure, MoneyFigureRow } from "./money-figures.js";
