import {
  addWorkingDays,
  type Calendar,
  firstWorkingDay,
  formatDay,
  formatRatio,
  lastWorkingDay,
} from "../../core/index.js";
import { goesOutOn } from "../compile/goes-out.js";
import { forwardByLeadTime, startFrom, startOf } from "../compile/lead-time-steps.js";
import type { PointSource } from "../compile/model.js";
import type { RoutingTime } from "../compile/routing-time.js";
import type { PlanState } from "../plan/plan-state.js";
import { checkedLeadTime } from "../sweep/place-order.js";
import type { DateStep, RoutingDays } from "./explanation-date-steps.js";

/** What the date arithmetic of an order starts from. */
export interface Dated {
  readonly point: number;
  readonly source: PointSource;
  readonly startQuantity: number;
  /** How many days later than wanted its supplier can bring it (K46). */
  readonly daysLate: number;
}

/**
 * T3, T7: back from the day wanted to the receipt, the delivery, the start and the order date.
 *
 * @param wanted - the netting day of the shortage, from T0
 */
export function backwardSteps(state: PlanState, order: Dated, wanted: number): DateStep[] {
  const { startDay } = state.model;
  const { siteCalendar } = order.source.steps;
  const day = wanted + startDay;
  const lastDay = lastWorkingDay(siteCalendar, day);
  const due = Math.max(startDay, lastDay);
  const to = lastDay < startDay ? "planningStart" : "receipt";
  const receipt = mover(siteCalendar, "backward")(to, day, due, day - due);
  return withoutNothing([
    { ...receipt, basis: "calendar" },
    laterStep(order, due),
    ...backFrom(state, order, due + order.daysLate),
  ]);
}

/** Back from the day on which an order is usable to the day on which it is ordered. */
function backFrom(state: PlanState, order: Dated, due: number): DateStep[] {
  const { steps, releaseTime } = order.source;
  const { siteCalendar, receivingTime } = steps;
  const delivery = addWorkingDays(siteCalendar, due, -receivingTime);
  const leadTime = leadTimeOf(state, order);
  const start = startOf(steps, due, leadTime);
  const orderDate = addWorkingDays(siteCalendar, start, -releaseTime);
  const move = mover(siteCalendar, "backward");
  const lead = move("leadTime", delivery, start, leadTime);
  return [
    move("receivingTime", due, delivery, receivingTime),
    { ...lead, ...leadTimeFigures(state, order, "backward") },
    move("releaseTime", start, orderDate, releaseTime),
  ];
}

/**
 * N11, K47: on from a start to the day on which an order is usable; then back from the start to the day on
 * which it is ordered.
 *
 * @param start - as a day since 1970
 */
export function onFromStart(state: PlanState, order: Dated, start: number): DateStep[] {
  const { steps, releaseTime } = order.source;
  const { siteCalendar } = steps;
  const orderDate = addWorkingDays(siteCalendar, start, -releaseTime);
  return withoutNothing([
    ...onByLeadTime(state, order, start),
    mover(siteCalendar, "backward")("releaseTime", start, orderDate, releaseTime),
  ]);
}

/** T3: on by the lead time to a day on which the receiving site works, and by its receiving time. */
function onByLeadTime(state: PlanState, order: Dated, start: number): DateStep[] {
  const { steps } = order.source;
  const { siteCalendar, receivingTime } = steps;
  const leadTime = leadTimeOf(state, order);
  const arrival = forwardByLeadTime(steps, start, leadTime);
  const delivery = firstWorkingDay(siteCalendar, arrival);
  const due = addWorkingDays(siteCalendar, delivery, receivingTime);
  const move = mover(siteCalendar, "forward");
  const next = move("nextWorkingDay", arrival, delivery, delivery - arrival);
  return [
    { ...move("leadTime", start, arrival, leadTime), ...leadTimeFigures(state, order, "forward") },
    { ...next, basis: "calendar" },
    move("receivingTime", delivery, due, receivingTime),
  ];
}

