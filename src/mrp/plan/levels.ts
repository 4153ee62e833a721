import type { Plan } from "./plan.js";
import { stateOf } from "./plan-state.js";

/**
 * The low-level codes of all items of a plan (B1): of an item at several sites the highest.
 *
 * @param plan - what `planRequirements` returned
 * @returns the code of every item, in the order of the input
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel" }, { id: "bike" }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 * });
 * lowLevelCodes(plan).get("wheel"); // => 1
 * ```
 */
export function lowLevelCodes(plan: Plan): ReadonlyMap<string, number> {
  const { points, problem } = stateOf(plan).model;
  const codes = new Map(problem.items.map((item) => [item.id, 0]));
  for (let point = 0; point < points.count; point++) {
    const { id } = problem.items[points.item[point]!]!;
    codes.set(id, Math.max(codes.get(id)!, points.level[point]!));
  }
  return codes;
}
