import type { Plan } from "../../mrp/index.js";
import type { DeliveryPromise } from "./delivery-promise.js";
import type { Question } from "./judged-day.js";

/** What a promise was made of. */
export interface PromiseOrigin {
  /** The live plan. */
  readonly plan: Plan;
  /** The plan with all that is promised, and without what that stands in the place of. */
  readonly after: Plan;
  readonly question: Question;
}

const origins = new WeakMap<DeliveryPromise, PromiseOrigin>();

/** Keeps what a promise was made of, so that it can be accepted without asking again. */
export function rememberPromise(promise: DeliveryPromise, origin: PromiseOrigin): void {
  origins.set(promise, origin);
}

/** What a promise was made of; `undefined` where it came from elsewhere, written and read back. */
export function originOf(promise: DeliveryPromise): PromiseOrigin | undefined {
  return origins.get(promise);
}
