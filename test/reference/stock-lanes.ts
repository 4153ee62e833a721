/**
 * Transfers from stock alone (`onlyFromStock`, B7, K44): what is free at the site that ships, whether
 * it is planned after the one that asks or before it, and what is taken of it.
 */
import type { Day } from "./calendar.js";
import { floorOf } from "./floor.js";
import type { Limit } from "./limited-lots.js";
import { nettingDay } from "./needs.js";
import { larger, smaller } from "./numbers.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import type { OrderDates } from "./schedule.js";
import type { Source } from "./sources.js";
import type { Need, OpenSupply, Points, StockingPoint } from "./stocking-points.js";
import { isScheduled } from "./stocking-points.js";
import { freeStock } from "./substitutes.js";

const sumOf = (rows: readonly { quantity: bigint }[]) =>
  rows.reduce((sum, row) => sum + row.quantity, 0n);

/** Adds a dependent need, also to a stocking point that is planned already. */
export function addNeed({ problem }: Points, point: StockingPoint, need: Need): void {
  point.needs.push(need);
  if (point.planned && need.own <= problem.horizonDay) {
    const day = nettingDay(problem, point, need);
    point.gross.set(day, (point.gross.get(day) ?? 0n) + need.quantity);
  }
}

/**
 * From which day on an open supply counts as spare: not before the day it is drawn for, since a message
 * may say to defer it, and never when none says to leave it where it is.
 */
function sparesFrom(problem: Problem, { policy }: StockingPoint, supply: OpenSupply): Day {
  const byPosition = policy.method === "reorderPoint" || policy.method === "ddmrp";
  const never = problem.conventions.rescheduling === "never" && !isScheduled(supply);
  const stands = never || supply.row.frozen === true;
  if (byPosition || stands) {
    return supply.landing;
  }
  return supply.wanted === undefined ? Infinity : Math.max(supply.landing, supply.wanted);
}

/** By day, what a planned point has above its floor when orders come on the days wanted. */
export function spareByDay(problem: Problem, point: StockingPoint): Map<Day, bigint> {
  const floorOn = floorOf(problem, point);
  const spare = new Map<Day, bigint>();
  const from = (supply: OpenSupply) => sparesFrom(problem, point, supply);
  const isLeftOut = (supply: OpenSupply) => from(supply) === Infinity;
  let level = 0n;
  for (let day = problem.startDay; day <= problem.horizonDay; day++) {
    level += sumOf(point.stock.filter(({ availableFrom }) => availableFrom === day));
    level += sumOf(point.supplies.filter((supply) => from(supply) === day));
    level += sumOf(point.coProducts.filter((received) => received.day === day));
    level += sumOf(point.orders.filter(({ wanted }) => wanted === day));
    level -= (point.gross.get(day) ?? 0n) + (point.expired.get(day) ?? 0n);
    // What was never there does not leave either.
    level += sumOf(
      point.supplies.filter((one) => isLeftOut(one) && Math.max(one.expires, one.landing) === day),
    );
    spare.set(day, level - floorOn(day));
  }
  return spare;
}

/** The least that a planned point has to spare on the day and all later ones. */
function leastSpare({ horizonDay }: Problem, { spare }: StockingPoint, day: Day): bigint {
  let least = spare.get(day) ?? 0n;
  for (let later = day + 1; later <= horizonDay; later++) {
    least = smaller(least, spare.get(later) ?? 0n);
  }
  return least;
}

/** What the lane of a stocking point may give, by the day on which the transfer starts. */
export function freeAlong(points: Points, { item, segment }: StockingPoint, lane: Source): Limit {
  const { problem } = points;
  const shipping =
    lane.from === undefined ? undefined : points.all.get(key(item, lane.from, segment));
  const needOf = ({ start }: OrderDates) => ({ own: Math.max(problem.startDay, start) });
  const freeFor = (dates: OrderDates): bigint => {
    const need = needOf(dates);
    if (shipping === undefined || shipping.policy.phantom || need.own > problem.horizonDay) {
      return 0n;
    }
    const day = nettingDay(problem, shipping, need);
    const free = shipping.planned
      ? leastSpare(problem, shipping, day)
      : freeStock(points, shipping, day);
    return larger(0n, free);
  };
  return {
    fits: (startQuantity, dates) => startQuantity <= freeFor(dates),
    take: (quantity, dates) => {
      if (shipping === undefined) {
        throw new Error("A site without the item ships nothing.");
      }
      const day = nettingDay(problem, shipping, needOf(dates));
      if (shipping.planned) {
        for (const [later, spare] of shipping.spare) {
          shipping.spare.set(later, later < day ? spare : spare - quantity);
        }
      } else {
        shipping.granted.push({ day, quantity });
      }
    },
  };
}
