/**
 * One thing that is wrong with an input: what, where, and what to do about it.
 *
 * Each folder of the library adds its own codes. Further figures (an id, a limit, the ids of a
 * cycle) stand beside the message, so that nobody has to parse the text.
 */
export interface Issue<Code extends string = string> {
  /** What kind of mistake it is. */
  readonly code: Code;
  /** Where: down to the field itself, as zod writes paths (`["boms", 3, "lines", 0, "item"]`). */
  readonly path: readonly (string | number)[];
  /** What is wrong, with the value, and what to do, as a sentence for people. */
  readonly message: string;
  /** What else the code says, by name. */
  readonly [figure: string]: unknown;
}

/** How many issues the text of an error spells out; all of them are in `issues`. */
const SPELLED_OUT = 20;

/**
 * The input is wrong. `issues` holds everything that is, not only the first of it.
 *
 * Recognise it by `name` (`"PlanningInputError"`) or `code` (`"planningInput"`), never by class:
 * then it is known across ECMAScript and CommonJS copies of the library.
 *
 * @example
 * ```ts
 * try {
 *   planRequirements({ startDate: "2026-02-30", items: [{ id: "wheel" }] });
 * } catch (error) {
 *   const { code, issues } = error as PlanningInputError;
 *   code; // => "planningInput"
 *   issues.map((issue) => issue.path); // => [["startDate"]]
 * }
 * ```
 */
export class PlanningInputError extends Error {
  override readonly name = "PlanningInputError";
  readonly code = "planningInput";
  /** Every mistake, in the order in which it was found. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(describeIssues(issues));
    this.issues = issues;
  }
}

function describeIssues(issues: readonly Issue[]): string {
  const lines = issues
    .slice(0, SPELLED_OUT)
    .map((issue) => `- ${formatPath(issue.path)}: ${issue.message} (${issue.code})`);
  const rest = issues.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  const count = issues.length === 1 ? "is 1 mistake" : `are ${issues.length} mistakes`;
  return `There ${count} in what was given:\n${lines.join("\n")}`;
}

/**
 * Writes a path as one reads it in code.
 *
 * @param path - keys and indexes, outermost first
 * @returns `boms[3].lines[0].item`, or `(input)` for the empty path
 *
 * @example
 * ```ts
 * formatPath(["boms", 3, "lines", 0, "item"]); // => "boms[3].lines[0].item"
 * ```
 */
export function formatPath(path: readonly (string | number)[]): string {
  if (path.length === 0) return "(input)";
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (/^[A-Za-z_]\w*$/.test(key)) text += text === "" ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text;
}
