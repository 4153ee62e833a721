import type { PlanningIssue } from "./issues.js";
import type { Path } from "./path.js";

/** What is said of a value whose reading fails (getters, proxies). */
export function unreadable(path: Path): PlanningIssue {
  const message = `The ${path.at(-1) ?? "input"} cannot be read: reading it fails. Give plain data.`;
  return { code: "invalidType", path, message };
}

/**
 * Reads fields of an object, each once, so that no later reading can fail or say something else.
 *
 * @param names - of the fields; those that are not there are left out
 * @param path - where the object stands
 * @param refuse - is told of each field that cannot be read
 */
export function readFields(
  object: object,
  names: readonly string[],
  path: Path,
  refuse: (issue: PlanningIssue) => void,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of names) {
    try {
      const value = (object as Readonly<Record<string, unknown>>)[name];
      if (value !== undefined) fields[name] = value;
    } catch {
      refuse(unreadable([...path, name]));
    }
  }
  return fields;
}

/** The names of all that can be listed of an object and is none of the known ones. */
export function unknownNames(object: object, known: readonly string[]): string[] {
  const names: string[] = [];
  for (const name in object) if (!known.includes(name)) names.push(name);
  return names;
}
