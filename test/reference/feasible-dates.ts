/**
 * Feasible dates (N11, K47): when orders can really start and come in, and when needs are
 * really covered, from stock, open supply and lead times. Found on demand, from what a need is
 * pegged to (K48) down to the last purchase.
 */
import type { Day } from "./calendar.js";
import { shiftWorkingDays, workingDaysOn } from "./calendar.js";
import { sourceOfFirm } from "./firm-source.js";
import { ownLines } from "./needs.js";
import { ceil, compareText, over } from "./numbers.js";
import type { PegNeed, PegSupply, PointPegs } from "./pegs.js";
import type { Problem } from "./problem.js";
import { siteCalendar } from "./problem.js";
import type { PlannedOrder } from "./schedule.js";
import { firstStart, receiptFrom } from "./schedule.js";
import type { Source } from "./sources.js";
import type { OpenSupply, Origin, Points, StockingPoint } from "./stocking-points.js";
import { comesOn, isScheduled } from "./stocking-points.js";

/** What never comes. */
export const NEVER: Day = Infinity;

/** A planned or a firm order. */
export interface Made {
  point: StockingPoint;
  origin: Origin;
  planned?: PlannedOrder;
  firm?: OpenSupply;
}

export interface Feasible {
  /** Without the needs that never come. */
  start: Day;
  due: Day;
  /** It waits for something that never comes. */
  never: boolean;
  /** The need that set its start, if one did. */
  setBy?: PegNeed;
}

export interface FeasibleDates {
  orders: ReadonlyMap<Origin, Made>;
  of: (origin: Origin) => Feasible;
  /** The day on which a supply is really there. */
  dayOf: (supply: PegSupply) => Day;
  /** The day on which all that a need is pegged to is really there. */
  thereOn: (need: PegNeed) => Day;
  /** The latest of the day given and what the needs below allow. */
  startAfter: (origin: Origin, earliest: Day) => Omit<Feasible, "due">;
}

/** A need below an order, with the stocking point at which it stands. */
interface Below {
  point: StockingPoint;
  need: PegNeed;
}

function ordersOf(points: readonly StockingPoint[]): Map<Origin, Made> {
  const orders = new Map<Origin, Made>();
  for (const point of points) {
    for (const planned of point.orders) {
      if (planned.origin !== undefined) {
        orders.set(planned.origin, { point, origin: planned.origin, planned });
      }
    }
    for (const firm of point.supplies) {
      if (firm.origin !== undefined) {
        orders.set(firm.origin, { point, origin: firm.origin, firm });
      }
    }
  }
  return orders;
}

/** All needs below each order, in the order of item, site, segment, day. */
function needsBelow(pegged: readonly PointPegs[]): Map<Origin, Below[]> {
  const below = new Map<Origin, Below[]>();
  for (const { point, needs } of pegged) {
    for (const need of needs) {
      const origin = need.need?.origin;
      if (origin !== undefined && need.quantity > 0n) {
        below.set(origin, [...(below.get(origin) ?? []), { point, need }]);
      }
    }
  }
  for (const needs of below.values()) {
    needs.sort(
      (a, b) =>
        compareText(a.point.item, b.point.item) ||
        compareText(a.point.site, b.point.site) ||
        compareText(a.point.segment, b.point.segment) ||
        a.need.day - b.need.day,
    );
  }
  return below;
}

