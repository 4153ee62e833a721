import { type Check, identifier, oneOf, optional } from "../../core/index.js";
import { type DayOfTime, dayOfTimeArgument } from "./day-of-time.js";

/** What the records of every system ask for. */
export interface ForeignOptions {
  /** What the system is called in the `externalIds` of accounts. */
  readonly system: string;
  /** Put before every id, so that records of several systems can stand side by side; nothing. */
  readonly prefix?: string | undefined;
  /** The currency of the records, and of money of which the system does not say it. */
  readonly currency?: string | undefined;
}

/** What the records of systems ask for that know times. */
export interface TimedOptions extends ForeignOptions {
  /** Which day a time means. */
  readonly dayOf: DayOfTime;
}

/** What the records of systems ask for that number their accounts for others. */
export interface NumberedOptions {
  /** The system whose ids the account numbers are; left out: numbers are not read. */
  readonly accountNumbers?: string | undefined;
}

/** What the records of systems ask for whose products have a code beside their id. */
export interface CodedOptions {
  /** Which of the two names the item of the plan. */
  readonly items: "code" | "id";
}

/** The checks of what every system asks for. */
export const foreignOptions = {
  system: identifier,
  prefix: optional(textArgument),
  currency: optional(identifier),
} as const;

/** The checks of what systems ask for that know times. */
export const timedOptions = { ...foreignOptions, dayOf: dayOfTimeArgument } as const;
/** The checks of what systems ask for that number their accounts. */
export const numberedOptions = { accountNumbers: optional(identifier) } as const;
/** The checks of what systems ask for whose products have a code. */
export const codedOptions = { items: oneOf("code", "id") } as const;

/** What becomes of a quote of a status there: a status of quotes, or nothing because it is not meant. */
export type QuoteStatus = "draft" | "sent" | "accepted" | "rejected" | "ignored";
/** What becomes of an order of a status there. */
export type OrderStatus = "open" | "closed" | "cancelled" | "ignored";
/** What becomes of a deal of a stage or status there. */
export type DealStatus = "open" | "won" | "lost";

/** Checks what a quote is to become. */
export const quoteStatus = oneOf("draft", "sent", "accepted", "rejected", "ignored");
/** Checks what an order is to become. */
export const orderStatus = oneOf("open", "closed", "cancelled", "ignored");
/** Checks what a deal is to become. */
export const dealStatus = oneOf("open", "won", "lost");

function textArgument(...[value, place]: Parameters<Check<string>>): string {
  return value === "" ? value : identifier(value, place);
}
