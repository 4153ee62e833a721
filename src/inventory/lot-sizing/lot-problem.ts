import type { Ratio } from "../../core/index.js";
import type { LotFigures } from "./look-ahead.js";
import type { LotModifiers } from "./lot-modifiers.js";
import type { LotSizingRule } from "./lot-rules.js";

/** What {@link lotSizes} is asked, checked and counted. Lists have one entry a period. */
export interface LotProblem {
  readonly rule: LotSizingRule;
  /** Quantities are counts of 10^-decimals. */
  readonly decimals: number;
  /** Counts; the stock that must be left at the end is added to the last one. */
  readonly demand: readonly number[];
  readonly onHand: number;
  readonly terminalStock: number;
  readonly setupCost: readonly Ratio[];
  /** Of one unit over each period. */
  readonly holdingCost: readonly Ratio[];
  readonly unitCost: readonly Ratio[];
  /** Whether holding is charged on the average stock of a period, not on that at its end. */
  readonly isAverage: boolean;
  /** Whether the rule weighs the unit cost too. */
  readonly unitCostInAverage: boolean;
  /** One lot of the fixed rules, in counts; 0 for the others. */
  readonly quantity: number;
  /** Whether each lot of the fixed rules is an order of its own. */
  readonly each: boolean;
  readonly figures: Omit<LotFigures, "costs">;
  readonly modifiers: LotModifiers;
}
