/**
 * Resizing open supply (K33, M1): the last supply that is drawn for a shortage grows instead of a
 * new order, and one that lifts stock above an order-up-to level shrinks. The plan counts what the
 * messages propose.
 */
import type { Day } from "./calendar.js";
import { ordersAtFloor } from "./floor.js";
import { firstSourceFor } from "./lots.js";
import type { Resize, WalkState } from "./netting.js";
import type { Problem } from "./problem.js";
import { datesFor } from "./schedule.js";
import type { OpenSupply, StockingPoint } from "./stocking-points.js";

/** The lot that the rule gives for a shortage, before modifiers. */
export type LotFor = (day: Day, level: bigint, shortage: bigint, state: WalkState) => bigint;

/** A released production or subcontract order has drawn its components; what is shipped has left. */
function isResizable({ row }: OpenSupply): boolean {
  return row.frozen !== true && (row.kind === "purchase" || row.firm === true);
}

/** The good quantity of `total` ordered anew for `day`, if that makes exactly one order. */
function asOneOrder(
  problem: Problem,
  point: StockingPoint,
  day: Day,
  total: bigint,
): bigint | undefined {
  const atFloor = ordersAtFloor(problem, point);
  const dates = datesFor(problem, point, day);
  const chosen = firstSourceFor(point.policy, total, total, atFloor, 1, dates);
  return chosen === undefined || chosen.more ? undefined : chosen.pieces[0]?.quantity;
}

/** `fence` is the first day on which something new may arrive. */
export function resizing(
  problem: Problem,
  point: StockingPoint,
  fence: Day,
  lotFor: LotFor,
): Resize {
  const { lots } = point.policy;
  return {
    less: (supply, day, before) => {
      const level = lots.orderUpTo ?? 0n;
      const wanted = level - before;
      const above = before + supply.quantity > level;
      if (lots.rule !== "orderUpTo" || !isResizable(supply) || !above || wanted <= 0n) {
        return undefined;
      }
      const good = asOneOrder(problem, point, day, wanted);
      return good !== undefined && good < supply.quantity ? good : undefined;
    },
    // What stays inside the fence does not grow; what a message moves out of it may.
    mayGrow: (supply, day) => {
      const due = Math.max(supply.due, problem.startDay);
      const stays = due < fence && day - due <= point.policy.deferTolerance;
      return isResizable(supply) && !stays;
    },
    more: (supply, day, level, shortage, state) => {
      if (lots.rule === "fixedOrderQuantity" && lots.each) return undefined;
      const lot = lotFor(day, level, shortage, state);
      // At the floor (K7) a level that is reached asks for nothing.
      return lot > 0n ? asOneOrder(problem, point, day, supply.quantity + lot) : undefined;
    },
  };
}
