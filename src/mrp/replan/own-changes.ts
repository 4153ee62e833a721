import * as z from "zod";
import { owning } from "../input/own-fields.js";
import { planningInputSchema } from "../schema/planning-input.js";
import { CHANGED_LISTS, type PlanChanges } from "./plan-changes.js";

const { shape } = planningInputSchema;

const listChanges = CHANGED_LISTS.map((list) => {
  const rows = shape[list];
  return [list, z.object({ put: rows, change: rows, remove: rows })] as const;
});

const own = owning(
  z.object({ ...shape, bookings: z.unknown(), ...Object.fromEntries(listChanges) }),
)!;

/**
 * Changes whose lists and rows have all their fields as their own: those of a class with getters are
 * copied, all others are the same. What copies or keeps rows sees nothing but their own fields.
 *
 * @param changes - anything
 */
export function ownChanges(changes: PlanChanges): PlanChanges {
  return own(changes) as PlanChanges;
}
