import {
  addWorkingDays,
  type Calendar,
  type Day,
  firstWorkingDay,
  lastWorkingDay,
} from "../../core/index.js";

/** The steps from the day on which a receipt is usable back to the start of its order (T3, T7). */
export interface LeadTimeSteps {
  readonly siteCalendar: Calendar;
  readonly receivingTime: number;
  /** The calendar in which the lead time counts. */
  readonly calendar: Calendar;
  readonly leadTime: number;
  readonly basis: "working" | "calendar";
}

/** Back from a day by a lead time (T3); 0 days is the day itself. */
export function backByLeadTime(steps: LeadTimeSteps, day: Day, leadTime: number): Day {
  if (leadTime === 0) return day;
  return steps.basis === "working"
    ? addWorkingDays(steps.calendar, day, -leadTime)
    : lastWorkingDay(steps.calendar, day - leadTime);
}

/**
 * The day on which an order starts that may start from a day on: calendar days count from a day that
 * works, as backward (T3, K3).
 */
export function startFrom(steps: LeadTimeSteps, day: Day, leadTime: number): Day {
  if (steps.basis === "working" || leadTime === 0) return day;
  return firstWorkingDay(steps.calendar, day);
}

/** Forward from a start by a lead time (T3); 0 days is the day itself (K2). */
export function forwardByLeadTime(steps: LeadTimeSteps, day: Day, leadTime: number): Day {
  if (leadTime === 0) return day;
  return steps.basis === "working"
    ? addWorkingDays(steps.calendar, day, leadTime)
    : firstWorkingDay(steps.siteCalendar, day + leadTime);
}

/** The day on which an order that starts on a day is usable: the receiving site works when it comes (T3). */
export function dueFrom(steps: LeadTimeSteps, start: Day, leadTime = steps.leadTime): Day {
  const delivery = firstWorkingDay(steps.siteCalendar, forwardByLeadTime(steps, start, leadTime));
  return addWorkingDays(steps.siteCalendar, delivery, steps.receivingTime);
}

/** The raw start of an order whose receipt is usable on a day. */
export function startOf(steps: LeadTimeSteps, due: Day, leadTime = steps.leadTime): Day {
  const delivery = addWorkingDays(steps.siteCalendar, due, -steps.receivingTime);
  return backByLeadTime(steps, delivery, leadTime);
}
