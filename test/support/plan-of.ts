import fc from "fast-check";
import { type Plan, type PlanningInput, safePlanRequirements } from "../../src/index.js";

/**
 * Plans a random problem; one that makes more orders than it allows is no case of a law about plans.
 *
 * @throws Error when a problem that was made to be valid is refused
 */
export function planOf(input: PlanningInput): Plan {
  const result = safePlanRequirements(input);
  if (result.ok) return result.plan;
  fc.pre(result.issues.some(({ code }) => code !== "tooManyOrders"));
  throw new Error(`A valid problem is refused: ${JSON.stringify(result.issues)}`);
}
