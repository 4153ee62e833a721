import type { LookAheadRule } from "./look-ahead.js";
import { extendLot, type PartPeriodRule } from "./part-periods.js";

/**
 * The cost of a period does not rise, (A + H + h·T·n) ÷ (T + 1) ≤ (A + H) ÷ T: h·(T²·n − P) ≤ A with
 * the part-periods P = H ÷ h of the lot.
 */
const RULE: PartPeriodRule = {
  half: (periods) => 2 * periods,
  carried: -2,
  whole: 0,
  always: true,
};

/**
 * L8: extends the lot while its cost per period does not rise.
 *
 * Source: E. A. Silver and H. C. Meal, "A heuristic for selecting lot size quantities", Production and
 * Inventory Management 14 (1973).
 */
export const silverMeal: LookAheadRule = (needs, from, to, figures) =>
  extendLot(RULE, needs, from, to, figures.costs, figures.ties ?? "extend");
