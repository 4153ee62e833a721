import { PlanningInputError } from "../../core/index.js";
import { carryDates } from "../explain/known-dates.js";
import type { PlanningIssue } from "../input/issues.js";
import { readOnce } from "../input/read-once.js";
import { guardDays } from "../plan/day-guard.js";
import { readOptions } from "../plan/options.js";
import { makePlan, type Plan, planRequirements } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { asPutRows } from "./booked-rows.js";
import { ChangeIssues } from "./change-issues.js";
import { type ChangedInput, changedInput } from "./changed-input.js";
import { speaksOfParameters } from "./changed-parameters.js";
import { checkChanges } from "./check-changes.js";
import { withoutColumns } from "./columns-as-rows.js";
import { columnListsOf, laterGiven } from "./later-given.js";
import { netChange } from "./net-change.js";
import { ownChanges } from "./own-changes.js";
import { patchModel } from "./patch-model.js";
import type { PlanChanges } from "./plan-changes.js";
import { checkOnly, type Only, refuseUnknown, scopeOf } from "./plan-scope.js";
import { readSafely } from "./read-safely.js";
import { renewed } from "./renewed-plan.js";
import { keepRows, rowsOfPlan } from "./rows-of-plan.js";

/**
 * Plans again after changes: as a full run over the changed input would, order by order and id by id,
 * with work that grows with what really changes (R1, R2).
 *
 * Changed demands, supplies, stock and planning parameters (lead times, lots, safety stock, fences) are
 * netted at their stocking points, and below them as far as orders come out otherwise; all else is
 * shared with the plan, which stays as it is. Other changes of master data, of the planning start or of
 * choices take a full run.
 *
 * @param plan - what `planRequirements`, `planFromJSON` or `replan` returned; it never changes
 * @param changes - rows to put, to change and to remove by list, bookings, a new planning start; the
 * plan keeps the rows and does not copy them (but for those of a class whose fields are getters)
 * @param options - `only`: a part of the plan
 * @returns the new plan
 * @throws PlanningInputError with every mistake of the changes: first of what they name and book, then,
 * where that is sound, of the rows that they give; paths lead into `changes`
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", onHand: 3, leadTime: 4 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 *   demands: [{ id: "order 1", item: "bike", quantity: 10, due: "2026-01-16" }],
 * });
 * const next = replan(plan, {
 *   demands: { put: [{ id: "order 1", item: "bike", quantity: 12, due: "2026-01-16" }] },
 * });
 * [...next.orders].map((order) => `${order.item}: ${order.quantity}`);
 * // => ["bike: 12", "wheel: 21"]
 * ```
 */
export function replan(plan: Plan, changes: PlanChanges, options: ReplanOptions = {}): Plan {
  const state = stateOf(plan);
  const { only } = readOptions(options, ["only"]);
  const { options: part } = readOnce({ options: { only } }) as { readonly options: ReplanOptions };
  return readSafely(changes, (read) => replanned(state, read, part));
}

function replanned(state: PlanState, given: PlanChanges, options: ReplanOptions): Plan {
  const changes = ownChanges(given);
  const issues = new ChangeIssues();
  checkChanges(changes, issues);
  checkOnly(options.only, issues);
  if (issues.found.length > 0) throw new PlanningInputError(issues.found);
  const { only } = options;
  return (
    guardDays(() => netChanged(renewed(state), changes, only)) ?? regenerated(state, changes, only)
  );
}

/** How to replan. */
export interface ReplanOptions {
  /**
   * Plans these items and demands with everything below them; all other orders stay as they are, and
   * their needs are met. What else has changed waits for a later `replan`, which may be one without
   * changes; until then the plan is a part, which is not written and read back. Where changes reach further than their stocking points
   * (master data, the horizon), everything is planned.
   */
  readonly only?: Only | undefined;
}

/** A plan by net change; `undefined` when a full run is needed, or has to say what is wrong. */
function netChanged(
  state: PlanState,
  changes: PlanChanges,
  only: Only | undefined,
): Plan | undefined {
  // What a part leaves as it is keeps the parameters by which it was planned.
  if (only !== undefined && speaksOfParameters(changes)) return undefined;
  const rows = rowsOfPlan(state);
  try {
    const plain = asPutRows(rows, changes);
    const patched = plain === undefined ? undefined : patchModel(state.model, rows, plain);
    if (patched === undefined) return undefined;
    const { model } = patched;
    const scope = only === undefined ? undefined : scopeOf(model, patched.rows, only);
    const points = [...new Set([...rows.pending, ...patched.points])];
    const { orders, planned } = netChange(model, state.orders, patched.rows, points, scope);
    if (orders.orders > model.conventions.maxOrders) return undefined;
    const { pending } = patched.rows;
    rows.lineage.noteChanges(changes);
    const next: PlanState = {
      model,
      orders,
      given: laterGiven(state, rows.lineage.first.problem, changes),
      ...(pending.length === 0 ? {} : { pending: new Set(pending) }),
    };
    keepRows(next, patched.rows);
    // A part has stocking points whose needs are others than those for which they were planned.
    const isWhole = rows.pending.length === 0 && pending.length === 0;
    if (isWhole && planned !== undefined) carryDates(state, next, planned, points);
    return makePlan(next);
  } catch (error) {
    // A full run finds the same, and may word it by the whole input.
    if (error instanceof PlanningInputError) return undefined;
    throw error;
  }
}

/** The full run over the changed input. */
function regenerated(state: PlanState, changes: PlanChanges, only: Only | undefined): Plan {
  const given = withoutColumns(state.given(), state.model.problem, columnListsOf(changes));
  const { input, saidBy } = changedInput(given.input, changes);
  refuseUnknown(input, only);
  const { columns } = given;
  try {
    return planRequirements(input, columns === undefined ? {} : { columns });
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    throw new PlanningInputError(
      (error.issues as readonly PlanningIssue[]).map((issue) => inChanges(issue, saidBy)),
    );
  }
}

/** A mistake of a row that the changes give, by its path among the changes. */
function inChanges(issue: PlanningIssue, saidBy: ChangedInput["saidBy"]): PlanningIssue {
  const [list, row, ...rest] = issue.path;
  const path = typeof row === "number" ? saidBy.get(`${list}`)?.get(row) : undefined;
  return path === undefined ? issue : { ...issue, path: [...path, ...rest] };
}
