/**
 * Substitutes by free stock (B5, B7, K36): when the preferred component is planned, each need of a
 * line with substitutes goes whole to the first of them, itself foremost, whose free stock covers it
 * on its day. When none does, it stays where it is.
 */
import type { Day } from "./calendar.js";
import { readDay } from "./calendar.js";
import { kindOfSupply, sourceOfFirm } from "./firm-source.js";
import { floorOf } from "./floor.js";
import type { Movements } from "./free-stock.js";
import { freeOn } from "./free-stock.js";
import { compare, compareNeeds, nettingDay } from "./needs.js";
import { ceil, compareText, over } from "./numbers.js";
import { backward } from "./schedule.js";
import type { Need, Points, StockingPoint, Substitute } from "./stocking-points.js";
import { ownDay, pointAt } from "./stocking-points.js";

/** What firm transfers take of a point where they stand: they were granted it before (B7, K44). */
function takenByFirm(points: Points, shipping: StockingPoint): { day: Day; quantity: bigint }[] {
  const { problem } = points;
  const { startDay, horizonDay } = problem;
  const receiving = [...points.all.values()].filter(
    ({ item, segment }) => item === shipping.item && segment === shipping.segment,
  );
  return receiving.flatMap((point) =>
    point.supplies.flatMap((supply) => {
      const { row, open } = supply;
      if (row.firm !== true || kindOfSupply(row) !== "transfer") {
        return [];
      }
      const source = sourceOfFirm(points, point, supply);
      if (source.from !== shipping.site) {
        return [];
      }
      const { policy } = point;
      const quantity = ceil(over({ num: open, den: 1n }, policy.yield));
      const due = ownDay(problem, supply);
      const { start } = backward(problem, policy, source, due, quantity);
      const own = Math.max(startDay, row.start === undefined ? start : readDay(row.start));
      return own > horizonDay ? [] : [{ day: nettingDay(problem, shipping, { own }), quantity }];
    }),
  );
}

/** What is there of a point that is planned later, and needed of it (B7, K36). */
function knownMovements(points: Points, point: StockingPoint): Movements {
  const { problem } = points;
  const { startDay, horizonDay } = problem;
  const needs = point.needs.filter((need) => need.kind !== "dependent" && need.own <= horizonDay);
  return {
    from: startDay,
    to: horizonDay,
    arrivals: [
      ...point.stock.map((lot) => ({ ...lot, day: lot.availableFrom })),
      ...point.supplies.map((supply) => ({ ...supply, day: ownDay(problem, supply) })),
    ],
    needs: [
      ...needs.map((need) => ({
        day: nettingDay(problem, point, need),
        quantity: need.quantity,
      })),
      ...takenByFirm(points, point),
      ...point.granted,
    ],
    floorOn: floorOf(problem, point),
  };
}

/** What is free of a point that is planned later (B7). */
export function freeStock(points: Points, point: StockingPoint, day: Day): bigint {
  return freeOn(knownMovements(points, point), day);
}

/** The same for two lines only if they are alike. */
function compareSubstitutes(a: readonly Substitute[], b: readonly Substitute[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i];
    if (other === undefined) {
      return 1;
    }
    const difference =
      one.priority - other.priority ||
      compareText(one.item, other.item) ||
      compare(one.quantity, other.quantity);
    if (difference !== 0) {
      return difference;
    }
  }
  return a.length - b.length;
}

/** T2: by parent order; lines of one order by what they need, not by where they stand (law 4). */
function compareTakers(a: Need, b: Need): number {
  return (
    compareNeeds(a, b) ||
    compare(a.quantity, b.quantity) ||
    compare(a.own, b.own) ||
    compareSubstitutes(a.substitutes ?? [], b.substitutes ?? [])
  );
}

/** Grants the need from the free stock of the point, if that covers it. */
function grant(points: Points, point: StockingPoint, need: Need): boolean {
  const day = nettingDay(points.problem, point, need);
  if (freeStock(points, point, day) < need.quantity) {
    return false;
  }
  point.granted.push({ day, quantity: need.quantity });
  return true;
}

/** Sends the need to its first substitute that covers it; returns whether one does. */
function sendToSubstitute(points: Points, { site, segment }: StockingPoint, need: Need): boolean {
  const { substitutes, ...plain } = need;
  for (const { item, quantity } of substitutes ?? []) {
    const substitute = pointAt(points, item, site, segment);
    const instead = { ...plain, quantity };
    if (quantity > 0n && grant(points, substitute, instead)) {
      substitute.needs.push(instead);
      return true;
    }
  }
  return false;
}

/** Settles the needs of lines with substitutes, before anything of the point is netted. */
export function settleSubstitutes(points: Points, point: StockingPoint): void {
  const { problem } = points;
  const dayOf = (need: Need) => nettingDay(problem, point, need);
  const takers = point.needs
    .filter((need) => need.substitutes !== undefined && need.own <= problem.horizonDay)
    .sort((a, b) => dayOf(a) - dayOf(b) || compareTakers(a, b));
  for (const need of takers) {
    if (!grant(points, point, need) && sendToSubstitute(points, point, need)) {
      point.needs = point.needs.filter((other) => other !== need);
    }
  }
}
