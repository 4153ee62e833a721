/**
 * Frozen standards: what stock units cost, as plain data that holds from a day on.
 *
 * A version is frozen from rolled-up costs, or written by hand; it survives JSON. The standard of a day is
 * that of the last version that names the item. Where another version takes effect, stock is worth more or
 * less: its revaluation. Builds on standard costs and on what moves in a plan. Implements rule F.
 */
export { type FreezeStandardsOptions, freezeStandards } from "./freeze-standards.js";
export { type FrozenStandards, frozenStandards } from "./frozen-standards.js";
export type {
  FrozenCost,
  FrozenElements,
  FrozenUnit,
  StandardVersion,
} from "./standard-version.js";
export {
  type RevaluationOptions,
  type RevaluationRow,
  type StockRevaluation,
  stockRevaluation,
} from "./stock-revaluation.js";
