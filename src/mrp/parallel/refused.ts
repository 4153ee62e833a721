import { PlanningInputError } from "../../core/index.js";

/** The refusal of an argument of a share. */
export function refused(code: string, what: string, message: string): PlanningInputError {
  return new PlanningInputError([{ code, path: [what], message }]);
}
