/**
 * Routings on their own: when a work centre works, what an operation takes, when an order is done.
 *
 * Open time of work centres with shifts, breaks and exceptions to the minute (K51); routings with
 * their operations, times and loads by quantity (K53); the lead time that follows from them (K54);
 * and the dates of one order's operations, backward from its end or forward from its start, without
 * regard for other orders (K55). Rules C2 and C3. Builds on the core alone and knows nothing of plans.
 * Arguments are checked by hand, and all mistakes of a call are refused at once with a
 * `PlanningInputError`. Hours go in and come out exactly; minutes are whole.
 */

export { ALWAYS_OPEN } from "./always-open.js";
export { type AvailableCapacityInput, availableCapacity } from "./available-capacity.js";
export { hoursADay } from "./hours-a-day.js";
export { makeRouting } from "./make-routing.js";
export { makeWorkTime } from "./make-work-time.js";
export { NoWorkTime } from "./no-work-time.js";
export { openHours } from "./open-hours.js";
export { type OpenInterval, openIntervals, shiftSpans } from "./open-intervals.js";
export { minuteOfOpen, openMinutesUpTo, startOfOpen } from "./open-minutes.js";
export type * from "./operation-dates.js";
export type { OperationRates } from "./operation-rates.js";
export type * from "./operation-time.js";
export { type OperationTime, operationTimes } from "./operation-times.js";
export { withOvertime } from "./overtime.js";
export type * from "./routing.js";
export { type RoutingLeadTime, routingLeadTime } from "./routing-lead-time.js";
export type { RoutingLookups } from "./routing-lookups.js";
export { scheduleBackward } from "./schedule-backward.js";
export { scheduleForward } from "./schedule-forward.js";
export type * from "./shift.js";
export { shiftAt, shiftBefore } from "./shift-at.js";
export {
  type RemainingWork,
  type TimedOperationsOptions,
  timedOperations,
} from "./timed-operations.js";
export {
  makeWorkCenter,
  type SetupChange,
  type WorkCenter,
  type WorkCenterInput,
} from "./work-center.js";
export type { WorkTime } from "./work-time.js";
