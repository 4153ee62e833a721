import { type Issue, isList, PlanningInputError } from "../../core/index.js";
import { type Plan, type PlanChanges, replan } from "../../mrp/index.js";
import { readBooked } from "./booked-argument.js";
import type { BookedPromise } from "./delivery-promise.js";

/** A plan without promises that were booked. */
export interface CancelledPromise {
  readonly plan: Plan;
  readonly changes: PlanChanges;
}

/**
 * Takes booked promises back: their demands leave the plan, and what was planned for them with it.
 *
 * @param plan - the live plan
 * @param booked - one promise or several, as `acceptPromise` returned them
 * @returns the plan without them, and the changes that lead there
 * @throws PlanningInputError (`unknownId`) when the plan has one of them no more
 *
 * Source: rule X3; K66.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", leadTime: 10 }],
 *   sources: [{ item: "bike", kind: "buy" }],
 * });
 * const promise = promiseDelivery(plan, {
 *   id: "request 1",
 *   delivery: "whole",
 *   lines: [{ id: "1", item: "bike", quantity: 2, requestedDate: "2026-01-20" }],
 * });
 * const { plan: next, booked } = acceptPromise(plan, promise);
 * next.orders.length; // => 1
 * cancelPromise(next, booked).plan.orders.length; // => 0
 * ```
 */
export function cancelPromise(
  plan: Plan,
  booked: BookedPromise | readonly BookedPromise[],
): CancelledPromise {
  const changes: PlanChanges = { demands: { remove: readBooked(booked) } };
  try {
    return { plan: replan(plan, changes), changes };
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    throw new PlanningInputError(
      error.issues.map((issue): Issue => {
        const [list, remove, ...rest] = issue.path;
        if (list !== "demands" || remove !== "remove") return issue;
        return { ...issue, path: isList(booked) ? ["booked", ...rest] : ["booked"] };
      }),
    );
  }
}
