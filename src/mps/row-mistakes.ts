/** What can be wrong with the rows of a list together; what is not sound in them is left out. */
import { formatPath, type Issue, type Ratio } from "../core/index.js";
import { add, type Doubtful, show } from "./argument.js";
import { countOf } from "./exact-argument.js";

/** Ids that stand twice: then an answer would not say which. */
export function noteTwice(
  rows: Doubtful<readonly { readonly id: string }[]>,
  list: string | readonly (string | number)[],
  issues: Issue[],
): void {
  const known = new Set<string>();
  const start = typeof list === "string" ? [list] : list;
  for (const [n, { id } = {}] of (rows ?? []).entries()) {
    if (id === undefined) continue;
    const path = [...start, n, "id"];
    if (known.has(id)) {
      const text = `The ${formatPath(path)} (${show(id)}) stands here for the second time. Give each its own id.`;
      add({ path, issues }, "duplicateId", text, { id });
    }
    known.add(id);
  }
}

/** Ranges of days whose last day lies before the first. */
export function noteRangesThatEndBefore(
  rows: Doubtful<readonly { readonly from: number; readonly until?: number | undefined }[]>,
  list: string,
  issues: Issue[],
): void {
  for (const [n, { from, until } = {}] of (rows ?? []).entries()) {
    if (from === undefined || until === undefined || until >= from) continue;
    const path = [list, n, "until"];
    const text = `The ${formatPath(path)} lies before its from. Correct one of them.`;
    add({ path, issues }, "contradiction", text);
  }
}

/** Quantities that are no whole counts of 10^-decimals; in a precision that is none, nothing is too fine. */
export function noteCounts(
  rows: Doubtful<readonly { readonly quantity: Ratio }[]>,
  list: string,
  decimals: number | undefined,
  issues: Issue[],
): void {
  for (const [n, { quantity } = {}] of (rows ?? []).entries()) {
    if (quantity === undefined || decimals === undefined) continue;
    countOf(quantity, decimals, { path: [list, n, "quantity"], issues });
  }
}
