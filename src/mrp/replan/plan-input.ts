import type { Plan } from "../plan/plan.js";
import { stateOf } from "../plan/plan-state.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { withoutColumns } from "./columns-as-rows.js";

/**
 * The input of a plan: every row from which it was made, to be changed and planned again.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @returns the rows as they came; those that were given as columns are written out as rows
 * @throws PlanningInputError when it is no plan
 *
 * @example
 * ```ts
 * const plan = planRequirements({ startDate: "2026-01-05", items: [{ id: "wheel" }] });
 * planInput(plan); // => { startDate: "2026-01-05", items: [{ id: "wheel" }] }
 * ```
 */
export function planInput(plan: Plan): PlanningInput {
  const state = stateOf(plan);
  return withoutColumns(state.given(), state.model.problem, ["demands", "supplies", "stock"]).input;
}
