/**
 * What a pipeline may come to: deals come or do not, some of them late. Draws scenarios from a seed or
 * goes through all of them, plans each, and reads off what is needed and what it costs in so many of
 * all cases; calibrates stages and slips by what became of earlier deals. Builds on `demand`, planning
 * and replanning. Implements X1's scenarios (K65).
 */
export * from "./cost-percentiles.js";
export type { DealHistory } from "./deal-history.js";
export { type DrawOptions, drawScenarios } from "./draw-scenarios.js";
export { enumerateScenarios } from "./enumerate-scenarios.js";
export type { CostAmount, MissingPrice } from "./material-cost.js";
export { type PlanScenariosOptions, planScenarios } from "./plan-scenarios.js";
export type * from "./planned-scenarios.js";
export { type RequirementPercentiles, requirementPercentiles } from "./requirement-percentiles.js";
export type { ScenarioDeal, ScenarioPolicy, SlipDays } from "./scenario-deals.js";
export type * from "./scenarios.js";
export * from "./slip-distribution.js";
export * from "./stage-calibration.js";
