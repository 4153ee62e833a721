import { addWorkingDays } from "../../core/index.js";
import { forwardByLeadTime } from "./lead-time-steps.js";
import type { PointSource } from "./model.js";

/** The day on which an order placed at a day can be used: release, lead and receiving time (T3, T7). */
export function arrivalOf(
  day: number,
  source: PointSource,
  leadTime = source.steps.leadTime,
): number {
  const { steps, releaseTime } = source;
  const start = addWorkingDays(steps.siteCalendar, day, releaseTime);
  const delivery = forwardByLeadTime(steps, start, leadTime);
  return addWorkingDays(steps.siteCalendar, delivery, steps.receivingTime);
}
