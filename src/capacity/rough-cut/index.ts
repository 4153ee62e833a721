/**
 * Rough cut: whether a master schedule, or a plan, fits into what there is of each resource, before
 * anything is scheduled. By overall factors, capacity bills and resource profiles (rule C1, K58), from
 * series by period or from the orders of a plan; bills and profiles are given, or derived from bills of
 * material and routings.
 */
export * from "./capacity-bill.js";
export type { CostingLotOrigin } from "./costing-lot.js";
export * from "./derive-bills.js";
export type { CostingLotInput, ScheduledItem, TakenLot } from "./derived-loads.js";
export * from "./overall-factors.js";
export type { ResourceInput, ResourceKind } from "./resource.js";
export {
  type ResourceProfileRow,
  type ResourceProfilesInput,
  roughCutByProfiles,
} from "./resource-profile.js";
export * from "./rough-cut.js";
export type { RoughCut, RoughCutLoad, RoughCutOutside, RoughCutRow } from "./rough-cut-result.js";
export type { SchedulePeriod, ScheduleRow } from "./schedule-argument.js";
