import { PlanningInputError, type Ratio, showValue } from "../../core/index.js";
import type { Ledger } from "./ledger.js";
import { bodyOf, makeLedger } from "./make-ledger.js";
import { sortedMissing } from "./missing-figure.js";
import type { Entry } from "./posting.js";

/**
 * What one ledger has more than another: what a change of the plan costs, day by day.
 *
 * A posting that stands in both is left out; one that only the first has stands with the other sign. So
 * every figure of it is that of the second less that of the first.
 *
 * @param before - a ledger
 * @param after - a ledger of the same currency
 * @returns a ledger that is grouped and looked into as any other
 * @throws PlanningInputError with `currencyMismatch` when the currencies differ
 *
 * Source: rule F, law 19.
 *
 * @example
 * ```ts
 * const ledgerOf = (quantity: number) => {
 *   const plan = planRequirements({
 *     startDate: "2026-01-05",
 *     currency: "EUR",
 *     items: [{ id: "wheel", unitCost: 8 }],
 *     demands: [{ id: "d1", item: "wheel", quantity, due: "2026-01-16" }],
 *   });
 *   return planLedger(plan, { costs: standardCosts(plan) });
 * };
 * const more = ledgerDifference(ledgerOf(10), ledgerOf(12));
 * more.group({ accounts: ["cashOut"] }).map(({ amount }) => amount.toNumber()); // => [16]
 * ```
 */
export function ledgerDifference(before: Ledger, after: Ledger): Ledger {
  const [first, second] = [bodyOf(before, "before"), bodyOf(after, "after")];
  if (first.currency !== second.currency) {
    const message = `One ledger is in ${showValue(first.currency)}, the other in ${showValue(second.currency)}. Make both in one currency.`;
    throw new PlanningInputError([{ code: "currencyMismatch", path: ["after"], message }]);
  }
  const gone = new Map<string, Entry[]>();
  for (const entry of first.entries) {
    const name = nameOf(entry);
    const same = gone.get(name);
    if (same === undefined) gone.set(name, [entry]);
    else same.push(entry);
  }
  const added = second.entries.filter((entry) => gone.get(nameOf(entry))?.pop() === undefined);
  const removed = [...gone.values()].flat().map(negated);
  return makeLedger({
    ...second,
    familyOf: (item) => second.familyOf(item) ?? first.familyOf(item),
    entries: [...added, ...removed],
    missing: sortedMissing([...first.missing, ...second.missing]),
  });
}

function nameOf({ amount, quantity, ...rest }: Entry): string {
  return JSON.stringify([
    Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
    textOf(amount),
    quantity && textOf(quantity),
  ]);
}

function textOf({ num, den }: Ratio): string {
  return `${num}/${den}`;
}

function negated(entry: Entry): Entry {
  const opposite = ({ num, den }: Ratio): Ratio => ({ num: -num, den });
  const quantity = entry.quantity && opposite(entry.quantity);
  return { ...entry, amount: opposite(entry.amount), quantity };
}
