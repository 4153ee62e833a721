/** What can be wrong with the rows of a list together; a row that is no sound one is left out. */
import { formatPath, type Issue } from "../core/index.js";
import { add, show } from "./argument.js";

/** Ids that stand twice: then an answer would not say which. */
export function noteTwice(
  rows: readonly ({ readonly id: string } | undefined)[],
  list: string | readonly (string | number)[],
  issues: Issue[],
): void {
  const known = new Set<string>();
  const start = typeof list === "string" ? [list] : list;
  for (const [n, row] of rows.entries()) {
    if (row === undefined) continue;
    const path = [...start, n, "id"];
    if (known.has(row.id)) {
      const text = `The ${formatPath(path)} (${show(row.id)}) stands here for the second time. Give each its own id.`;
      add({ path, issues }, "duplicateId", text, { id: row.id });
    }
    known.add(row.id);
  }
}

/** Ranges of days whose last day lies before the first. */
export function noteRangesThatEndBefore(
  rows: readonly ({ readonly from: number; readonly until: number } | undefined)[],
  list: string,
  issues: Issue[],
): void {
  for (const [n, row] of rows.entries()) {
    if (row === undefined || row.until >= row.from) continue;
    const path = [list, n, "until"];
    const text = `The ${formatPath(path)} lies before its from. Correct one of them.`;
    add({ path, issues }, "contradiction", text);
  }
}
