/**
 * `pastDue: "forward"` (N11, K47): planned orders take their feasible start and due day. What was
 * netted stays; only dates and ids shift.
 */
import { dayText, workingDaysBack } from "./calendar.js";
import type { FeasibleDates, Made } from "./feasible-dates.js";
import type { Problem } from "./problem.js";
import { siteCalendar } from "./problem.js";
import type { StockingPoint } from "./stocking-points.js";

function takeDates(problem: Problem, dates: FeasibleDates, { point, origin, planned }: Made): void {
  const { start, due } = dates.of(origin);
  if (planned === undefined || start === planned.start) {
    return;
  }
  const { site, receivingTime, releaseTime } = point.policy;
  const works = siteCalendar(problem, site);
  planned.start = start;
  planned.due = due;
  planned.orderDate = workingDaysBack(works, start, releaseTime);
  planned.deliveryDate = workingDaysBack(works, due, receivingTime);
}

/** R3 by the due days that the orders have now. Returns the new id of each old one. */
function nameAnew(points: readonly StockingPoint[]): Map<string, string> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { item, site, segment, orders } of points) {
    for (const order of orders) {
      const parts = [item, site, segment, dayText(order.due), order.source.id];
      const key = JSON.stringify(parts);
      const n = counts.get(key) ?? 0;
      counts.set(key, n + 1);
      const id = JSON.stringify([...parts, n]);
      names.set(order.id, id);
      order.id = id;
      if (order.origin !== undefined) {
        order.origin.id = id;
      }
    }
  }
  return names;
}

/** Shifts the plan; the feasible dates must all be known before. */
export function takeFeasibleDates(
  problem: Problem,
  points: readonly StockingPoint[],
  dates: FeasibleDates,
): void {
  for (const made of dates.orders.values()) {
    takeDates(problem, dates, made);
  }
  for (const point of points) {
    for (const received of point.coProducts) {
      const lead = dates.orders.get(received.origin)?.planned;
      received.day = lead?.due ?? received.day;
    }
  }
  const names = nameAnew(points);
  const messages = problem.messages.filter(({ code }) => code !== "startsInPast");
  problem.messages.length = 0;
  for (const message of messages) {
    const { order } = message;
    const namesPlanned = typeof order === "string" && !problem.ofSupplies.has(message);
    const name = namesPlanned ? names.get(order) : undefined;
    problem.messages.push(name === undefined ? message : { ...message, order: name });
  }
}
