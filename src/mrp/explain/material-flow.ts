import type { Calendar, Day } from "../../core/index.js";

/** How long an order takes once it is started, without regard for capacity (T3, T7). */
export interface MaterialLeadTime {
  readonly days: number;
  /** Whether these are working days of `calendar`, or all days. */
  readonly basis: "working" | "calendar";
  readonly calendar: Calendar;
  /** Working days of its site before its start, for the paper work. */
  readonly releaseTime: number;
  /** The start of what may start from a day on: calendar days count from a day of `calendar` (K3). */
  startFrom(day: Day): Day;
  /** The delivery of what starts on a day. */
  deliveryOf(start: Day): Day;
  /** The start of what is delivered on a day. */
  startOf(delivery: Day): Day;
}

/**
 * Which orders and supplies wait for which, and when each is there: the single-level pegs of a plan
 * (P1) with what dates need of them, in columns. The n-th of `plan.orders` has the number n, the n-th
 * of `plan.supplies` the number `orders + n`. Days count from 1970-01-01.
 */
export interface MaterialFlow {
  readonly orders: number;
  readonly supplies: number;
  /** How many pegs there are. */
  readonly length: number;
  /** What takes the material: an order or supply, or −1 − n for the n-th of `plan.demands`. */
  readonly taker: Int32Array;
  /** The order or supply that brings it; −1: stock, or nothing. */
  readonly giver: Int32Array;
  /** When it is there (N11); Infinity: never. */
  readonly day: Float64Array;
  /** 1 where a planned order brings it by the day wanted, and might be ordered for an earlier one. */
  readonly movable: Uint8Array;
  /** Working days of the taker's site from its start to its need. */
  readonly offset: Int32Array;
  /** The due day of a demand, of a forecast that is spread over days that of the part; else NaN. */
  readonly due: Float64Array;
  /** In counts of 10^-decimals of the item that is taken. */
  readonly quantity: Float64Array;
  /** By the n-th of `plan.demands`: its priority, Infinity for none. */
  readonly priority: Float64Array;
  /** The calendar of the site at which an order or supply is received. */
  calendarOf(number: number): Calendar;
  /** Working days there from the receipt to the first use. */
  receivingTime(number: number): number;
  /** `undefined` for a supply that is no firm order: its day stands. */
  leadTime(number: number): MaterialLeadTime | undefined;
  /** The start of a supply whose dates were decided by a schedule (K57). */
  scheduledStart(number: number): Day | undefined;
}
