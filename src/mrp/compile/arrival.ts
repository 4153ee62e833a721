import { addWorkingDays, type Day } from "../../core/index.js";
import { dueFrom, forwardByLeadTime, startFrom } from "./lead-time-steps.js";
import type { PointSource } from "./model.js";

/** "T0 + lead time" of a source: release, lead and receiving time, one after the other (K3). */
export function earliestArrivalOf(source: PointSource, startDay: Day): Day {
  const { steps } = source;
  const start = startForward(source, startDay, steps.leadTime);
  const delivery = forwardByLeadTime(steps, start, steps.leadTime);
  return addWorkingDays(steps.siteCalendar, delivery, steps.receivingTime);
}

/** The day on which an order starts that goes out on a day, and is scheduled forward (K3, T7). */
export function startForward({ steps, releaseTime }: PointSource, day: Day, leadTime: number): Day {
  return startFrom(steps, addWorkingDays(steps.siteCalendar, day, releaseTime), leadTime);
}

/** The day on which an order that goes out on a day, and is scheduled forward, can be used (T3, T7). */
export function dueForward(source: PointSource, day: Day, leadTime: number): Day {
  return dueFrom(source.steps, startForward(source, day, leadTime), leadTime);
}
