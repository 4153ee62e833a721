import { addWorkingDays, type Day } from "../../core/index.js";
import { dueFrom, startFrom } from "./lead-time-steps.js";
import type { PointSource } from "./model.js";

/**
 * "T0 + lead time" of a source (K3): what takes neither lead nor receiving time is there on the day, also on a
 * day off; anything else comes on a working day of its site (T3).
 */
export function earliestArrivalOf(source: PointSource, startDay: Day): Day {
  const { leadTime, receivingTime } = source.steps;
  const takesNone = leadTime === 0 && receivingTime === 0;
  return takesNone
    ? startForward(source, startDay, leadTime)
    : dueForward(source, startDay, leadTime);
}

/** The day on which an order starts that goes out on a day, and is scheduled forward (K3, T7). */
export function startForward({ steps, releaseTime }: PointSource, day: Day, leadTime: number): Day {
  return startFrom(steps, addWorkingDays(steps.siteCalendar, day, releaseTime), leadTime);
}

/** The day on which an order that goes out on a day, and is scheduled forward, can be used (T3, T7). */
export function dueForward(source: PointSource, day: Day, leadTime: number): Day {
  return dueFrom(source.steps, startForward(source, day, leadTime), leadTime);
}
