import { addRatios, type Decimal, type Ratio, ratioToDecimal } from "../../core/index.js";
import type { BudgetKey } from "../budget/index.js";
import { exactAmount } from "../ledger/exact-amount.js";
import type { LedgerRow } from "../ledger/index.js";
import { exactSum } from "../report/exact-sum.js";
import { percentOf } from "../report/index.js";

/** A budget and what is planned of it, or what no budget is for. */
export type PurchasingBudgetRow = {
  /** What the budget states; `null`: it is for all. */
  readonly [K in BudgetKey]?: string | null;
} & {
  /** The first day; `null` of what no budget is for. */
  readonly from: string | null;
  /** The day after the last. */
  readonly until: string | null;
  /** `null`: there is none. */
  readonly budget: Decimal | null;
  readonly planned: Decimal;
  /** budget − planned; below 0 where it is over. */
  readonly left: Decimal | null;
  /** planned ÷ budget, to two decimals; `null` of a budget of 0, and where there is none. */
  readonly usedPercent: Decimal | null;
  readonly state: "within" | "over" | "unbudgeted";
  /** The first day on which what is planned up to then is more than the budget; `null` when it never is. */
  readonly overOn: string | null;
};

/** What is planned of a budget, by rows of days in their order. */
export function used(rows: readonly LedgerRow[], budget: Ratio) {
  const planned = exactSum(rows.map(exactAmount));
  const left = addRatios(budget, { num: -planned.num, den: planned.den });
  let [rest, overOn]: [Ratio, string | null] = [budget, null];
  // Rows stand in the order of days, those of a day together.
  for (const [n, row] of rows.entries()) {
    const { num, den } = exactAmount(row);
    rest = addRatios(rest, { num: -num, den });
    if (overOn === null && rest.num < 0n && rows[n + 1]?.from !== row.from) overOn = row.from;
  }
  return {
    budget: ratioToDecimal(budget),
    planned: ratioToDecimal(planned),
    left: ratioToDecimal(left),
    usedPercent: percentOf(planned, budget),
    state: left.num < 0n ? ("over" as const) : ("within" as const),
    overOn,
  };
}

/** What no budget is for. */
export function unbudgeted(
  keys: readonly BudgetKey[],
  rows: readonly LedgerRow[],
): PurchasingBudgetRow {
  return {
    ...Object.fromEntries(keys.map((key) => [key, null])),
    ...{ from: null, until: null, budget: null },
    planned: ratioToDecimal(exactSum(rows.map(exactAmount))),
    ...{ left: null, usedPercent: null, state: "unbudgeted", overOn: null },
  };
}
