/**
 * What a plan would be with some more demands, and whose day they would break: the question that a
 * promise asks of the plan (X3).
 *
 * Builds on `replan` (net change) and `explain` (feasible dates, N11).
 */
export type * from "./demand-trial.js";
export { type LimitingPart, limitingPart } from "./limiting-part.js";
export { type PromiseItem, promiseItem } from "./promise-item.js";
export { tryDemands } from "./try-demands.js";
