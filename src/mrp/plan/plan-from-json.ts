import { PlanningInputError } from "../../core/index.js";
import type { PlanningColumns } from "../input/columns.js";
import { show } from "../input/issues.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { type Plan, planRequirements } from "./plan.js";
import type { PlanJSON } from "./plan-json.js";

/**
 * Reads a plan that `JSON.stringify(plan)` wrote.
 *
 * The plan is made again from the input that it carries, its messages too, and must come out order by
 * order as it was saved: orders that were changed on their way are refused, not believed.
 *
 * @param json - what `JSON.parse` returned, or a text
 * @returns the same plan
 * @throws PlanningInputError when it is no saved plan, or does not come out the same
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", items: [{ id: "wheel", onHand: -3 }] };
 * const copy = planFromJSON(JSON.stringify(planRequirements(input)));
 * copy.orders.at(0)?.quantity.toNumber(); // => 3
 * ```
 */
export function planFromJSON(json: unknown): Plan {
  const saved = typeof json === "string" ? parse(json) : json;
  const given = saved as Partial<PlanJSON> | null;
  if (typeof saved !== "object" || given === null || given.format !== "orlicky.plan") {
    throw refused("invalidType", [], 'This is no saved plan: it has no format "orlicky.plan".');
  }
  if (given.version !== 1) {
    const message = `The version (${show(given.version)}) of this saved plan must be 1.`;
    throw refused("invalidType", ["version"], message);
  }
  const columns = given.columns === undefined ? undefined : columnsFrom(given.columns);
  const plan = planRequirements(
    given.input as PlanningInput,
    columns === undefined ? {} : { columns },
  );
  const orders: readonly unknown[] = Array.isArray(given.orders) ? given.orders : [];
  for (let k = 0; k < Math.max(plan.orders.length, orders.length); k++) {
    if (sameOrder(plan.orders.at(k), orders[k])) continue;
    const message = `Order ${k} of this saved plan is not what its input leads to. Plan again from the input.`;
    throw refused("contradiction", ["orders", k], message);
  }
  return plan;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused("invalidType", [], "This text is no JSON.");
  }
}

function refused(code: string, path: (string | number)[], message: string): PlanningInputError {
  return new PlanningInputError([{ code, path, message }]);
}

/** Equal when both are written alike. */
function sameOrder(made: unknown, saved: unknown): boolean {
  const plain = (value: unknown): string => JSON.stringify(value) ?? "";
  return plain(made) === plain(saved);
}

function columnsFrom(json: NonNullable<PlanJSON["columns"]>): PlanningColumns {
  const columns: { -readonly [List in keyof PlanningColumns]: PlanningColumns[List] } = {};
  for (const list of ["demands", "supplies", "stock"] as const) {
    const rows = json[list];
    if (rows === undefined) continue;
    columns[list] = {
      item: Int32Array.from(rows.item ?? []),
      ...(rows.site === undefined ? {} : { site: Int32Array.from(rows.site) }),
      day: Int32Array.from(rows.day ?? []),
      quantity: Float64Array.from(rows.quantity ?? []),
      ...(rows.frozen === undefined ? {} : { frozen: Uint8Array.from(rows.frozen) }),
    };
  }
  return columns;
}
