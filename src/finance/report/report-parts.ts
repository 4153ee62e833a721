import type { Ratio } from "../../core/index.js";
import type { LedgerKey, LedgerRow } from "../ledger/index.js";
import type { ReportPart } from "./report-columns.js";
import type { ReportLine } from "./report-line.js";

/** Whether postings of a row belong to a part. */
export function belongs({ account, only }: ReportPart, row: LedgerRow): boolean {
  if (row.account !== account) return false;
  if (only === undefined) return true;
  const keys = Object.keys(only) as LedgerKey[];
  return keys.every((key) => only[key]!.includes(row[key]));
}

/** What a part adds to its column in a line, with its sign. */
export function partAmounts(part: ReportPart, line: ReportLine): readonly Ratio[] {
  const { balance } = part;
  const amounts: Ratio[] = [];
  if (balance !== undefined) amounts.push(line.before.get(part) ?? { num: 0n, den: 1n });
  if (balance !== "opening") {
    for (const [n, row] of line.rows.entries()) {
      if (belongs(part, row)) amounts.push(line.amounts[n]!);
    }
  }
  return part.isNegated === true ? amounts.map(({ num, den }) => ({ num: -num, den })) : amounts;
}

/** The rows of the ledger that a part counts in a line, the earliest first. */
export function partRows(part: ReportPart, line: ReportLine): readonly LedgerRow[] {
  const { balance } = part;
  const found: LedgerRow[][] = [];
  for (let at: ReportLine | undefined = line; at !== undefined; at = at.previous) {
    if (at !== line || balance !== "opening")
      found.push(at.rows.filter((row) => belongs(part, row)));
    if (balance === undefined) break;
  }
  return found.reverse().flat();
}
