/**
 * Lot sizing (L1–L12) and modifiers (L0, Q3, K9): how much good quantity is planned for a
 * shortage, and the pieces in which a source makes it.
 */
import type { Day } from "./calendar.js";
import { endOfMonths, endOfWeeks, workingDaysOn } from "./calendar.js";
import type { DayNeed } from "./cost-problem.js";
import { lotByCost } from "./lot-rules-by-cost.js";
import type { Fraction } from "./numbers.js";
import { ceil, floor, larger, over, smaller, times, upTo } from "./numbers.js";
import type { LotRule, Policy } from "./policy.js";
import type { Problem } from "./problem.js";
import { siteCalendar } from "./problem.js";
import type { Source } from "./sources.js";

export interface Piece {
  quantity: bigint;
  startQuantity: bigint;
}

/** What a run is refused with that would make more than `conventions.maxOrders` orders (§4). */
export class TooManyOrders extends Error {
  readonly code = "tooManyOrders";
  readonly item: string;
  constructor(item: string) {
    super(`The orders of "${item}" would be more than conventions.maxOrders.`);
    this.item = item;
  }
}

/**
 * The first day after the window that begins on `day`: of a period order quantity (L3, K8); a rule by
 * cost looks to the end of the horizon (K34). A discontinued item's ends with its
 * last day, but holds the day of the shortage (K37).
 */
export function endOfWindow(problem: Problem, policy: Policy, day: Day): Day {
  const last = policy.discontinued?.from ?? Infinity;
  return Math.max(day + 1, Math.min(endOfPeriods(problem, policy, day), last));
}

function endOfPeriods(problem: Problem, policy: Policy, day: Day): Day {
  const { days, workingDays, weeks, months, costs } = policy.lots;
  if (costs !== undefined) {
    return problem.horizonDay + 1;
  }
  if (days !== undefined) {
    return day + days;
  }
  if (workingDays !== undefined) {
    // Up to, not including, the (n + 1)-th working day that is not before `day`.
    return workingDaysOn(siteCalendar(problem, policy.site), day - 1, workingDays + 1);
  }
  if (weeks !== undefined) {
    return endOfWeeks(day, weeks, problem.conventions.weekStart);
  }
  return endOfMonths(day, months ?? 1);
}

/** The good quantity to plan. `needs` are what is missing in the window, by day. */
export function goodQuantity(
  lots: LotRule,
  level: bigint,
  shortage: bigint,
  atOrBelow: boolean,
  needs: () => readonly DayNeed[],
): bigint {
  if (lots.costs !== undefined) {
    return lotByCost(lots.rule, lots.costs, needs());
  }
  switch (lots.rule) {
    case "fixedOrderQuantity":
      // K7: under atOrBelow what is covered lies above the floor, so at it one lot is ordered.
      return upTo(atOrBelow ? shortage + 1n : shortage, lots.quantity);
    case "periodOrderQuantity":
      return shortage > 0n ? needs().reduce((sum, need) => sum + need.quantity, 0n) : 0n;
    case "orderUpTo":
      return (lots.orderUpTo ?? 0n) - level;
    default:
      return shortage;
  }
}

/**
 * L0: cut at the maximum, raise to the minimum, up to the multiple; again until the good sum covers
 * it.
 */
export function* modified(good: bigint, yieldRatio: Fraction, source: Source): Generator<Piece> {
  let missing = good;
  while (missing > 0n) {
    let start = ceil(over({ num: missing, den: 1n }, yieldRatio));
    if (source.maximum !== undefined) {
      start = smaller(start, source.maximum);
    }
    start = upTo(larger(start, source.minimum), source.multiple);
    const quantity = floor(times({ num: start, den: 1n }, yieldRatio));
    if (quantity <= 0n) {
      throw new Error("A maximum order has no good part.");
    }
    yield { quantity, startQuantity: start };
    missing -= quantity;
  }
}

/**
 * What is asked of the sources one by one: with `each` every lot for itself (L2, K9), else all of it
 * at once. A buffer is filled up by one order, whatever the lot rule says (K39).
 */
export function lotOf({ lots, method }: Policy, good: bigint): { lot: bigint; isEach: boolean } {
  const isEach = lots.rule === "fixedOrderQuantity" && lots.each && method !== "ddmrp";
  return { lot: isEach ? lots.quantity : good, isEach };
}

/** Whether the limits of the source allow the piece (K11). */
export function takes({ minQuantity, maxQuantity }: Source, startQuantity: bigint): boolean {
  const tooSmall = minQuantity !== undefined && startQuantity < minQuantity;
  const tooLarge = maxQuantity !== undefined && startQuantity > maxQuantity;
  return !tooSmall && !tooLarge;
}

/** What the source brings for `good`, if its modifiers make one order that it takes (K33). */
export function asOneOrder(policy: Policy, source: Source, good: bigint): bigint | undefined {
  const pieces = modified(good, policy.yield, source);
  const first = pieces.next();
  const isOne = !first.done && pieces.next().done === true;
  return isOne && takes(source, first.value.startQuantity) ? first.value.quantity : undefined;
}
