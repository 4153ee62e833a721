/**
 * When demands are really covered (N11, K47): each demand within the horizon, and each day's part of
 * a forecast, with how much of it is late.
 */
import type { Day } from "./calendar.js";
import type { FeasibleDates } from "./feasible-dates.js";
import { NEVER } from "./feasible-dates.js";
import { compareNeeds } from "./needs.js";
import type { PegNeed, PointPegs } from "./pegs.js";
import type { Need, StockingPoint } from "./stocking-points.js";

export interface DatedDemand {
  point: StockingPoint;
  need: Need;
  /** {@link NEVER} for never. */
  date: Day;
  /** How much of it is there only after its own due day. */
  late: bigint;
  /** What it waits for longest; undefined when nothing but T0 holds it up. */
  last?: PegNeed;
}

/** What of a need is there only after the day `own`. */
function lateOf({ dayOf }: FeasibleDates, { pegs, uncovered }: PegNeed, own: Day): bigint {
  const late = pegs.filter(({ supply }) => dayOf(supply) > own);
  return late.reduce((sum, { quantity }) => sum + quantity, uncovered);
}

function datedDemand(
  dates: FeasibleDates,
  point: StockingPoint,
  pegged: PegNeed,
): DatedDemand | undefined {
  const { need } = pegged;
  if (need?.kind !== "demand" || pegged.quantity === 0n) {
    return undefined;
  }
  const late = lateOf(dates, pegged, need.own);
  return { point, need, date: dates.thereOn(pegged), late, last: pegged };
}

/** Demand on a phantom is like an order that starts on its due day (K16). */
function datedOnPhantom(
  dates: FeasibleDates,
  startDay: Day,
  { point, needs }: PointPegs,
  { need, given, origin }: StockingPoint["passedOn"][number],
): DatedDemand {
  const ofStock = needs.find(
    (one) => one.quantity > 0n && one.need?.id === need.id && one.need.own === need.own,
  );
  const { start, never, setBy } = dates.startAfter(origin, Math.max(startDay, need.own));
  const passedOn = never ? NEVER : start;
  const stocked = ofStock === undefined ? -Infinity : dates.thereOn(ofStock);
  const last = stocked > passedOn || setBy === undefined ? ofStock : setBy;
  const isPassedOnLate = setBy !== undefined || startDay > need.own;
  return {
    point,
    need,
    date: Math.max(stocked, passedOn),
    late:
      (ofStock === undefined ? 0n : lateOf(dates, ofStock, need.own)) +
      (isPassedOnLate ? need.quantity - given : 0n),
    ...(last === undefined ? {} : { last }),
  };
}

/** In the order of the points, then of T2; what is beyond the horizon is not judged. */
export function datedDemands(
  dates: FeasibleDates,
  startDay: Day,
  pegged: readonly PointPegs[],
): DatedDemand[] {
  const dayOf = (need: Need) => Math.max(startDay, need.own);
  return pegged.flatMap((one) => {
    const { point, needs } = one;
    const passedOn = point.passedOn
      .filter(({ need }) => need.quantity > 0n)
      .sort((a, b) => dayOf(a.need) - dayOf(b.need) || compareNeeds(a.need, b.need));
    return point.policy.phantom
      ? passedOn.map((row) => datedOnPhantom(dates, startDay, one, row))
      : needs.flatMap((need) => datedDemand(dates, point, need) ?? []);
  });
}
