import type { Plan } from "../../mrp/index.js";
import { answerTo } from "./answer.js";
import type { DeliveryPromise } from "./delivery-promise.js";
import { readOptions } from "./options-argument.js";
import type { PromiseOptions } from "./promise-options.js";
import type { PromiseRequest } from "./promise-request.js";
import { readRequest } from "./request-argument.js";

/**
 * Tells what can be promised of a request: each line is tried as a demand in the plan, and is promised
 * for the earliest day on which it is there through all levels and makes nothing late that was promised
 * before. The plan stays as it is.
 *
 * @param plan - the live plan: what `planRequirements`, `replan` or `acceptPromise` returned
 * @param request - items, quantities, days wanted, and how it may be delivered
 * @param options - finite work centres, quotas, the last day, holds, costs
 * @returns schedule lines, and why not all of it is there when it is wanted; `acceptPromise` books it
 * @throws PlanningInputError with every mistake of the request and of the options
 *
 * Source: rules X2, X3, N11; K66.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", onHand: 2, leadTime: 2 }, { id: "wheel", onHand: 4, leadTime: 10 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 * });
 * const promise = promiseDelivery(plan, {
 *   id: "request 1",
 *   delivery: "partial",
 *   lines: [{ id: "1", item: "bike", quantity: 6, requestedDate: "2026-01-09" }],
 * });
 * const [line] = promise.lines;
 * line?.schedule.map(({ date, quantity, by }) => `${quantity} on ${date}, ${by}`);
 * // => ["4 on 2026-01-09, capableToPromise", "2 on 2026-01-17, capableToPromise"]
 * line?.limit?.kind === "material" && `${line.limit.item}: ${line.limit.because.kind}`;
 * // => "wheel: leadTime"
 * ```
 */
export function promiseDelivery(
  plan: Plan,
  request: PromiseRequest,
  options: PromiseOptions = {},
): DeliveryPromise {
  const read = readRequest(plan, request);
  return answerTo(plan, read, readOptions(plan, options));
}
