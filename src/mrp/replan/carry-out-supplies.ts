import type { PlanState } from "../plan/plan-state.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { withoutColumns } from "./columns-as-rows.js";

/** An open order as a row of the input. */
export type SupplyRow = PlanningRow<"supplies">;

/**
 * The open supplies of a plan as rows of an input, also those that were given as columns: purchases
 * whose ids are their numbers as text.
 */
export function supplyRowsOf({ model, given }: PlanState): readonly SupplyRow[] {
  return withoutColumns(given(), model.problem, ["supplies"]).input.supplies ?? [];
}
