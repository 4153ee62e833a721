import { type Issue, identifier, optional, readGuarded, refuseMistakes } from "../../core/index.js";

const optionalName = optional(identifier);

/**
 * Refuses what names no item, or no site or unit of it.
 *
 * @param field - what the second is
 * @throws PlanningInputError with every mistake
 */
export function checkCostPlace(item: unknown, field: "site" | "unit", name: unknown): void {
  const issues: Issue[] = [];
  readGuarded(item, { path: ["item"], issues }, identifier);
  readGuarded(name, { path: [field], issues }, optionalName);
  refuseMistakes(issues);
}
