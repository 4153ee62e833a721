import { planRequirements } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { rowsOfPlan } from "./rows-of-plan.js";

/** A plan in rows of its own, by the plan whose rows others have made many more. */
const renewals = new WeakMap<PlanState, PlanState>();

/**
 * A plan from which the next one is made: the same in rows of its own, where plans that follow it or came
 * before it have left more rows than it began with. So what plans leave behind never outgrows them, however
 * many follow one another or are tried on one; each pays its part of a full run.
 */
export function renewed(state: PlanState): PlanState {
  if (!isWorn(state)) return state;
  let renewal = renewals.get(state);
  if (renewal === undefined || isWorn(renewal)) {
    const { input, columns } = state.given();
    renewal = stateOf(planRequirements(input, columns === undefined ? {} : { columns }));
    renewals.set(state, renewal);
  }
  return renewal;
}

/** A part of a plan is no full run, so it stays what it is. */
function isWorn(state: PlanState): boolean {
  const { lineage, pending } = rowsOfPlan(state);
  return lineage.isWorn && pending.length === 0;
}
