/**
 * The master schedule on its own: what forecast is left beside orders, what is built, what may be
 * promised.
 *
 * Functions over plain series, each useful alone: consumption of forecast by orders, disaggregation,
 * and measures of forecasts (`forecast/`, rules D1 and D5); the grid with its fences, zones, rates and
 * options (`schedule/`, D2 and D4); available-to-promise and promises (`promise/`, D3 and X3). Builds on
 * the core, on the bills of material for planning bills, and on the lot-sizing rules of the inventory
 * folder. Quantities are exact and come out as `Decimal`; figures of statistics
 * are floating-point numbers. Arguments are checked by hand, and all mistakes of a call are refused at
 * once with a `PlanningInputError`.
 */
export type { MasterScheduleIssueCode } from "./argument.js";
export type { WorkingDays } from "./calendar-argument.js";
export * from "./forecast/combine-forecasts.js";
export * from "./forecast/consume-forecast.js";
export type * from "./forecast/consumed-forecast.js";
export type * from "./forecast/consumption-input.js";
export type {
  ConsumptionMode,
  ConsumptionRules,
  CountedConsumption,
  CountedForecast,
  CountedOrder,
  CountedPeriod,
  CountedRemainder,
  ForecastAccount,
} from "./forecast/counted-forecast.js";
export * from "./forecast/delphi-estimate.js";
export * from "./forecast/disaggregate-family.js";
export * from "./forecast/disaggregate-period.js";
export * from "./forecast/forecast-accuracy.js";
export * from "./forecast/forecast-by-planning-bill.js";
export { consumeForecastCounts, forecastSteps } from "./forecast/forecast-consumption.js";
export * from "./forecast/orders-beside-forecast.js";
export * from "./forecast/reduce-forecast.js";
export type { AtpMethod } from "./promise/atp-counts.js";
export {
  type AvailableQuantity,
  type AvailableToPromiseInput,
  availableToPromise,
} from "./promise/available-to-promise.js";
export * from "./promise/backward-promise.js";
export * from "./promise/profile-contract.js";
export * from "./promise/promise-profile.js";
export {
  type BucketTotals,
  type BucketTotalsInput,
  bucketTotals,
  type DatedQuantity,
} from "./schedule/bucket-totals.js";
export {
  type CountedBucket,
  type DateBucket,
  type DateBucketsInput,
  dateBuckets,
} from "./schedule/date-bucket.js";
export type { MasterScheduleInput } from "./schedule/grid-argument.js";
export * from "./schedule/master-schedule-grid.js";
export * from "./schedule/option-forecast.js";
export type { ScheduleLotSizing } from "./schedule/proposed-quantities.js";
export * from "./schedule/rate-based-schedule.js";
export * from "./schedule/regroup-schedule.js";
export * from "./schedule/schedule-changes.js";
export {
  type TimeFence,
  type TimeFences,
  type TimeFencesInput,
  timeFences,
} from "./schedule/time-fences.js";
export { type Zone, zoneOn } from "./schedule/zone.js";
