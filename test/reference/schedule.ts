/**
 * The dates of an order (T3, T7): backward from the day of receipt, forward from T0 (K3), and which
 * source an order gets (N10, K11).
 */
import type { Day } from "./calendar.js";
import {
  firstWorkingDayNotBefore,
  lastWorkingDayNotAfter,
  workingDaysBack,
  workingDaysOn,
} from "./calendar.js";
import { routingLeadTime } from "./capacity/routing-lead-time.js";
import type { Fraction } from "./numbers.js";
import { ceil, inStockUnits, plus, times } from "./numbers.js";
import type { Policy } from "./policy.js";
import type { Problem } from "./problem.js";
import { leadTimeCalendar, siteCalendar } from "./problem.js";
import type { Source } from "./sources.js";
import type { Origin } from "./stocking-points.js";

export interface OrderDates {
  orderDate: Day;
  start: Day;
  deliveryDate: Day;
  due: Day;
}

export interface PlannedOrder extends OrderDates {
  id: string;
  source: Source;
  /** The good quantity that becomes stock, and what is started for it (Q3). */
  quantity: bigint;
  startQuantity: bigint;
  /** The day whose shortage it covers. */
  netted: Day;
  /** The day of receipt wanted; `due` is later when the supplier has no capacity before (K46). */
  wanted: Day;
  /** Once it is exploded: what its needs below come from. */
  origin?: Origin;
}

/** The fixed lead time, or that of the routing (K54). */
function ownLeadTime(
  problem: Problem,
  policy: Policy,
  source: Source,
  startQuantity: bigint,
): Fraction {
  const quantity = inStockUnits(startQuantity, policy.decimals);
  const byRouting =
    source.basis === "routing"
      ? routingLeadTime(problem, policy, source.routing, quantity)
      : undefined;
  return byRouting ?? { num: BigInt(source.leadTime), den: 1n };
}

/** With the part per unit, together rounded up to a whole day. */
function leadTimeDays(
  problem: Problem,
  policy: Policy,
  source: Source,
  startQuantity: bigint,
): number {
  const variable = times(policy.leadTimePerUnit, inStockUnits(startQuantity, policy.decimals));
  return Number(ceil(plus(ownLeadTime(problem, policy, source, startQuantity), variable)));
}

/** In whole days, of no quantity. */
export function fixedLeadTime(problem: Problem, policy: Policy, source: Source): number {
  return Number(ceil(ownLeadTime(problem, policy, source, 0n)));
}

export function backward(
  problem: Problem,
  policy: Policy,
  source: Source,
  due: Day,
  startQuantity: bigint,
): OrderDates {
  const site = siteCalendar(problem, policy.site);
  const calendar = leadTimeCalendar(problem, policy.site, source);
  const days = leadTimeDays(problem, policy, source, startQuantity);
  const deliveryDate = workingDaysBack(site, due, policy.receivingTime);
  let start = deliveryDate;
  if (days > 0) {
    start =
      source.basis !== "calendar"
        ? workingDaysBack(calendar, deliveryDate, days)
        : lastWorkingDayNotAfter(calendar, deliveryDate - days);
  }
  return { orderDate: workingDaysBack(site, start, policy.releaseTime), start, deliveryDate, due };
}

/** When an order begins that may begin from a day on: nobody counts calendar days from a day off (K3). */
export function firstStart(
  problem: Problem,
  policy: Policy,
  source: Source,
  startQuantity: bigint,
  from: Day,
): Day {
  const takesNone = leadTimeDays(problem, policy, source, startQuantity) === 0;
  if (source.basis !== "calendar" || takesNone) {
    return from;
  }
  return firstWorkingDayNotBefore(leadTimeCalendar(problem, policy.site, source), from);
}

/** From T0, or a later day, on: release time, lead time, receiving time (T3). */
export function forward(
  problem: Problem,
  policy: Policy,
  source: Source,
  startQuantity: bigint,
  from: Day = problem.startDay,
): OrderDates {
  const site = siteCalendar(problem, policy.site);
  const released = workingDaysOn(site, from, policy.releaseTime);
  const start = firstStart(problem, policy, source, startQuantity, released);
  const deliveryDate = deliveryFrom(problem, policy, source, startQuantity, start);
  const due = workingDaysOn(site, deliveryDate, policy.receivingTime);
  return { orderDate: from, start, deliveryDate, due };
}

/** L days on from a start, then to the next working day of the receiving site (T3). */
function deliveryFrom(
  problem: Problem,
  policy: Policy,
  source: Source,
  startQuantity: bigint,
  start: Day,
): Day {
  const calendar = leadTimeCalendar(problem, policy.site, source);
  const days = leadTimeDays(problem, policy, source, startQuantity);
  const done = source.basis !== "calendar" ? workingDaysOn(calendar, start, days) : start + days;
  return firstWorkingDayNotBefore(siteCalendar(problem, policy.site), done);
}

/** When an order that starts on a day later than planned comes in (T3, N11). */
export function receiptFrom(
  problem: Problem,
  policy: Policy,
  source: Source,
  startQuantity: bigint,
  start: Day,
): Day {
  const deliveryDate = deliveryFrom(problem, policy, source, startQuantity, start);
  return workingDaysOn(siteCalendar(problem, policy.site), deliveryDate, policy.receivingTime);
}

export function isValidOn(source: Source, day: Day): boolean {
  return source.validFrom <= day && day < source.validTo;
}

/** The first source in the order of N10 that is valid on T0; the first one if none is (K3). */
export function firstSource(problem: Problem, { sources }: Policy): Source | undefined {
  return sources.find((candidate) => isValidOn(candidate, problem.startDay)) ?? sources[0];
}

/**
 * "T0 + lead time": the earliest day on which a new order can be there (K3). What takes neither lead nor
 * receiving time is there on the day, working or not; anything else comes on a working day (T3).
 */
export function earliestArrival(problem: Problem, policy: Policy): Day {
  const source = firstSource(problem, policy);
  if (source === undefined) {
    return problem.startDay;
  }
  const takesNone = leadTimeDays(problem, policy, source, 0n) === 0 && policy.receivingTime === 0;
  const { start, due } = forward(problem, policy, source, 0n);
  return takesNone ? start : due;
}

/** The day of receipt for a need: the last working day not after it, never before T0 (T3). */
export function receiptDay(problem: Problem, policy: Policy, need: Day): Day {
  const day = lastWorkingDayNotAfter(siteCalendar(problem, policy.site), need);
  return Math.max(day, problem.startDay);
}

/** The first working day from T0 + n on; T0 without a fence (N8, K5). */
export function endOfFence(problem: Problem, policy: Policy): Day {
  return policy.fenceDays === 0
    ? problem.startDay
    : firstWorkingDayNotBefore(
        siteCalendar(problem, policy.site),
        problem.startDay + policy.fenceDays,
      );
}

/** The dates of a new order for a shortage netted on `day` (T3). */
export function datesFor(problem: Problem, { policy }: { policy: Policy }, day: Day) {
  const due = receiptDay(problem, policy, day);
  return (source: Source, startQuantity: bigint): OrderDates =>
    backward(problem, policy, source, due, startQuantity);
}
