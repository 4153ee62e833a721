/**
 * Phantoms (B3, K16): no orders of their own. Stock and open supply of a phantom go first, to its
 * needs in the order of T2, in whole 10^-decimals; what is left of each need explodes on, exact and
 * unrounded.
 */
import { explode } from "./bill.js";
import type { Day } from "./calendar.js";
import { compareNeeds, reportBeyond } from "./needs.js";
import {
  compareFractions,
  floor,
  fraction,
  inStockUnits,
  minus,
  powerOfTen,
  smaller,
  times,
} from "./numbers.js";
import type { Lot } from "./pool.js";
import { emptyPool, endDay, expire, levelOf, owe, receive } from "./pool.js";
import type { Origin, PhantomNeed, Points, StockingPoint } from "./stocking-points.js";

/** K16: a need of its own counts as one order that starts on its due day. */
function ownNeeds(points: Points, point: StockingPoint): PhantomNeed[] {
  const { problem } = points;
  const inside = point.needs.filter((need) => need.own <= problem.horizonDay);
  reportBeyond(problem, point, point.needs);
  const onDay = (own: Day) => Math.max(own, problem.startDay);
  inside.sort((a, b) => onDay(a.own) - onDay(b.own) || compareNeeds(a, b));
  return inside.map((need, sequence) => {
    const origin: Origin = {
      id: need.id,
      item: point.item,
      site: point.site,
      segment: point.segment,
      start: need.own,
      judged: onDay(need.own),
      firm: false,
      sequence,
    };
    return {
      need,
      amount: inStockUnits(need.quantity, point.policy.decimals),
      offset: 0,
      origin,
    };
  });
}

/** All needs by day, each day in the order of T2. */
function needsByDay(points: Points, point: StockingPoint): Map<Day, PhantomNeed[]> {
  const all = [...ownNeeds(points, point), ...point.phantomNeeds];
  const byDay = new Map<Day, PhantomNeed[]>();
  for (const one of all) {
    const day = Math.max(one.need.own, points.problem.startDay);
    byDay.set(day, [...(byDay.get(day) ?? []), one]);
  }
  for (const ofDay of byDay.values()) {
    ofDay.sort(
      (a, b) =>
        compareNeeds(a.need, b.need) || compareFractions(a.amount, b.amount) || a.offset - b.offset,
    );
  }
  return byDay;
}

/** Stock and open supply by the day they count on. */
function arrivalsByDay(point: StockingPoint): Map<Day, Lot[]> {
  const byDay = new Map<Day, Lot[]>();
  const add = (day: Day, lot: Lot) => byDay.set(day, [...(byDay.get(day) ?? []), lot]);
  for (const lot of point.stock) {
    add(lot.availableFrom, lot);
  }
  for (const supply of point.supplies) {
    add(supply.landing, supply);
  }
  return byDay;
}

export function planPhantom(points: Points, point: StockingPoint): void {
  const scale = powerOfTen(point.policy.decimals);
  const needs = needsByDay(points, point);
  const arrivals = arrivalsByDay(point);
  // Ignored stock is no part of the plan: it gives nothing and nothing is said of it.
  const ignored = points.problem.conventions.phantomStock === "ignore";
  const expiries = [...arrivals.values()].flat().map((lot) => lot.expires);
  const days = new Set([...needs.keys(), ...arrivals.keys(), ...expiries]);
  const pool = emptyPool();
  for (const day of [...days].filter(Number.isFinite).sort((a, b) => a - b)) {
    const stale = (arrivals.get(day) ?? []).filter((lot) => lot.expires <= day);
    receive(
      pool,
      (arrivals.get(day) ?? []).filter((lot) => lot.expires > day),
    );
    const gone = stale.reduce((sum, lot) => sum + lot.quantity, expire(pool, day));
    if (gone > 0n && !ignored) {
      point.expired.set(day, gone);
    }
    for (const { need, amount, offset, origin } of needs.get(day) ?? []) {
      const inside = day <= points.problem.horizonDay; // N12
      const free = levelOf(pool) > 0n && inside && !ignored ? levelOf(pool) : 0n;
      const used = smaller(free, floor(times(amount, scale)));
      owe(pool, used);
      point.gross.set(day, (point.gross.get(day) ?? 0n) + used);
      point.netted.push({ day, need: { ...need, quantity: used } });
      if (need.kind === "demand") {
        point.passedOn.push({ need, given: used, origin });
      }
      const left = minus(amount, times(fraction(used, 1n), powerOfTen(-point.policy.decimals)));
      if (left.num > 0n) {
        const { item, site } = point;
        explode(points, { item, site, componentSite: site, amount: left, offset, origin });
      }
    }
    endDay(pool);
  }
}
