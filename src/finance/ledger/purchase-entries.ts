import { multiplyRatios, type Ratio } from "../../core/index.js";
import type { LedgerSetting } from "./ledger-setting.js";
import type { Making } from "./making.js";
import { paymentOf } from "./payment-terms.js";
import type { Entry, LedgerAccount } from "./posting.js";

/**
 * What an operation on an open order costs, as it is owed to the supplier who does it: committed when the
 * order is released, on the planning start where it is already; owed when it is done, and paid by terms.
 */
export function purchaseEntries(
  { options, startDay }: LedgerSetting,
  { start, due, isBegun }: Making,
  work: Omit<Entry, "account">,
  supplier: string,
): readonly Entry[] {
  const { days, discount } = paymentOf(options.termsOf(supplier), options.takesDiscounts);
  const whole = work.amount;
  const post = (account: LedgerAccount, day: number, amount: Ratio): Entry => ({
    ...work,
    ...{ account, day, amount, supplier, element: null },
  });
  const paid = due + days;
  const entries = [
    post("purchaseCommitment", isBegun ? startDay : start, whole),
    post("purchaseReceipt", due, whole),
    post("payable", due, whole),
    post("payable", paid, { num: -whole.num, den: whole.den }),
  ];
  const rest = { num: discount.den - discount.num, den: discount.den };
  entries.push(post("cashOut", paid, multiplyRatios(whole, rest)));
  if (discount.num === 0n) return entries;
  return [...entries, post("purchaseDiscount", paid, multiplyRatios(whole, discount))];
}
