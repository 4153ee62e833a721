import type { Decimal } from "../../core/index.js";
import type { PromiseRefusal } from "../promise/index.js";

/** A whole number that was said then and is another one now. */
export interface ChangedFigure {
  /** As the quote says it; `null`: it does not. */
  readonly quoted: number | null;
  /** `null`: none, or not known. */
  readonly now: number | null;
  /** Now less then; `null` where one of them is. */
  readonly change: number | null;
  /** Why nothing can be promised now; `null`: it can, or it is not known (see `missing` of the line). */
  readonly because: PromiseRefusal | null;
}

/** A day that was said then and is another one now. */
export interface ChangedDate {
  readonly quoted: string | null;
  /** `null`: none, or not known. */
  readonly now: string | null;
  /** Days by which it is later now; `null` where one of them is. */
  readonly days: number | null;
  /** Why nothing can be promised now; `null`: it can, or it is not known (see `missing` of the line). */
  readonly because: PromiseRefusal | null;
}

/** Money for one unit of a line, then and now, in the currency of the quote. */
export interface ChangedMoney {
  readonly currency: string | null;
  readonly quoted: Decimal | null;
  readonly now: Decimal | null;
  readonly change: Decimal | null;
  /** What is missing to know it now, in words. */
  readonly missing: readonly string[];
}

/** What has become of what a quote's line was made on; dates are worked out when they are read. */
export interface QuoteLineFeedback {
  readonly quote: string;
  readonly version: number;
  readonly line: string;
  readonly product: string;
  readonly customer: string;
  /** Whether it still binds: `valid` to its `validUntil`, or nobody has sent it yet. */
  readonly state: "draft" | "valid" | "expired" | "accepted";
  readonly validUntil: string | null;
  readonly quantity: Decimal;
  /** The day on which it would be there when ordered now, not before the one requested. */
  readonly date: ChangedDate;
  /** Calendar days until it could be there when ordered now, whatever was requested. */
  readonly leadTime: ChangedFigure;
  /** Standard cost against the quote's `unitCost`. */
  readonly cost: ChangedMoney;
  /** The price by list against the quote's `unitPrice`. */
  readonly price: ChangedMoney;
  /** What is missing to tell dates, in words. */
  readonly missing: readonly string[];
}