/** K46: on to the day on which the supplier can bring it. */
function laterStep({ source, daysLate }: Dated, due: number): DateStep {
  const move = mover(source.steps.siteCalendar, "forward");
  return { ...move("capacity", due, due + daysLate, daysLate), basis: "calendar" };
}

/**
 * N9, T3: on from the day on which the order goes out to its start, its delivery and its receipt; where
 * its supplier can bring it later only (K46), back from that day to its start.
 *
 * @param due - the day on which it is usable, from T0
 */
export function forwardSteps(state: PlanState, order: Dated, due: number): DateStep[] {
  const { startDay } = state.model;
  const { steps, releaseTime } = order.source;
  const { siteCalendar } = steps;
  if (order.daysLate > 0) {
    return withoutNothing([
      laterStep(order, due + startDay - order.daysLate),
      ...backFrom(state, order, due + startDay),
    ]);
  }
  const later = goesOutOn(state.model, order.point)!;
  const placed = startDay + later;
  const move = mover(siteCalendar, "forward");
  const placement = { ...move("placement", startDay, placed, later), basis: "calendar" } as const;
  const released = addWorkingDays(siteCalendar, placed, releaseTime);
  const start = startFrom(steps, released, leadTimeOf(state, order));
  const starting = mover(steps.calendar, "forward")(
    "startingDay",
    released,
    start,
    start - released,
  );
  return withoutNothing([
    placement,
    move("releaseTime", placed, released, releaseTime),
    { ...starting, basis: "calendar" },
    ...onByLeadTime(state, order, start),
  ]);
}

const ALWAYS_TOLD: ReadonlySet<DateStep["move"]> = new Set([
  "receipt",
  "planningStart",
  "leadTime",
]);

/** What leads to the receipt, and the lead time, are always told, what else there is when it takes days. */
function withoutNothing(steps: readonly DateStep[]): DateStep[] {
  return steps.filter(({ move, days }) => ALWAYS_TOLD.has(move) || days > 0);
}

function mover(calendar: Calendar, direction: DateStep["direction"]) {
  return (move: DateStep["move"], from: number, to: number, days: number): DateStep => ({
    step: "date",
    move,
    direction,
    from: formatDay(from),
    to: formatDay(to),
    days,
    basis: "working",
    calendar: calendar.id,
    perUnit: null,
    routing: null,
  });
}

function leadTimeOf({ model }: PlanState, { point, source, startQuantity }: Dated): number {
  return checkedLeadTime(model, point, source, startQuantity);
}

function leadTimeFigures(
  { model }: PlanState,
  { point, source, startQuantity }: Dated,
  direction: DateStep["direction"],
) {
  const { basis, siteCalendar } = source.steps;
  // Forward by days of any kind it is the receiving site that must work (T3).
  const isSites = direction === "forward" && basis === "calendar";
  const calendar = isSites ? siteCalendar : source.steps.calendar;
  const { decimals } = model.problem.items[model.points.item[point]!]!;
  const { leadTimePerCount: perCount } = source;
  const perUnit =
    perCount === undefined
      ? null
      : formatRatio({ num: perCount.num * 10n ** BigInt(decimals), den: perCount.den });
  const time = source.routingTime;
  const routing = time === undefined ? null : routingDays(time, startQuantity);
  return { calendar: calendar.id, basis, perUnit, routing };
}

/** K54: what a lead time from a routing is made of. */
function routingDays(time: RoutingTime, startQuantity: number): RoutingDays {
  const parts = time.partsOf(startQuantity);
  const { id, operations } = time.routing;
  return {
    id,
    operations: parts.way.map((place) => operations[place]!.id),
    queue: formatRatio(parts.queueDays),
    setup: formatRatio(parts.setupDays),
    run: formatRatio(parts.runDays),
    teardown: formatRatio(parts.teardownDays),
    waitAndMove: formatRatio(parts.waitMoveDays),
    subcontract: formatRatio(parts.subcontractDays),
    days: formatRatio(parts.exactDays),
  };
}
