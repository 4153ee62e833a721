import type { PlanState } from "../plan/plan-state.js";
import { PlanRows } from "./plan-rows.js";

/** The mark of the rows of a plan on its state, known to every copy of the library. */
const ROWS = Symbol.for("orlicky.plan.rows");

/** The rows of a plan; all plans that share its columns must know them by the same lineage. */
export function rowsOfPlan(state: PlanState & { readonly [ROWS]?: PlanRows }): PlanRows {
  return state[ROWS] ?? keepRows(state, new PlanRows(state.model));
}

/** Notes which rows a plan has. */
export function keepRows(state: PlanState, rows: PlanRows): PlanRows {
  Object.defineProperty(state, ROWS, { value: rows, enumerable: false });
  return rows;
}
