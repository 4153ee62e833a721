/**
 * The planning parameters of an item at a site as rows: the item's own, overridden field by field
 * by those of the item-site, and where in the input each was found.
 */
import type { Path, Problem } from "./problem.js";
import { itemRow, key } from "./problem.js";
import type { ParameterRow } from "./types.js";

/** A parameter row with the place where each field was found. */
export interface Found {
  row: ParameterRow;
  pathOf: (field: keyof ParameterRow) => Path;
}

export function parametersOf(problem: Problem, item: string, site: string): Found {
  const own = itemRow(problem, item);
  const index = (problem.input.items ?? []).indexOf(own);
  const local = problem.itemSites.get(key(item, site));
  return {
    row: { ...own, ...local?.row },
    pathOf: (field) =>
      local?.row[field] === undefined ? ["items", index, field] : ["itemSites", local.index, field],
  };
}
