import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { ParameterRow } from "./parameter-row.js";
import type { Item } from "./problem.js";

const PHANTOM_HAS_NONE = [
  "leadTime",
  "leadTimePerUnit",
  "receivingTime",
  "releaseTime",
  "safetyStock",
  "safetyTime",
  "yield",
  "minimumOrder",
  "orderMultiple",
  "maximumOrder",
  "orderUnit",
  "planningTimeFence",
] as const;

/** B3: a phantom has no orders, so nothing that shapes orders can be meant for it. */
export function refusePhantomParameters(context: Context, item: Item, from: ParameterRow): void {
  const refuse = (field: string): void => {
    const message = `The ${field} of item ${show(item.id)} contradicts that it is a phantom: a phantom has no orders. Leave it out, or make the item no phantom.`;
    context.issues.add("contradiction", from.pathOf(field), message);
  };
  for (const field of PHANTOM_HAS_NONE) {
    const value = from.row[field];
    const idle = value === undefined || value === 0 || (field === "yield" && value === 1);
    if (!idle) refuse(field);
  }
  if (from.row.leadTimeBasis === "routing") refuse("leadTimeBasis");
  if (from.row.method !== undefined && from.row.method !== "mrp") refuse("method");
  if (from.row.lotSizing !== undefined && from.row.lotSizing.rule !== "lotForLot") {
    refuse("lotSizing");
  }
}
