/**
 * From a plan to a finite schedule and back: the orders of a plan loaded on its work centres with their
 * material, the dates that come of it fed into the plan, again and again until both agree.
 *
 * Builds on `finite` (the loading) and on the pegs of the plan: an order waits for the orders that make
 * its material. Rule C4.
 */
export { applySchedule } from "./apply-schedule.js";
export type * from "./plan-schedule.js";
export {
  type CapacityPlanOptions,
  type PlanWithCapacity,
  planWithCapacity,
  type ScheduleDifference,
  type ScheduledDays,
} from "./plan-with-capacity.js";
export type { ScheduleOptions } from "./schedule-options.js";
export { scheduleOrders } from "./schedule-orders.js";
