import { PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";

/**
 * Refuses options that are none: callers without types may hand over anything.
 *
 * @throws PlanningInputError when they are no object, or hold a field that is not known
 */
export function refuseUnknownOptions(
  options: unknown,
  known: readonly string[],
  silent: readonly string[] = [],
): void {
  if (typeof options !== "object" || options === null) {
    const message = `The options (${show(options)}) must be an object with nothing but ${known.join(", ")} in it.`;
    throw new PlanningInputError([{ code: "invalidType", path: ["options"], message }]);
  }
  const issues = Object.keys(options)
    .filter((field) => !known.includes(field) && !silent.includes(field))
    .map((field) => ({
      code: "unknownField",
      path: ["options", field],
      message: `The option ${show(field)} is unknown here. Known: ${known.join(", ")}.`,
    }));
  if (issues.length > 0) throw new PlanningInputError(issues);
}
