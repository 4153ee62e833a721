/**
 * The floor of a day (N3, K6): safety stock as a step function, or the reorder point under minMax;
 * and what counts as falling below it (K4, K7).
 */
import type { Day } from "./calendar.js";
import { isPhasedOut } from "./discontinued.js";
import type { Problem } from "./problem.js";
import { earliestArrival } from "./schedule.js";
import type { StockingPoint } from "./stocking-points.js";

/** Safety stock of the day: the last step not after it; none in a segment. */
function safetyStockOn(point: StockingPoint, day: Day): bigint {
  if (point.segment !== null) {
    return 0n;
  }
  let quantity = 0n;
  for (const step of point.policy.safetySteps) {
    if (step.from <= day) {
      quantity = step.quantity;
    }
  }
  return quantity;
}

export function floorOf(problem: Problem, point: StockingPoint): (day: Day) => bigint {
  const floorOn = lastingFloorOf(problem, point);
  return (day) => (isPhasedOut(problem, point.policy, day) ? 0n : floorOn(day)); // K37
}

function lastingFloorOf(problem: Problem, point: StockingPoint): (day: Day) => bigint {
  const { policy } = point;
  if (policy.phantom) {
    return () => 0n;
  }
  if (policy.method === "minMax") {
    return () => policy.reorderPoint;
  }
  switch (problem.conventions.safetyStock) {
    case "never":
      return () => 0n;
    case "leadTime": {
      const arrival = earliestArrival(problem, policy);
      return (day) => (day < arrival ? 0n : safetyStockOn(point, day));
    }
    default:
      return (day) => safetyStockOn(point, day);
  }
}

/** K7: "atOrBelow" is for common stock, with fixed lots and order-up-to levels. */
export function ordersAtFloor(problem: Problem, point: StockingPoint): boolean {
  return (
    problem.conventions.trigger === "atOrBelow" &&
    point.segment === null &&
    ["fixedOrderQuantity", "orderUpTo"].includes(point.policy.lots.rule)
  );
}

/** Strictly below; at it, too, where {@link ordersAtFloor}. */
export function shortTest(problem: Problem, point: StockingPoint) {
  const atIt = ordersAtFloor(problem, point);
  return (level: bigint, floor: bigint) => (atIt ? level <= floor : level < floor);
}
