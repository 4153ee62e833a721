import { groff } from "./groff.js";
import { incrementalOrderQuantity } from "./incremental-order-quantity.js";
import { leastTotalCost } from "./least-total-cost.js";
import { leastUnitCost } from "./least-unit-cost.js";
import type { LookAheadRule } from "./look-ahead.js";
import { guardedRule } from "./look-ahead-argument.js";
import { lotForLot } from "./lot-for-lot.js";
import { partPeriodBalancing } from "./part-period-balancing.js";
import { periodOrderQuantity } from "./period-order-quantity.js";
import { silverMeal } from "./silver-meal.js";
import { wagnerWhitin } from "./wagner-whitin.js";

/** The rules that cover the needs of some periods (L1, L3, L5–L11), by name, for checked needs and costs. */
export const UNCHECKED_RULES = {
  lotForLot,
  periodOrderQuantity,
  leastUnitCost,
  leastTotalCost,
  partPeriodBalancing,
  silverMeal,
  groff,
  incrementalOrderQuantity,
  wagnerWhitin,
} as const satisfies Readonly<Record<string, LookAheadRule>>;

/** The name of a rule that covers the needs of some periods. */
export type LookAheadRuleName = keyof typeof UNCHECKED_RULES;

/**
 * The rules that cover the needs of some periods (L1, L3, L5–L11), by name; each throws a
 * `PlanningInputError` when it is asked about periods, needs or costs that are none.
 */
export const LOOK_AHEAD_RULES = Object.fromEntries(
  Object.entries(UNCHECKED_RULES).map(([name, rule]) => [name, guardedRule(rule)]),
) as Readonly<Record<LookAheadRuleName, LookAheadRule>>;

/** The name of a rule that orders lots of one size (L2, L4). */
export type FixedRuleName = "fixedOrderQuantity" | "economicOrderQuantity";

/** The name of a lot-sizing rule, as the planning input has it. */
export type LotSizingRule = LookAheadRuleName | FixedRuleName;
