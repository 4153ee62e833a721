/**
 * Transfers from stock alone (`onlyFromStock`, B7, K44): what is free at the site that ships, whether
 * it is planned after the one that asks or before it, and what is taken of it.
 */
import type { Day } from "./calendar.js";
import { floorOf } from "./floor.js";
import type { Movements } from "./free-stock.js";
import { freeOn } from "./free-stock.js";
import type { Limit } from "./limited-lots.js";
import { nettingDay } from "./needs.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import type { OrderDates } from "./schedule.js";
import type { Source } from "./sources.js";
import type { Need, OpenSupply, Points, StockingPoint } from "./stocking-points.js";
import { isScheduled } from "./stocking-points.js";
import { freeStock } from "./substitutes.js";

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

/** What comes to a planned point, and is needed of it, when orders come on the days wanted. */
export function spareMovements(problem: Problem, point: StockingPoint): Movements {
  const from = (supply: OpenSupply) => sparesFrom(problem, point, supply);
  return {
    from: problem.startDay,
    to: problem.horizonDay,
    arrivals: [
      ...point.stock.map((lot) => ({ ...lot, day: lot.availableFrom })),
      ...point.supplies.map((supply) => ({ ...supply, day: from(supply) })),
      ...point.coProducts.map(({ day, quantity }) => ({ day, quantity, expires: Infinity })),
      ...point.orders.map(({ wanted, quantity }) => ({
        day: wanted,
        quantity,
        expires: Infinity,
      })),
    ],
    needs: [...point.gross].map(([day, quantity]) => ({ day, quantity })),
    floorOn: floorOf(problem, point),
  };
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
    return shipping.spare !== undefined
      ? freeOn(shipping.spare, day)
      : freeStock(problem, shipping, day);
  };
  return {
    fits: (startQuantity, dates) => startQuantity <= freeFor(dates),
    take: (quantity, dates) => {
      if (shipping === undefined) {
        throw new Error("A site without the item ships nothing.");
      }
      const day = nettingDay(problem, shipping, needOf(dates));
      (shipping.spare?.needs ?? shipping.granted).push({ day, quantity });
    },
  };
}
