import { type Decimal, workOn } from "../../core/index.js";
import type { LineReference } from "../demand/index.js";
import type { PromiseRefusal } from "../promise/index.js";
import type {
  CreditEvent,
  CrmEvent,
  PromiseAtRiskEvent,
  PromiseEvent,
  PromiseMovedEvent,
  QuoteLeadTimeEvent,
  QuoteMoneyEvent,
  ShipmentEvent,
} from "./crm-event.js";

/**
 * What an event says in words, made of its figures. The figures are the event; no program should read
 * the words.
 *
 * @param event - one of those that `crmEvents` returned
 * @returns a sentence or two of English
 * @throws PlanningInputError when it is none
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", onHand: 4 }],
 * });
 * const lines = [{ id: "1", item: "bike", quantity: 4, requestedDate: "2026-01-09" }];
 * const promise = promiseDelivery(plan, { id: "R", delivery: "whole", lines });
 * const { plan: next, booked } = acceptPromise(plan, promise);
 * crmEvents({ plan, booked: [] }, { plan: next, booked }).map(crmEventText);
 * // => ['["R","1",0]: 4 are promised for 2026-01-09.']
 * ```
 */
export function crmEventText(event: CrmEvent): string {
  return workOn(event, "event", "one that crmEvents returned", eventText);
}

function eventText(event: CrmEvent): string {
  switch (event.type) {
    case "promiseConfirmed":
      return `${nameOf(event)}: ${event.quantity} are promised for ${event.promised}.`;
    case "promiseCancelled":
      return cancelledText(event);
    case "promiseMoved":
      return movedText(event);
    case "promiseAtRisk":
      return riskText(event);
    case "promiseRecovered":
      return `${nameOf(event)}, promised for ${event.promised}, is there in time again, on ${event.available}.`;
    case "orderShipped":
      return shippedText(event);
    case "quoteCostChanged":
    case "quotePriceChanged":
      return moneyText(event);
    case "quoteLeadTimeChanged":
      return leadTimeText(event);
    case "quoteExpired":
      return `The quote ${event.quote} (version ${event.version}) binds no more.`;
    case "creditHold":
    case "creditReleased":
      return creditText(event);
    default:
      throw new TypeError("no such event");
  }
}

/** A line of a record by its ids; a booked promise by its demand. */
function nameOf({ demand, record }: Pick<PromiseEvent, "demand" | "record">): string {
  return record === null ? demand : lineName(record);
}

function lineName({ id, line }: LineReference): string {
  return line === null ? id : `${id}, line ${line}`;
}

function cancelledText(event: PromiseEvent): string {
  const { promised, quantity, shipped } = event;
  const rest = shipped.gt(0) ? `${quantity.minus(shipped)} of ${quantity}` : `${quantity}`;
  return `${nameOf(event)}: ${rest}, promised for ${promised}, are taken back.`;
}

function movedText(event: PromiseMovedEvent): string {
  const { promised, quantity, before } = event;
  const was = `${before.quantity} for ${before.promised}`;
  return `${nameOf(event)}, is promised anew: ${quantity} for ${promised}, not ${was}.`;
}

function riskText(event: PromiseAtRiskEvent): string {
  const { promised, available, daysLate, cause } = event;
  const days = `${daysLate} ${daysLate === 1 ? "day" : "days"} late`;
  const when = available === null ? "is not there" : `is there on ${available}, ${days}`;
  const why = cause === null ? "The plan does not have it." : cause.text;
  return `${nameOf(event)}, promised for ${promised}, ${when}. ${why}`;
}

function shippedText({ record, quantity, shipped, isComplete }: ShipmentEvent): string {
  const what = isComplete ? "all" : "part";
  return `${lineName(record)}: ${shipped} of ${quantity} are shipped, ${what} of it.`;
}

function moneyText({ type, currency, before, now, quoted, ...of }: QuoteMoneyEvent): string {
  const what = type === "quoteCostChanged" ? "cost" : "price by list";
  const money = (amount: Decimal | null): string =>
    amount === null ? "not known" : `${amount}${currency === null ? "" : ` ${currency}`}`;
  const then = quoted === null ? "" : ` It was quoted on ${money(quoted)}.`;
  const name = `${of.product} in the quote ${of.quote}, line ${of.line}`;
  return `The ${what} of ${name}, is ${money(now)}, before ${money(before)}.${then}`;
}

const WHY_NOT: Readonly<Record<PromiseRefusal, string>> = {
  hold: "its customer is on hold",
  quota: "quotas leave no room",
  horizon: "it is not there by the last day that may be promised",
  noSource: "nothing brings it",
  notOnRequestedDate: "it is not there when it is wanted",
};

function leadTimeText(event: QuoteLeadTimeEvent): string {
  const { quote, line, product, before, now, quoted, because } = event;
  const days = (count: number | null): string =>
    count === null ? "not known" : `${count} ${count === 1 ? "day" : "days"}`;
  const then = quoted === null ? "" : ` It was quoted with ${days(quoted)}.`;
  const name = `${product} in the quote ${quote}, line ${line}`;
  if (because !== null) {
    return `There is no lead time of ${name}: ${WHY_NOT[because]}. Before it was ${days(before)}.${then}`;
  }
  return `The lead time of ${name}, is ${days(now)}, before ${days(before)}.${then}`;
}

function creditText({ type, hold, because }: CreditEvent): string {
  const { account, order, exposure, limit } = hold;
  if (type === "creditHold") {
    return `The order ${order} is on credit hold: ${account} would owe ${exposure}, with a limit of ${limit}.`;
  }
  const why = because === "released" ? "somebody released it" : "the credit covers it";
  return `The order ${order} is on credit hold no more${because === null ? "" : `: ${why}`}.`;
}
