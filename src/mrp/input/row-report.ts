import { type Issue, PlanningInputError } from "../../core/index.js";
import type { Context } from "./context.js";
import type { PlanningIssueCode } from "./issues.js";
import type { Path } from "./path.js";

/**
 * Makes something of a row by a function that knows nothing of the input, and notes its mistakes where
 * the row stands.
 *
 * @param path - of the row
 * @param make - refuses mistakes with paths that begin at the row
 * @param isSaid - whether a mistake follows from another one, so that it is not noted
 * @returns `undefined` when it was refused
 */
export function reportOf<Made>(
  { issues }: Pick<Context, "issues">,
  path: Path,
  make: () => Made,
  isSaid: (issue: Issue) => boolean = () => false,
): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    for (const issue of error.issues) {
      const { code, path: within, message, ...figures } = issue;
      if (isSaid(issue) || isInDoubt(issues, path, within)) continue;
      issues.add(code as PlanningIssueCode, [...path, ...within], message, figures);
    }
    return undefined;
  }
}

/** How many steps into a row a part lies of which nothing is said when something in it has a wrong form. */
const PART: ReadonlyMap<unknown, number> = new Map([["operations", 2]]);

/** Whether the part of a row of which something is said has a wrong form somewhere. */
function isInDoubt(issues: Context["issues"], row: Path, within: Path): boolean {
  const part = within.slice(0, PART.get(within[0]) ?? 1);
  return issues.isInDoubt([...row, ...part]);
}
