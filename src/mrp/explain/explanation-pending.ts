import { PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";

/** What stands in a part of a plan as it was does not follow from what has changed meanwhile. */
export function stillToPlan(id: string): PlanningInputError {
  const message = `What stands there for ${show(id)} is as it was before the changes, since only a part was planned. Plan the rest by replan(plan, {}), then it can be explained.`;
  return new PlanningInputError([{ code: "contradiction", path: ["plan"], message }]);
}
