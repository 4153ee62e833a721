/**
 * What a customer can be told: how much when, against the live plan, without breaking what was promised
 * before (X2, X3).
 *
 * A promise is tried as a demand in the plan: it holds when it is there by its day through all levels,
 * lead times and, where asked, work centres, and nothing promised before comes later for it. Builds on
 * `tryDemands` of requirements planning and the finite schedule of capacity. Interpretations K66, K67.
 */
export { type AcceptedPromise, acceptPromise } from "./accept-promise.js";
export type * from "./allocation-quota.js";
export { type CancelledPromise, cancelPromise } from "./cancel-promise.js";
export type * from "./delivery-promise.js";
export { promiseDeliveries } from "./promise-deliveries.js";
export { promiseDelivery } from "./promise-delivery.js";
export type * from "./promise-limit.js";
export { promiseLimitText } from "./promise-limit-text.js";
export type * from "./promise-money.js";
export type { PromiseOptions, PromiseTerms } from "./promise-options.js";
export type {
  DeliveryKind,
  PromiseRequest,
  PromiseRequestLine,
  RequestRecord,
} from "./promise-request.js";
export {
  type RecordRequestOptions,
  requestOfOrder,
  requestOfQuote,
} from "./request-of-record.js";
