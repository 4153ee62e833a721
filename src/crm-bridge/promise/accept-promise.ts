import { countRatio, PlanningInputError, showValue } from "../../core/index.js";
import type { Plan, PlanChanges, PlanningRow } from "../../mrp/index.js";
import { type ReadPromise, readPromise } from "./booked-argument.js";
import { bookedPromise } from "./booked-promise.js";
import type { BookedPromise, DeliveryPromise } from "./delivery-promise.js";
import { planWithout, takenOut } from "./in-place-of.js";
import { type Judgement, Question, type Wanted } from "./judged-day.js";
import { readOptions } from "./options-argument.js";
import type { PromiseOptions } from "./promise-options.js";
import { originOf } from "./promise-origin.js";
import type { ReadRequest } from "./promise-request.js";
import { readRequest } from "./request-argument.js";

/** A plan in which promises are booked. */
export interface AcceptedPromise {
  readonly plan: Plan;
  /** What leads to it, for the host's own records. */
  readonly changes: PlanChanges;
  readonly booked: readonly BookedPromise[];
}

/**
 * Books a promise: its schedule lines become demands of the plan, and those that they stand in the place
 * of leave it.
 *
 * Of another plan than the one it was made for it is asked again, all of it at once.
 *
 * @param plan - the live plan
 * @param promise - what `promiseDelivery` returned, also written as JSON and read back
 * @param options - by what it is judged; those with which it was made when left out
 * @returns the plan with it, and the changes that lead there
 * @throws PlanningInputError (`contradiction`) when it promises nothing, or holds no more in this plan;
 * (`duplicateId`) when it is booked already
 *
 * Source: rule X3; K66.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", onHand: 2, leadTime: 10 }],
 *   sources: [{ item: "bike", kind: "buy" }],
 * });
 * const ask = (id: string) =>
 *   promiseDelivery(plan, {
 *     id,
 *     delivery: "whole",
 *     lines: [{ id: "1", item: "bike", quantity: 2, requestedDate: "2026-01-07" }],
 *   });
 * const [first, second] = [ask("first"), ask("second")];
 * second.promises[0]?.date; // => "2026-01-07"
 * const next = acceptPromise(plan, first).plan;
 * next.demands.length; // => 1
 * let told = "";
 * try {
 *   acceptPromise(next, second);
 * } catch (error) {
 *   told = (error as PlanningInputError).issues[0]?.code ?? "";
 * }
 * told; // => "contradiction"
 * ```
 */
export function acceptPromise(
  plan: Plan,
  promise: DeliveryPromise,
  options?: PromiseOptions,
): AcceptedPromise {
  const read = readPromise(promise);
  const origin = originOf(promise);
  const asked = options ?? origin?.question.options.given ?? read.options ?? {};
  const request = readRequest(plan, read.request);
  const free = planWithout(plan, request.inPlaceOf);
  const question = new Question(free, request, readOptions(plan, asked));
  const wanted = wantedOf(request, read);
  if (wanted.length === 0) refuse("It promises nothing: there is nothing to be booked.");
  const isSame = origin?.plan === plan && options === undefined;
  const next = isSame ? origin.after : heldPlan(question, wanted);
  return {
    plan: next,
    changes: { demands: changedDemands(plan, request, question.rows(wanted)) },
    booked: origin === undefined ? bookedIn(next, question, wanted) : promise.promises,
  };
}

/** What was read back is booked as it was counted. */
function bookedIn(next: Plan, question: Question, wanted: readonly Wanted[]): BookedPromise[] {
  const { demands } = next;
  const ids = question.rows(wanted).map(({ id }) => id);
  return wanted.map((one, n) => {
    // What was tried stands behind all others.
    const place = demands.at(demands.length - wanted.length + n)!;
    return bookedPromise(question.request, one, { ...place, id: ids[n]! });
  });
}

/** What is promised comes in, and what it stands in the place of goes. */
function changedDemands(
  plan: Plan,
  { inPlaceOf }: ReadRequest,
  put: PlanningRow<"demands">[],
): NonNullable<PlanChanges["demands"]> {
  const ids = new Set(put.map(({ id }) => id));
  const out = takenOut(plan, inPlaceOf);
  const remove = out.remove.filter((id) => !ids.has(id));
  return { ...(remove.length === 0 ? {} : { remove }), put: [...out.put, ...put] };
}

/** The plan with the promise, asked again. @throws PlanningInputError when it holds no more */
function heldPlan(question: Question, wanted: readonly Wanted[]): Plan {
  const { customer } = question.request;
  if (customer !== undefined && question.options.holds.has(customer)) {
    refuse(`The customer (${showValue(customer)}) is on hold. Release that first.`);
  }
  const judgement = question.judge(wanted);
  if (!judgement.holds) refuse(`It holds no more: ${reasonOf(judgement)}. Ask for it again.`);
  return judgement.trial!.plan;
}

function reasonOf({ reason, broken, trial }: Judgement): string {
  switch (reason) {
    case "quota":
      return "a quota leaves no room";
    case "broken":
      return `the demand ${showValue(broken[0]?.demand)} would come late`;
    default: {
      const dates = (trial?.available ?? []).map((date) => date ?? "never");
      return `it would be there on ${dates.join(", ")}`;
    }
  }
}

/** What was promised, counted. */
function wantedOf(request: ReadRequest, { promises }: ReadPromise): Wanted[] {
  const numbers = new Map<string, number>();
  return promises.map(({ line: id, quantity, date: day }, n) => {
    const line = request.lines.find((one) => one.id === id);
    const count = line === undefined ? 0 : countRatio(quantity, line.decimals, "exact");
    if (line === undefined || typeof count !== "number") {
      return refuse(`What it promises (promises[${n}]) is none of its request.`);
    }
    const number = numbers.get(id) ?? 0;
    numbers.set(id, number + 1);
    return { line, count, day, number };
  });
}

function refuse(message: string): never {
  throw new PlanningInputError([{ code: "contradiction", path: ["promise"], message }]);
}
