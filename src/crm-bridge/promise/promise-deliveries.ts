import { compareText } from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import { answerTo } from "./answer.js";
import type { DeliveryPromise } from "./delivery-promise.js";
import { readOptions } from "./options-argument.js";
import type { PromiseOptions } from "./promise-options.js";
import { originOf } from "./promise-origin.js";
import type { PromiseRequest, ReadRequest } from "./promise-request.js";
import { readRequests } from "./request-argument.js";

/**
 * Tells what can be promised of several requests: by priority, then by the first day wanted, then by id,
 * each in the plan with what is promised of those before it. The plan stays as it is.
 *
 * @param plan - the live plan
 * @param requests - as for `promiseDelivery`
 * @param options - the same for all of them
 * @returns a promise for each request, in the order in which they were served; `acceptPromise` books them
 * one after the other
 * @throws PlanningInputError with every mistake of the requests and of the options
 *
 * Source: rules X2, X3; K66.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", onHand: 4, leadTime: 10 }],
 *   sources: [{ item: "bike", kind: "buy" }],
 * });
 * const lines = [{ id: "1", item: "bike", quantity: 3, requestedDate: "2026-01-07" }];
 * const promises = promiseDeliveries(plan, [
 *   { id: "a", delivery: "whole", lines },
 *   { id: "b", delivery: "whole", priority: 1, lines },
 * ]);
 * promises.map(({ request, promises: [one] }) => `${request.id}: ${one?.date}`);
 * // => ["b: 2026-01-07", "a: 2026-01-15"]
 * ```
 */
export function promiseDeliveries(
  plan: Plan,
  requests: readonly PromiseRequest[],
  options: PromiseOptions = {},
): DeliveryPromise[] {
  const read = readRequests(plan, requests);
  const judgedBy = readOptions(plan, options);
  let live = plan;
  return read.toSorted(inTurn).map((request) => {
    const promise = answerTo(live, request, judgedBy);
    live = originOf(promise)?.after ?? live;
    return promise;
  });
}

function inTurn(a: ReadRequest, b: ReadRequest): number {
  return priorityOf(a) - priorityOf(b) || firstDayOf(a) - firstDayOf(b) || compareText(a.id, b.id);
}

/** Requests without one come last; no input is larger. */
function priorityOf({ priority = Number.MAX_SAFE_INTEGER }: ReadRequest): number {
  return priority;
}

function firstDayOf({ lines }: ReadRequest): number {
  return Math.min(...lines.map(({ requested }) => requested));
}
