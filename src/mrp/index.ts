/**
 * Requirements planning: rows in, an exact multi-level plan out.
 *
 * Input is read and checked once (`input`, `schema`), compiled into columns (`compile`), planned by
 * one sweep from level to level (`sweep`), and everything that a person asks afterwards is a view
 * (`plan`, `explain`, `movements`), or planned again (`replan`, `promise`). Large plans are made in parts
 * (`partition`) or by several threads (`parallel`). Builds on `core` (numbers, days, calendars), `bom` (low-level codes), `inventory` (lot
 * rules, buffer zones) and `mps` (forecast consumption, the master schedule). Implements the planning
 * rules T1 – T7, Q1 – Q5, B1 – B8, L0 – L12, N1 – N13, P1 – P3, M1, M2 and R1 – R3.
 */
export * from "./explain/index.js";
export type { PlacedColumns, PlanningColumns } from "./input/columns.js";
export type { PlanningIssue, PlanningIssueCode } from "./input/issues.js";
export type { Attributes, PriceBreak, PriceList, Tool } from "./input/problem.js";
export * from "./movements/index.js";
export type { PlanningNotes } from "./parallel/notes.js";
export { type PlanningShare, sharePlanning } from "./parallel/planning-share.js";
export type { SharedPlanMemory } from "./parallel/shared-memory.js";
export * from "./partition/index.js";
export { type CapacityModel, capacityModel } from "./plan/capacity-model.js";
export type { PlannedConsumption, PlannedDemand } from "./plan/demand-list.js";
export { lowLevelCodes } from "./plan/levels.js";
export {
  masterSchedule,
  type PlannedMasterSchedule,
  type PlannedMasterScheduleRow,
} from "./plan/master-schedule.js";
export type * from "./plan/message.js";
export { messageText } from "./plan/message-text.js";
export type { OpenProduction } from "./plan/open-production.js";
export type { PlannedOrder } from "./plan/order-list.js";
export type { OrderPrice } from "./plan/order-price.js";
export {
  type Plan,
  type PlanOptions,
  type PlanResult,
  planRequirements,
  planSteps,
  safePlanRequirements,
} from "./plan/plan.js";
export type { PlanColumns } from "./plan/plan-columns.js";
export { planFromJSON } from "./plan/plan-from-json.js";
export type { PlanJSON } from "./plan/plan-json.js";
export type { PlanProgress } from "./plan/plan-steps.js";
export {
  type PlanningRecord,
  type PlanningRecordRow,
  planningRecord,
} from "./plan/record.js";
export type { RecordOptions } from "./plan/record-options.js";
export { type StockingPoint, stockingPoints } from "./plan/stocking-points.js";
export type { PlannedSupply } from "./plan/supply-list.js";
export * from "./promise/index.js";
export { carryOut, type RescheduleMessage } from "./replan/carry-out.js";
export { changeInput } from "./replan/changed-input.js";
export type { DemandDifference } from "./replan/compare-demands.js";
export type { MessageDifference } from "./replan/compare-messages.js";
export type { OrderChange, OrderDifference } from "./replan/compare-order-changes.js";
export { type CompareOptions, comparePlans, type PlanComparison } from "./replan/compare-plans.js";
export type { ItemDifference, PeriodDifference } from "./replan/compare-sums.js";
export type { SupplyDifference } from "./replan/compare-supplies.js";
export { comparisonText } from "./replan/comparison-text.js";
export {
  type ChangeCosts,
  type DampedPlan,
  type DampingDecision,
  dampPlan,
} from "./replan/damp-plan.js";
export { type FreezeOptions, freezeOrders } from "./replan/freeze-orders.js";
export {
  type NervousItem,
  type Nervousness,
  type NervousnessOptions,
  type NervousPeriod,
  nervousness,
} from "./replan/nervousness.js";
export type { Booking, PlanChanges, RowChanges } from "./replan/plan-changes.js";
export { planInput } from "./replan/plan-input.js";
export type { Only } from "./replan/plan-scope.js";
export { type ReplanOptions, replan } from "./replan/replan.js";
export {
  type PlanningInput,
  type PlanningList,
  type PlanningRow,
  planningInputJsonSchema,
  planningInputSchema,
} from "./schema/planning-input.js";
