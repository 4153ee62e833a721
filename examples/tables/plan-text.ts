import type { Plan, PlanningInput } from "../../src/index.js";
import { bomTrees } from "./bom-trees.js";
import { messageTable } from "./messages.js";
import { orderTable } from "./orders.js";
import { recordTables } from "./records.js";

const MOST_ROWS = 40;
const MOST_RECORDS = 12;

/** Which parts of a plan to show; all of them when left out. */
export interface Shown {
  readonly trees?: boolean;
  /** Only the records of these items. */
  readonly records?: readonly string[];
}

/**
 * A plan as text: the trees of its bills of material, its orders, its messages and its planning
 * records, parted by empty lines.
 */
export function planText(input: PlanningInput, plan: Plan, shown: Shown = {}): string {
  const none = plan.orders.length === 0 ? "Nothing has to be ordered." : "";
  const silent = plan.messages.length === 0 ? "No messages." : "";
  const parts = [
    [`Planned from ${plan.startDate} to ${plan.horizonEnd}.`],
    ...(shown.trees === false ? [] : bomTrees(input)),
    none === "" ? orderTable(plan, MOST_ROWS) : [none],
    silent === "" ? messageTable(plan, MOST_ROWS) : [silent],
    ...recordTables(plan, MOST_RECORDS, shown.records),
  ];
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}
