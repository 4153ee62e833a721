/**
 * One problem in parts, and the plans of the parts as one plan (law 16): what shares no stocking point and
 * no capacity of a supplier is planned apart, in as many processes or machines as there are.
 *
 * Builds on `input` and `compile` (which item-site may need which), `sweep` (the columns of a plan) and
 * `plan`. The host carries parts and decisions from one process to another; nothing here knows of them.
 */
export type { InputPart, PartRows } from "./input-part.js";
export { issuesInWhole } from "./input-part.js";
export { mergePlans } from "./merge-plans.js";
export { type PartitionOptions, partition } from "./partition.js";
export { type PlanDecisions, planDecisions } from "./plan-decisions.js";
