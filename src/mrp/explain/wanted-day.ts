import type { PlanState } from "../plan/plan-state.js";

/** The day on which a planned order is there in the view of the netting: the day wanted (K46). */
export function wantedDay({ orders }: PlanState, row: number): number {
  const late = orders.late;
  return late === undefined ? orders.due[row]! : orders.due[row]! - late[row]!;
}
