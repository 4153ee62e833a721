import type { Decimal } from "../../core/index.js";
import type { ExactNumber } from "../exact-argument.js";
import type { DatedQuantity } from "../schedule/bucket-totals.js";

/** What `promiseProfile` is made of: one item's stock, what comes in and what is promised. */
export interface PromiseProfileInput {
  /** T0, `"YYYY-MM-DD"`: nothing is promised before it. */
  readonly startDate: string;
  /** Stock on T0, in units; it may be negative. 0 when left out. */
  readonly onHand?: ExactNumber | undefined;
  /** What the master schedule and open orders bring, on its day, in any order. */
  readonly supply: readonly DatedQuantity[];
  /** What is promised already, on its day, in any order; forecasts are not. */
  readonly orders: readonly DatedQuantity[];
  /** The first day from which on everything can be had; none when left out. */
  readonly infiniteSupplyFence?: string | undefined;
  /** How many days before T0 supply still counts, on T0; all of it when left out. */
  readonly pastDueSupplyDays?: number | undefined;
  /** How many days before T0 an order still counts, on T0; all of them when left out. */
  readonly pastDueOrderDays?: number | undefined;
  /** How fine the quantities are, 0 to 9; as fine as the finest when left out. */
  readonly decimals?: number | undefined;
}

/** A promise: so much on a day, in units. */
export interface DatedPromise {
  /** `"YYYY-MM-DD"`. */
  readonly date: string;
  /** Above 0. */
  readonly quantity: ExactNumber;
}

/** One delivery of an order that comes in parts. */
export interface PartialDelivery {
  /** `"YYYY-MM-DD"`. */
  readonly date: string;
  /** In units. */
  readonly quantity: Decimal;
}

/** An order in as few and as early parts as can be promised. */
export interface PartialDeliveries {
  readonly deliveries: readonly PartialDelivery[];
  /** What cannot be promised on any day, in units. */
  readonly open: Decimal;
}

/**
 * What of one item can be promised when, prepared so that each question and each booking takes a time
 * that grows with the logarithm of the horizon. It never changes: booking gives another profile.
 */
export interface PromiseProfile {
  readonly startDate: string;
  /** Quantities are whole 10^-decimals. */
  readonly decimals: number;
  /** What was past due for longer than counts, in units. */
  readonly ignored: { readonly supply: Decimal; readonly orders: Decimal };

  /**
   * How much can be promised for a day: the least of stock, receipts and orders over it and all later
   * days, in units, not below 0; `"unlimited"` from the infinite-supply fence on.
   *
   * @throws PlanningInputError when the date is none, or before T0
   */
  promiseQuantity(date: string): Decimal | "unlimited";

  /**
   * The earliest day for which a quantity can be promised whole.
   *
   * @param quantity - in units, above 0
   * @param notBefore - the earliest day that is wanted; T0 when left out
   * @returns `"YYYY-MM-DD"`, or `undefined` when it never can
   * @throws PlanningInputError when an argument is wrong
   */
  promiseDate(quantity: ExactNumber, notBefore?: string): string | undefined;

  /**
   * What can be delivered on each day when an order may come in parts: all that can be promised for the
   * day wanted, then for later ones.
   *
   * @param quantity - in units, above 0
   * @param notBefore - the day that is wanted; T0 when left out
   * @throws PlanningInputError when an argument is wrong
   */
  promiseParts(quantity: ExactNumber, notBefore?: string): PartialDeliveries;

  /**
   * The profile with a promise taken.
   *
   * @throws PlanningInputError (`contradiction`) when it is more than `promiseQuantity` of its day: it
   * would break an earlier promise
   */
  book(promise: DatedPromise): PromiseProfile;

  /**
   * The profile without a promise that was booked in it.
   *
   * @throws PlanningInputError (`contradiction`) when less than that is booked on the day
   */
  release(promise: DatedPromise): PromiseProfile;
}
