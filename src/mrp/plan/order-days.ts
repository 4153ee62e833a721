import { addWorkingDays } from "../../core/index.js";
import { goesOutOn } from "../compile/goes-out.js";
import type { PointSource } from "../compile/model.js";
import { feasibleDatesOf } from "../explain/known-dates.js";
import { startOfRow } from "../sweep/link-needs.js";
import type { PlanState } from "./plan-state.js";

/** The source of a planned order. */
export function sourceOfRow({ model, orders }: PlanState, point: number, row: number): PointSource {
  return model.sources.at(point)[orders.source?.[row] ?? 0]!;
}

/** Start and due day of an order, from T0. */
interface OrderDates {
  readonly start: number;
  readonly due: number;
}

/** Start and due day that an order has in the plan: under `pastDue: "forward"` feasible ones (N11). */
export function datesInPlan(
  state: PlanState,
  point: number,
  row: number,
  repeat: number,
): OrderDates {
  const { model, orders } = state;
  if (model.conventions.pastDue === "forward") {
    const { book } = feasibleDatesOf(state);
    const dates = book.find(point);
    const order = dates === undefined ? 0 : book.numberOf(point, row, repeat);
    if (dates !== undefined && order < dates.count) {
      return { start: dates.start[order]!, due: dates.due[order]! };
    }
  }
  return { start: startOfRow(model, orders, point, row), due: orders.due[row]! };
}

/** Whether orders of a stocking point may have other dates than they were netted with. */
export function mayShift(state: PlanState, point: number): boolean {
  if (state.model.conventions.pastDue !== "forward") return false;
  return feasibleDatesOf(state).book.find(point) !== undefined;
}

interface OrderDays {
  readonly orderDate: number;
  readonly start: number;
  readonly delivery: number;
  readonly due: number;
}

/** T7: order date, start, delivery and due day of an order, as days since 1970. */
export function orderDays(state: PlanState, point: number, row: number, repeat = 0): OrderDays {
  const { model, orders } = state;
  const source = sourceOfRow(state, point, row);
  const { siteCalendar, receivingTime } = source.steps;
  const dates = datesInPlan(state, point, row, repeat);
  const due = dates.due + model.startDay;
  const start = dates.start + model.startDay;
  // What starts later than wanted goes out later, too (K46, K47).
  const isLate =
    (orders.late?.[row] ?? 0) > 0 || dates.start > startOfRow(model, orders, point, row);
  const goesOut = isLate ? undefined : goesOutOn(model, point);
  return {
    orderDate:
      goesOut === undefined
        ? addWorkingDays(siteCalendar, start, -source.releaseTime)
        : model.startDay + goesOut,
    start,
    delivery: addWorkingDays(siteCalendar, due, -receivingTime),
    due,
  };
}