export function feasibleDates(points: Points, pegged: readonly PointPegs[]): FeasibleDates {
  const { problem } = points;
  const { startDay } = problem;
  const orders = ordersOf(pegged.map(({ point }) => point));
  const below = needsBelow(pegged);
  const known = new Map<Origin, Feasible>();
  const waiting = new Set<Origin>();

  function dayOf({ of, day }: PegSupply): Day {
    switch (of.kind) {
      case "stock":
        return day;
      case "supply":
        return of.supply.origin === undefined
          ? plannedDay(of.supply, day)
          : arrivalOf(of.supply.origin);
      case "coProduct":
        return arrivalOf(of.origin);
      case "order":
        return of.order.origin === undefined ? day : arrivalOf(of.order.origin);
    }
  }

  function plannedDay(supply: OpenSupply, day: Day): Day {
    return isScheduled(supply) ? comesOn(problem, supply) : day;
  }

  function arrivalOf(origin: Origin): Day {
    if (waiting.has(origin)) {
      return NEVER; // it waits for itself
    }
    const { due, never } = feasible(origin);
    return never ? NEVER : due;
  }

  function thereOn({ pegs, uncovered }: PegNeed): Day {
    const last = pegs.reduce((latest, { supply }) => Math.max(latest, dayOf(supply)), -Infinity);
    return uncovered > 0n ? NEVER : last;
  }

  /** No start before this day because of the need; undefined when it is there as wanted. */
  function boundBy({ site }: Origin, { need }: Below): Day | undefined {
    const there = thereOn(need);
    const works = siteCalendar(problem, site);
    let bound: Day | undefined;
    for (const { own, offset } of need.need === undefined ? [] : ownLines(need.need)) {
      if (there > own) {
        const start = there === NEVER ? NEVER : shiftWorkingDays(works, there, -offset);
        bound = Math.max(bound ?? start, start);
      }
    }
    return bound;
  }

  function startAfter(origin: Origin, earliest: Day, needs: readonly Below[]) {
    let start = earliest;
    let setBy: PegNeed | undefined;
    let missing: PegNeed | undefined;
    for (const one of needs) {
      const bound = boundBy(origin, one) ?? start;
      if (bound === NEVER) {
        missing ??= one.need;
      } else if (bound > start) {
        start = bound;
        setBy = one.need;
      }
    }
    const last = missing ?? setBy;
    return { start, never: missing !== undefined, ...(last === undefined ? {} : { setBy: last }) };
  }

  function feasible(origin: Origin): Feasible {
    const before = known.get(origin);
    if (before !== undefined) {
      return before;
    }
    const made = orders.get(origin);
    if (made === undefined) {
      throw new Error("Only an order has feasible dates.");
    }
    waiting.add(origin);
    const { policy } = made.point;
    const released = workingDaysOn(
      siteCalendar(problem, policy.site),
      startDay,
      policy.releaseTime,
    );
    const raw = origin.wantedStart ?? origin.start;
    const { source, startQuantity } = howItComes(points, made);
    const workedFrom = (day: Day) => firstStart(problem, policy, source, startQuantity, day);
    // An order that starts in time keeps its day.
    const alone = raw < released ? workedFrom(released) : raw;
    const { start: allowed, ...rest } = startAfter(origin, alone, below.get(origin) ?? []);
    const start = allowed > alone ? workedFrom(allowed) : alone;
    const due = dueAsPlanned(problem, made);
    const arrival = () => receiptFrom(problem, policy, source, startQuantity, start);
    const result = { start, due: start === raw ? due : Math.max(due, arrival()), ...rest };
    waiting.delete(origin);
    known.set(origin, result);
    return result;
  }

  for (const origin of orders.keys()) {
    feasible(origin);
  }
  return {
    orders,
    of: feasible,
    dayOf,
    thereOn,
    startAfter: (origin, earliest) => startAfter(origin, earliest, below.get(origin) ?? []),
  };
}

function dueAsPlanned(problem: Problem, { planned, firm }: Made): Day {
  return planned?.due ?? (firm === undefined ? NEVER : comesOn(problem, firm));
}

/** The source of an order, and how much it starts. */
function howItComes(
  points: Points,
  { point, planned, firm }: Made,
): { source: Source; startQuantity: bigint } {
  if (planned !== undefined) {
    return planned;
  }
  if (firm === undefined) {
    throw new Error("An order is planned or firm.");
  }
  const startQuantity = ceil(over({ num: firm.quantity, den: 1n }, point.policy.yield));
  return { source: sourceOfFirm(points, point, firm), startQuantity };
}
