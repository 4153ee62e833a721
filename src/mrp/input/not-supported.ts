import type { PlanningInput } from "../schema/planning-input.js";
import type { IssueList } from "./issues.js";
import type { Path } from "./path.js";

/**
 * Refuses, by name, every field and choice of the contract that this version does not plan with:
 * what is accepted is also used.
 */
export function refuseNotSupported(input: PlanningInput, issues: IssueList): void {
  for (const list of ["items", "itemSites"] as const) {
    for (const [k, row] of (input[list] ?? []).entries()) {
      for (const field of PARAMETERS) {
        if (row[field] !== undefined) add(issues, [list, k, field]);
      }
    }
  }
}

const PARAMETERS = ["shelfLifeDays", "minimumRemainingLife"] as const;

function add(issues: IssueList, path: Path, value?: string): void {
  const what = value === undefined ? `${path.at(-1)}` : `${path.at(-1)} "${value}"`;
  issues.add(
    "notSupported",
    path,
    `The ${what} is part of the contract, but not planned with in this version. Leave it out.`,
  );
}
