import { PlanningInputError } from "../../src/index.js";

/** The mistakes for which a call is refused: code and path of each; empty where it is not refused. */
export function issuesOf(call: () => unknown): readonly string[] {
  try {
    call();
    return [];
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
}
