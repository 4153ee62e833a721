import { formatDay, type Issue, multiplyRatios, type Ratio, showValue } from "../../core/index.js";
import type { Ledger } from "../ledger/index.js";
import type { RateBook } from "../money/dated-rate.js";
import type { ReadBudgetLine } from "./budget-line.js";

/** The amounts of lines in the currency of a ledger, each by the rate of its first day; notes what has none. */
export function amountsOf(
  lines: readonly Pick<ReadBudgetLine, "amount" | "currency" | "from">[],
  ledger: Ledger,
  rates: RateBook,
  name: string,
  issues: Issue[],
): readonly Ratio[] {
  return lines.map(({ amount, currency, from }, n) => {
    const of = currency ?? ledger.currency;
    const rate = rates.rateOn(of, ledger.currency, from);
    if (rate !== undefined) return multiplyRatios(amount, rate);
    const message = `There is no rate from ${showValue(of)} to ${showValue(ledger.currency)} on ${formatDay(from)}. Give one in rates.`;
    const path = [name, n, "currency"];
    issues.push({ code: "noRate", path, message, from: of, to: ledger.currency });
    return amount;
  });
}
