/**
 * Requirements planning: rows in, an exact multi-level plan out.
 *
 * Input is read and checked once (`input`, `schema`), compiled into columns (`compile`), planned by
 * one sweep from level to level (`sweep`), and everything that a person asks afterwards is a view
 * (`plan`). Builds on `core` (numbers, days, calendars), `bom` (low-level codes), `inventory` (lot
 * rules, buffer zones) and `mps` (forecast consumption, the master schedule). Implements the planning
 * rules T1 – T7, Q1 – Q5, B1 – B8, L0 – L12, N1 – N10, N12, N13, M1, M2 and R3.
 */
export type { PlacedColumns, PlanningColumns } from "./input/columns.js";
export type { PlanningIssue, PlanningIssueCode } from "./input/issues.js";
export type { Attributes } from "./input/problem.js";
export type { PlannedConsumption, PlannedDemand } from "./plan/demand-list.js";
export { lowLevelCodes } from "./plan/levels.js";
export {
  masterSchedule,
  type PlannedMasterSchedule,
  type PlannedMasterScheduleRow,
} from "./plan/master-schedule.js";
export type * from "./plan/message.js";
export { messageText } from "./plan/message-text.js";
export type { PlannedOrder } from "./plan/order-list.js";
export {
  type Plan,
  type PlanOptions,
  type PlanResult,
  planRequirements,
  safePlanRequirements,
} from "./plan/plan.js";
export type { PlanColumns } from "./plan/plan-columns.js";
export { planFromJSON } from "./plan/plan-from-json.js";
export type { PlanJSON } from "./plan/plan-json.js";
export {
  type PlanningRecord,
  type PlanningRecordRow,
  planningRecord,
} from "./plan/record.js";
export type { RecordOptions } from "./plan/record-options.js";
export { type StockingPoint, stockingPoints } from "./plan/stocking-points.js";
export type { PlannedSupply } from "./plan/supply-list.js";
export {
  type PlanningInput,
  planningInputJsonSchema,
  planningInputSchema,
} from "./schema/planning-input.js";
