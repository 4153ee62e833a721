/** The method reorderPoint (N9, K14): at T0, one order when the stock position lies below the point. */
import { coProductLots } from "./co-products.js";
import { ordersAtFloor, shortTest } from "./floor.js";
import { goodQuantity } from "./lots.js";
import type { OrderBook } from "./place-orders.js";
import { placeOrders } from "./place-orders.js";
import type { Problem } from "./problem.js";
import { forward } from "./schedule.js";
import type { StockingPoint } from "./stocking-points.js";

/**
 * N9: stock + all open supply − allocations − components still to be issued − past-due demand
 * (K14).
 */
function positionOf(problem: Problem, point: StockingPoint): bigint {
  const { startDay } = problem;
  const stock = point.stock.filter(
    (lot) => lot.expires > startDay && lot.expires > lot.availableFrom,
  );
  const owed = point.needs.filter(
    (need) =>
      need.kind === "allocation" ||
      need.kind === "component" ||
      (need.kind === "demand" && !need.forecast && need.own < startDay),
  );
  const sum = (rows: readonly { quantity: bigint }[]) =>
    rows.reduce((total, row) => total + row.quantity, 0n);
  const coProducts = coProductLots(problem, point).map(({ lot }) => lot);
  return sum(stock) + sum(point.supplies) + sum(coProducts) - sum(owed);
}

export function planReorderPoint(book: OrderBook, point: StockingPoint): void {
  const { problem } = book.points;
  const { policy } = point;
  const position = positionOf(problem, point);
  if (shortTest(problem, point)(position, policy.reorderPoint)) {
    const shortage = policy.reorderPoint - position;
    const good = goodQuantity(
      policy.lots,
      position,
      shortage,
      ordersAtFloor(problem, point),
      () => [{ day: problem.startDay, quantity: shortage }],
    );
    placeOrders(book, point, problem.startDay, shortage, good, (source, startQuantity) =>
      forward(problem, policy, source, startQuantity),
    );
  }
}
