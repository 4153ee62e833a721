import { PlanningInputError } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { OrderColumns } from "../sweep/arena.js";

/** What a plan is made of: the compiled problem and the columns of its orders. */
export interface PlanState {
  readonly model: Model;
  readonly orders: OrderColumns;
}

/** The mark by which a plan is known in every copy of the library. */
const PLAN = Symbol.for("orlicky.plan");

/** Puts the state of a plan out of sight, but not out of reach of the library's functions. */
export function hideState(plan: object, state: PlanState): void {
  Object.defineProperty(plan, PLAN, { value: state, enumerable: false });
}

/**
 * The state of a plan.
 *
 * @throws PlanningInputError when it is no plan
 */
export function stateOf(plan: unknown): PlanState {
  const state =
    typeof plan === "object" && plan !== null
      ? (plan as { readonly [PLAN]?: PlanState })[PLAN]
      : undefined;
  if (state !== undefined) return state;
  const message = "This is no plan. Hand over what planRequirements or planFromJSON returned.";
  throw new PlanningInputError([{ code: "invalidType", path: ["plan"], message }]);
}
