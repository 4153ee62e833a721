/**
 * Making planned orders from a shortage (L0, N6, N10, R3): lot by lot the sources are asked, and what
 * each brings becomes an order.
 */
import type { Day } from "./calendar.js";
import { dayText } from "./calendar.js";
import { ordersAtFloor } from "./floor.js";
import type { DatesOf } from "./limited-lots.js";
import { lotOf, TooManyOrders } from "./lots.js";
import { say } from "./messages.js";
import { askLaterPeriods } from "./next-period.js";
import { decimalText } from "./numbers.js";
import type { PlannedOrder } from "./schedule.js";
import type { Asking } from "./source-choice.js";
import { askSources } from "./source-choice.js";
import { freeAlong } from "./stock-lanes.js";
import type { Points, StockingPoint } from "./stocking-points.js";
import type { GrantedCapacity } from "./supplier-capacity.js";
import { capacityLimit } from "./supplier-capacity.js";

/** The orders made so far, in all and by the key of R3. */
export interface OrderBook {
  points: Points;
  count: number;
  byKey: Map<string, number>;
  /** Stocking points without a source so far: one message each (K11). */
  withoutSource: Set<StockingPoint>;
  /** Only when all is planned again by what suppliers have capacity for (K46). */
  capacity?: GrantedCapacity;
}

/** Once for a stocking point (K11). */
export function reportNoSource(
  book: OrderBook,
  point: StockingPoint,
  day: Day,
  shortage: bigint,
): void {
  if (!book.withoutSource.has(point)) {
    book.withoutSource.add(point);
    const quantity = decimalText(shortage, point.policy.decimals);
    say(book.points.problem, point, "noSource", { date: dayText(day), quantity });
  }
}

/** Puts one order to the stocking point. More than `maxOrders` in all are refused (§4). */
function placeOrder(book: OrderBook, point: StockingPoint, order: Omit<PlannedOrder, "id">): void {
  const { problem } = book.points;
  const { item, site, segment } = point;
  if (book.count >= problem.conventions.maxOrders) {
    throw new TooManyOrders(item);
  }
  const parts = [item, site, segment, dayText(order.due), order.source.id];
  const n = book.byKey.get(JSON.stringify(parts)) ?? 0;
  book.byKey.set(JSON.stringify(parts), n + 1);
  book.count += 1;
  const id = JSON.stringify([...parts, n]); // R3
  point.orders.push({ id, ...order });
  if (order.start < problem.startDay) {
    const days = problem.startDay - order.start;
    say(problem, point, "startsInPast", { order: id, start: dayText(order.start), days }); // N6
  }
}

/**
 * Plans `good` for a shortage netted on `day`, lot by lot; returns the good quantity that the orders
 * bring.
 */
export function placeOrders(
  book: OrderBook,
  point: StockingPoint,
  day: Day,
  shortage: bigint,
  good: bigint,
  datesOf: DatesOf,
  atOrBelow = ordersAtFloor(book.points.problem, point),
): bigint {
  if (good <= 0n) {
    return 0n;
  }
  const { points, capacity } = book;
  const { problem } = points;
  const { policy } = point;
  const asking: Asking = {
    policy,
    orders: point.orders,
    datesOf,
    limitOf: (source) => {
      if (source.onlyFromStock) {
        return freeAlong(points, point, source);
      }
      return capacity === undefined ? undefined : capacityLimit(capacity, point, source);
    },
    place: (source, { quantity, startQuantity }, given) => {
      const dates = given ?? datesOf(source, startQuantity);
      const order = { source, quantity, startQuantity, netted: day, wanted: dates.due, ...dates };
      placeOrder(book, point, order);
    },
    mostOrders: problem.conventions.maxOrders - book.count,
  };
  const { lot, isEach } = lotOf(policy, good);
  const isCovered = (sum: bigint) => (atOrBelow ? sum > shortage : sum >= shortage);
  let brought = 0n;
  let left = 0n;
  do {
    left = askSources(asking, lot);
    if (left > 0n && capacity !== undefined) {
      left = askLaterPeriods(problem, asking, point, capacity, left);
    }
    brought += lot - left;
  } while (isEach && left <= 0n && !isCovered(brought));
  if (left > 0n && (brought === 0n || !isCovered(brought))) {
    reportNoSource(book, point, day, shortage - brought);
  }
  return brought;
}
