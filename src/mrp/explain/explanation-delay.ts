import { startForward } from "../compile/arrival.js";
import { leadTimeFor } from "../compile/firm-orders.js";
import { datesInPlan } from "../plan/order-days.js";
import type { OrderPlace } from "../plan/order-index.js";
import type { PlanState } from "../plan/plan-state.js";
import { startOfRow } from "../sweep/link-needs.js";
import type { DateStep, DelayStep } from "./explanation-date-steps.js";
import { type Dated, onFromStart } from "./explanation-dates.js";
import { figuresOf } from "./explanation-figures.js";
import { explainedLimit } from "./explanation-limit.js";
import { feasibleDatesOf } from "./known-dates.js";

/**
 * N11: under `pastDue: "forward"` the later start that the order takes, and on from there; nothing where it
 * keeps its days.
 */
export function delaySteps(
  state: PlanState,
  { point, row, repeat }: OrderPlace,
  order: Dated,
): (DelayStep | DateStep)[] {
  const { model, orders } = state;
  const planned = startOfRow(model, orders, point, row);
  const { start } = datesInPlan(state, point, row, repeat);
  if (start === planned) return [];
  const { date } = figuresOf(state, point);
  const leadTime = leadTimeFor(order.source, order.startQuantity);
  const earliest = startForward(order.source, model.startDay, leadTime);
  const { book } = feasibleDatesOf(state);
  const limit = book.limitOf(point, book.numberOf(point, row, repeat))!;
  return [
    {
      step: "delay",
      from: date(planned),
      earliest: date(earliest - model.startDay),
      to: date(start),
      due: date(orders.due[row]!),
      limit: explainedLimit(state, limit),
    },
    ...onFromStart(state, order, start + model.startDay),
  ];
}
