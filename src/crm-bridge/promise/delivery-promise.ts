import type { Decimal } from "../../core/index.js";
import type { PromiseLimit } from "./promise-limit.js";
import type { PromiseMoney } from "./promise-money.js";
import type { PromiseTerms } from "./promise-options.js";
import type { PromiseRequest, RequestRecord } from "./promise-request.js";

/**
 * What becomes of a request: `confirmed`, all of it on the days wanted; `later`, each line whole, not all
 * of them on their days; `partial`, a line in parts, or not all of it; `refused`, nothing.
 */
export type PromiseOutcome = "confirmed" | "later" | "partial" | "refused";

/**
 * Why something is not promised: its customer is on hold; quotas leave no room; no day up to the last one
 * is asked for, or holds; nothing brings it, since no source may, or something in it has run out that is not
 * ordered for needs (`reorderPoint`, `ddmrp`, `unplanned`); not all of it holds on the days wanted.
 */
export type PromiseRefusal = "hold" | "quota" | "horizon" | "noSource" | "notOnRequestedDate";

/** What a customer can be told; nothing is booked until `acceptPromise`. */
export interface DeliveryPromise {
  readonly request: PromiseRequest;
  /** By these it is judged again when it is accepted. */
  readonly options: PromiseTerms;
  readonly outcome: PromiseOutcome;
  /** Of a refused request; else `null`. */
  readonly refusedBecause: PromiseRefusal | null;
  /** In the order of the request. */
  readonly lines: readonly PromisedLine[];
  /** What is booked when the promise is accepted: the schedule lines of all lines. */
  readonly promises: readonly BookedPromise[];
}

/** What is promised of one line; what takes long to find is worked out when it is first read. */
export interface PromisedLine {
  readonly id: string;
  readonly item: string;
  /** `null` where the request names none and the plan was not asked. */
  readonly site: string | null;
  readonly segment: string | null;
  readonly requestedDate: string;
  /** In stock units, as is every other quantity. */
  readonly requested: Decimal;
  readonly schedule: readonly PromiseScheduleLine[];
  /** What is not promised. */
  readonly open: Decimal;
  /** Why that is; `null` where nothing is open. */
  readonly openBecause: PromiseRefusal | null;
  /**
   * The earliest day on which the whole line holds, beside the lines before it; of lines that are tried
   * together, by itself. `null`: none up to the last day.
   */
  readonly earliestFullDate: string | null;
  /** The most of it that holds on the day wanted, likewise; `null`: nothing does. */
  readonly bestPartial: { readonly date: string; readonly quantity: Decimal } | null;
  /**
   * Why the whole line does not hold on the day wanted, beside the lines before it, or together with the
   * others of its request; `null`: it does.
   */
  readonly limit: PromiseLimit | null;
  /** Of what is promised. */
  readonly money: PromiseMoney;
}

/** So much on a day. */
export interface PromiseScheduleLine {
  readonly date: string;
  readonly quantity: Decimal;
  /** `availableToPromise`: no order has to change for it. */
  readonly by: "availableToPromise" | "capableToPromise";
}

/** A demand that is promised. */
export interface BookedPromise {
  /** Its id in the plan: JSON text of `[request, line, n]`, n counting the schedule lines from 0. */
  readonly demand: string;
  readonly request: string;
  /** That of the request; `null` where it names none. */
  readonly record: RequestRecord | null;
  readonly line: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly quantity: Decimal;
  /** The day promised. */
  readonly date: string;
  readonly requestedDate: string;
  readonly customer: string | null;
  readonly customerClass: string | null;
  readonly priority: number | null;
}
