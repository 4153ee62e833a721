import type { Decimal } from "../../core/index.js";
import type { CreditHold, LineReference } from "../demand/index.js";
import type { DelayCause } from "../feedback/index.js";
import type { PromiseRefusal } from "../promise/index.js";

/** What every event has. */
interface EventFields<Type extends string> {
  /**
   * The JSON text of the type, what it is about, and the new fact. What comes back after something else
   * was told has its key again: it is told twice only where it is the last key of its subject.
   */
  readonly key: string;
  readonly type: Type;
  /** The JSON text of what it is about: a later event about it takes the place of this one. */
  readonly subject: string;
}

/** What a promise is about. */
interface OfPromise {
  /** The id of its demand in the plan. */
  readonly demand: string;
  /** The line of a record; `null` of a booked promise. */
  readonly record: LineReference | null;
  readonly customer: string | null;
  /** The day promised. */
  readonly promised: string;
  readonly quantity: Decimal;
}

/** A promise was given, or given again, or what was not shipped of it was taken back. */
export interface PromiseEvent
  extends EventFields<"promiseConfirmed" | "promiseCancelled">,
    OfPromise {
  /** What of the quantity is shipped already: it is not taken back. */
  readonly shipped: Decimal;
}

/** A promise is for another day, or another quantity. */
export interface PromiseMovedEvent extends EventFields<"promiseMoved">, OfPromise {
  readonly before: { readonly promised: string; readonly quantity: Decimal };
  /** Days by which it is later. */
  readonly days: number;
}

/** What was promised is there later, or never; also when that gets worse or better, but not good. */
export interface PromiseAtRiskEvent extends EventFields<"promiseAtRisk">, OfPromise {
  /** `null`: never. */
  readonly available: string | null;
  readonly daysLate: number | null;
  /** The day on which it was there before; `null`: never, or nothing was promised or planned. */
  readonly before: string | null;
  /** `null`: the plan does not have it any more. */
  readonly cause: DelayCause | null;
}

/** What was late is there in time again. */
export interface PromiseRecoveredEvent extends EventFields<"promiseRecovered">, OfPromise {
  readonly available: string;
  readonly before: string | null;
}

/** More of something is shipped than before. */
export interface ShipmentEvent extends EventFields<"orderShipped"> {
  readonly record: LineReference;
  readonly customer: string | null;
  readonly quantity: Decimal;
  /** In all. */
  readonly shipped: Decimal;
  readonly before: Decimal;
  readonly isComplete: boolean;
}

/** What a line of a quote is about. */
interface OfQuoteLine {
  readonly quote: string;
  readonly version: number;
  readonly line: string;
  readonly product: string;
  readonly customer: string;
}

/** What one of a quoted product costs, or its price by list, is another one. */
export interface QuoteMoneyEvent
  extends EventFields<"quoteCostChanged" | "quotePriceChanged">,
    OfQuoteLine {
  readonly currency: string | null;
  /** As the quote says it. */
  readonly quoted: Decimal | null;
  /** `null`: not known. */
  readonly before: Decimal | null;
  readonly now: Decimal | null;
}

/** What is quoted takes longer, or comes sooner, when it is ordered now. */
export interface QuoteLeadTimeEvent extends EventFields<"quoteLeadTimeChanged">, OfQuoteLine {
  /** Days, as the quote says it. */
  readonly quoted: number | null;
  /** `null`: none, or not known. */
  readonly before: number | null;
  readonly now: number | null;
  /** Why nothing can be promised now; `null`: it can, or it is not known. */
  readonly because: PromiseRefusal | null;
}

/** A quote binds no more. */
export interface QuoteExpiredEvent extends EventFields<"quoteExpired"> {
  readonly quote: string;
  readonly version: number;
  readonly customer: string;
  readonly validUntil: string | null;
}

/** The credit of a customer does not cover an order any more, or it does again, or it was released. */
export interface CreditEvent extends EventFields<"creditHold" | "creditReleased"> {
  /** Now; of a release as it was. */
  readonly hold: CreditHold;
  /** Of a release: somebody released it, or the credit covers it; `null` where no records say. */
  readonly because: "released" | "covered" | null;
}

/** Something that a CRM should hear of; told apart by `type`. */
export type CrmEvent =
  | PromiseEvent
  | PromiseMovedEvent
  | PromiseAtRiskEvent
  | PromiseRecoveredEvent
  | ShipmentEvent
  | QuoteMoneyEvent
  | QuoteLeadTimeEvent
  | QuoteExpiredEvent
  | CreditEvent;

/** What kinds of events there are. */
export type CrmEventType = CrmEvent["type"];

/** The order of events. */
export const EVENT_TYPES = [
  "promiseConfirmed",
  "promiseMoved",
  "promiseCancelled",
  "promiseAtRisk",
  "promiseRecovered",
  "orderShipped",
  "quoteExpired",
  "quoteCostChanged",
  "quotePriceChanged",
  "quoteLeadTimeChanged",
  "creditHold",
  "creditReleased",
] as const satisfies readonly CrmEventType[];

/** The key of an event: its type, what it is about, and the new fact. */
export function eventFields<Type extends CrmEventType>(
  type: Type,
  subject: readonly (string | number | null)[],
  fact: readonly (string | number | null)[],
): { readonly key: string; readonly type: Type; readonly subject: string } {
  const [, ...ids] = subject;
  return {
    key: JSON.stringify([type, ...ids, ...fact]),
    type,
    subject: JSON.stringify(subject),
  };
}
