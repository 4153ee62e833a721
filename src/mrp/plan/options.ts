import { isPlainObject, PlanningInputError } from "../../core/index.js";
import { type PlanningIssue, show } from "../input/issues.js";
import { readFields, unknownNames, unreadable } from "../input/read-fields.js";

/**
 * Reads options, each once: callers without types may hand over anything. What they hold is not looked at.
 *
 * @param options - as they were given
 * @param known - the names of options
 * @param silent - names that may be there too, but are not told when another is unknown
 * @returns a plain object with those that were given
 * @throws PlanningInputError when they are no object, hold a field that is not known, or cannot be read
 */
export function readOptions<Options extends object>(
  options: Options,
  known: readonly string[],
  silent: readonly string[] = [],
): Options {
  const names = [...known, ...silent];
  const issues = formIssues(options, known, names);
  if (issues.length > 0) throw new PlanningInputError(issues);
  const read = readFields(options, names, ["options"], (issue) => issues.push(issue));
  if (issues.length > 0) throw new PlanningInputError(issues);
  return read as Options;
}

function formIssues(
  options: unknown,
  known: readonly string[],
  names: readonly string[],
): PlanningIssue[] {
  const path = ["options"];
  try {
    if (!isPlainObject(options)) {
      const message = `The options (${show(options)}) must be an object with nothing but ${known.join(", ")} in it.`;
      return [{ code: "invalidType", path, message }];
    }
    return unknownNames(options, names).map((field) => ({
      code: "unknownField",
      path: [...path, field],
      message: `The option ${show(field)} is unknown here. Known: ${known.join(", ")}.`,
    }));
  } catch {
    return [unreadable(path)];
  }
}
