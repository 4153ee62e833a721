import type { Ratio } from "../../core/index.js";

/** What work at a work centre costs for a good unit. */
export interface WorkCost {
  /** `null`: a set-up cost that the item states. */
  readonly workCenter: string | null;
  readonly cost: Ratio;
}

/** Of what the standard cost of something that is made consists on its own level, for a good unit. */
export interface CostParts {
  /** All that it costs to make one, with what comes besides and before the split. */
  readonly making: Ratio;
  readonly setup: readonly WorkCost[];
  readonly run: readonly WorkCost[];
  readonly subcontract: Ratio;
  /** What by-products bring in. */
  readonly credit: Ratio;
}
