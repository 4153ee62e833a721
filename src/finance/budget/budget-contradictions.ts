import { addMistake, type Issue } from "../../core/index.js";
import type { LedgerAccount } from "../ledger/index.js";
import type { BudgetBook } from "./budget-book.js";
import type { ReadBudgetLine } from "./budget-line.js";

/** Notes lines that have a day in common with another one of the same account and keys, or whose account is left out. */
export function noteContradictions(
  lines: readonly ReadBudgetLine[],
  book: BudgetBook,
  accounts: readonly LedgerAccount[] | undefined,
  issues: Issue[],
): void {
  for (const [before, place] of book.overlaps()) {
    const message = `The period of lines[${place}] has a day in common with lines[${before}], which is of the same account and keys. Give each day one line.`;
    addMistake({ path: ["lines", place, "from"], issues }, "contradiction", message);
  }
  for (const [n, { account }] of lines.entries()) {
    if (accounts?.includes(account) ?? true) continue;
    const message = `The account of lines[${n}] (${account}) is none of accounts. Add it there, or leave the line out.`;
    addMistake({ path: ["lines", n, "account"], issues }, "contradiction", message);
  }
}
