import { type Plan, promiseItem } from "../../mrp/index.js";

/** @throws PlanningInputError when it is no plan */
export function refuseNoPlan(plan: Plan): void {
  promiseItem(plan, "none");
}
