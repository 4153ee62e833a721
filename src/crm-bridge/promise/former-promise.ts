import type { Attributes, Plan, PlannedDemand } from "../../mrp/index.js";
import type { CrmOrder } from "../schema/index.js";
import type { KnownPromise } from "./booked-argument.js";
import type { RequestRecord } from "./promise-request.js";

/** What it takes to know a promise again. */
export type FormerPromise = Pick<
  KnownPromise,
  "demand" | "request" | "record" | "line" | "item" | "date" | "customer" | "quantity"
>;

/** The promises that a plan holds as they were booked. */
export function promisesIn(plan: Plan): FormerPromise[] {
  return [...plan.demands].flatMap(formerPromise);
}

function formerPromise(demand: PlannedDemand): FormerPromise[] {
  const { id, item, due: date, quantity, customer = null, attributes = {} } = demand;
  const { crmList, crmRecord: request, crmLine: line } = attributes;
  const isPromise = crmList === "requests" && typeof line === "string";
  if (!isPromise || typeof request !== "string") return [];
  return [
    { demand: id, request, record: recordOf(attributes), line, item, date, customer, quantity },
  ];
}

function recordOf({ crmAskingList: list, crmAskingRecord: id }: Attributes): RequestRecord | null {
  if (typeof id !== "string" || (list !== "quotes" && list !== "orders")) return null;
  return { list, id };
}

/** Whether a promise was asked for by a record, as far as its request says of what it was made. */
export function isAskedBy(
  { record, request }: FormerPromise,
  { list, id }: RequestRecord,
): boolean {
  return record === null ? request === id : record.list === list && record.id === id;
}

/** Whether an order is that of a promise, or is made of its quote. */
export function isOrderOf(promise: FormerPromise, { id, quote, account }: CrmOrder): boolean {
  if (quote !== undefined && isAskedBy(promise, { list: "quotes", id: quote })) return true;
  if (!isAskedBy(promise, { list: "orders", id })) return false;
  // An id alone may be that of something else, which another customer ordered.
  return promise.record !== null || promise.customer === null || promise.customer === account;
}
