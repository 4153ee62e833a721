import type { PlanState } from "../plan/plan-state.js";
import type { Arena } from "../sweep/arena.js";
import { FeasibleDates } from "./feasible-dates.js";
import { isTangled } from "./feasible-tangle.js";

/** A plan before, by whose dates those of a later one can be told, and where the two differ. */
interface Origin {
  readonly state: PlanState;
  readonly changed: ReadonlySet<number>;
  readonly direct: ReadonlySet<number>;
}

/** When more stocking points differ than so many and than this part of all, all are dated anew. */
const MANY = 256;
const PART = 4;

const known = new WeakMap<PlanState, FeasibleDates>();
const origins = new WeakMap<PlanState, Origin>();
/** Plans whose rows stand in a store of their own from some time on. */
const compacted = new WeakMap<Arena, PlanState>();

/** The feasible dates of a plan, found when they are first asked for: by those of a plan before where that is known. */
export function feasibleDatesOf(state: PlanState): FeasibleDates {
  let dates = known.get(state);
  if (dates === undefined) {
    const origin = origins.get(state);
    const before =
      origin === undefined
        ? undefined
        : { dates: feasibleDatesOf(origin.state), orders: origin.state.orders, ...origin };
    dates = new FeasibleDates(state, isTangled(state.model), before);
    known.set(state, dates);
    origins.delete(state);
  }
  return dates;
}

/**
 * Notes by which plan the feasible dates of another one can be told. It stands for no chain: a plan
 * refers to one before it at most, of which the dates are known or which has none before it, and to
 * none once its own dates are known.
 *
 * @param before - the plan from which the other one was replanned
 * @param state - the plan that was replanned by net change
 * @param changed - the stocking points that were planned anew: all whose needs, supplies or parameters
 * may be others
 * @param direct - those of them of which more may be than orders of their parents
 */
export function carryDates(
  before: PlanState,
  state: PlanState,
  changed: readonly number[],
  direct: readonly number[],
): void {
  if (isTangled(state.model)) return;
  const from = inStoreOf(before, state);
  const origin = known.has(from) ? undefined : origins.get(from);
  const all = new Set(origin === undefined ? changed : [...origin.changed, ...changed]);
  if (all.size > Math.max(MANY, state.model.points.count / PART)) return;
  const directly = new Set(origin === undefined ? direct : [...origin.direct, ...direct]);
  origins.set(state, { state: origin?.state ?? from, changed: all, direct: directly });
}

const NO_POINTS: ReadonlySet<number> = new Set();

/** A plan with its rows where those of a later one stand; its dates are known if those of the plan are. */
function inStoreOf(before: PlanState, { orders: { store } }: PlanState): PlanState {
  const { compact } = before.orders;
  if (before.orders.store === store || compact === undefined) return before;
  let state = compacted.get(compact);
  if (state === undefined) {
    state = { ...before, orders: compact };
    compacted.set(compact, state);
    const dates = known.get(before);
    if (dates !== undefined) {
      const alike = { dates, orders: compact, changed: NO_POINTS, direct: NO_POINTS };
      known.set(state, new FeasibleDates(state, false, alike));
    }
  }
  return state;
}
