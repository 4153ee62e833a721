import type { PlanningInput } from "../schema/planning-input.js";
import type { IssueList } from "./issues.js";
import type { Path } from "./path.js";

/**
 * Refuses, by name, every field and choice of the contract that this version does not plan with:
 * what is accepted is also used.
 */
export function refuseNotSupported(input: PlanningInput, issues: IssueList): void {
  for (const list of ["items", "itemSites"] as const) {
    input[list]?.forEach(({ shelfLifeDays, minimumRemainingLife }, k) => {
      if (shelfLifeDays !== undefined) add(issues, [list, k, "shelfLifeDays"]);
      if (minimumRemainingLife !== undefined) add(issues, [list, k, "minimumRemainingLife"]);
    });
  }
}

function add(issues: IssueList, path: Path): void {
  const message = `The ${path.at(-1)} is part of the contract, but not planned with in this version. Leave it out.`;
  issues.add("notSupported", path, message);
}
