import { PlanningInputError } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { PlanningColumns } from "../input/columns.js";
import type { PlanningInput } from "../schema/planning-input.js";
import type { Arena } from "../sweep/arena.js";

/** What a plan is made of: the compiled problem and the columns of its orders. */
export interface PlanState {
  readonly model: Model;
  readonly orders: Arena;
  /** Stocking points that are still to be planned, where only a part was; `undefined`: none. */
  readonly pending?: ReadonlySet<number>;
  /** From what it was made; the problem's own rows are those of the first of plans that share it. */
  readonly given: () => GivenInput;
}

/** The rows of an input, and those that were given as columns beside it. */
export interface GivenInput {
  readonly input: PlanningInput;
  readonly columns: PlanningColumns | undefined;
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
  const state = typeof plan === "object" && plan !== null ? hiddenIn(plan) : undefined;
  if (state !== undefined) return state;
  const message = "This is no plan. Hand over what planRequirements or planFromJSON returned.";
  throw new PlanningInputError([{ code: "invalidType", path: ["plan"], message }]);
}

/** A foreign object may refuse to be read: then it is no plan. */
function hiddenIn(plan: { readonly [PLAN]?: PlanState }): PlanState | undefined {
  try {
    return plan[PLAN];
  } catch {
    return undefined;
  }
}
