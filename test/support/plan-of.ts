import fc from "fast-check";
import {
  type Plan,
  type PlanningInput,
  type PlanningIssue,
  safePlanRequirements,
} from "../../src/index.js";

/** Refusals of problems that are valid, but grow beyond a limit when they are planned. */
const FOUND_BY_PLANNING = ["tooManyOrders", "quantityOverflow"];

/**
 * Plans a random problem; one that grows beyond a limit is no case of a law about plans.
 *
 * @throws Error when a problem that was made to be valid is refused
 */
export function planOf(input: PlanningInput): Plan {
  const result = safePlanRequirements(input);
  if (result.ok) return result.plan;
  const isFound = ({ code, message }: PlanningIssue): boolean =>
    FOUND_BY_PLANNING.includes(code) || message.includes("gives an order a lead time");
  fc.pre(!result.issues.some(isFound));
  throw new Error(`A valid problem is refused: ${JSON.stringify(result.issues)}`);
}
