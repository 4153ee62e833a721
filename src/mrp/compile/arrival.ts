import { addWorkingDays, type Day } from "../../core/index.js";
import { dueFrom, forwardByLeadTime } from "./lead-time-steps.js";
import type { PointSource } from "./model.js";

/** "T0 + lead time" of a source: release, lead and receiving time, one after the other (K3). */
export function earliestArrivalOf({ steps, releaseTime }: PointSource, startDay: Day): Day {
  const start = addWorkingDays(steps.siteCalendar, startDay, releaseTime);
  const delivery = forwardByLeadTime(steps, start, steps.leadTime);
  return addWorkingDays(steps.siteCalendar, delivery, steps.receivingTime);
}

/** The day on which an order that goes out on a day, and is scheduled forward, can be used (T3, T7). */
export function dueForward({ steps, releaseTime }: PointSource, day: Day, leadTime: number): Day {
  return dueFrom(steps, addWorkingDays(steps.siteCalendar, day, releaseTime), leadTime);
}
