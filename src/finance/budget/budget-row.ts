import {
  compareText,
  type Decimal,
  formatDay,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import { exactAmount } from "../ledger/exact-amount.js";
import type { LedgerAccount, LedgerRow } from "../ledger/index.js";
import { LEDGER_ACCOUNTS } from "../ledger/posting.js";
import { exactSum } from "../report/exact-sum.js";
import { percentOf } from "../report/index.js";
import type { BudgetKey } from "./budget-keys.js";
import type { ReadBudgetLine } from "./budget-line.js";

/** A budget line and what is planned of it, or what is planned and has no line. */
export type BudgetRow = {
  /** Of a line what it states, else `null`: it is for all. Of what has no line what it is of. */
  readonly [K in BudgetKey]?: string | null;
} & {
  readonly account: LedgerAccount;
  /** The first day; `null` of what has no line, without buckets. */
  readonly from: string | null;
  /** The day after the last. */
  readonly until: string | null;
  /** `null`: there is no line. */
  readonly budget: Decimal | null;
  readonly planned: Decimal;
  /** budget − planned; below 0: there is more planned than there is budget. */
  readonly difference: Decimal;
  /** planned ÷ budget, to two decimals; `null` where there is no budget. */
  readonly usedPercent: Decimal | null;
};

/** What a row is of, and the rows of the ledger of which it is the sum. */
export interface BudgetHeading {
  readonly account: LedgerAccount;
  readonly from: string | null;
  readonly until: string | null;
  readonly keys: Readonly<Partial<Record<BudgetKey, string | null>>>;
  readonly rows: readonly LedgerRow[];
}

/** The heading of a line. */
export function headingOf(
  line: ReadBudgetLine,
  keys: readonly BudgetKey[],
  rows: readonly LedgerRow[],
): BudgetHeading {
  return {
    account: line.account,
    from: formatDay(line.from),
    until: formatDay(line.until),
    keys: Object.fromEntries(keys.map((key) => [key, line[key] ?? null])),
    rows,
  };
}

/** Puts what is planned beside a budget; `null`: there is none. */
export function budgetRow(
  { account, keys, from, until, rows }: BudgetHeading,
  budget: Ratio | null,
): BudgetRow {
  const planned = exactSum(rows.map(exactAmount));
  const opposite = { num: -planned.num, den: planned.den };
  return Object.freeze({
    account,
    ...keys,
    ...{ from, until },
    budget: budget && ratioToDecimal(budget),
    planned: ratioToDecimal(planned),
    difference: ratioToDecimal(budget === null ? opposite : exactSum([budget, opposite])),
    usedPercent: budget && percentOf(planned, budget),
  });
}

/** By account, bucket and keys; what has no such key stands last. */
export function byHeading(a: BudgetHeading, b: BudgetHeading): number {
  const rank = ({ account }: BudgetHeading): number => LEDGER_ACCOUNTS.indexOf(account);
  const order = rank(a) - rank(b) || compareText(a.from ?? "", b.from ?? "");
  if (order !== 0) return order;
  for (const key of Object.keys(a.keys) as BudgetKey[]) {
    const [first, second] = [a.keys[key] ?? null, b.keys[key] ?? null];
    if (first === second) continue;
    if (first === null || second === null) return first === null ? 1 : -1;
    return compareText(first, second);
  }
  return 0;
}
