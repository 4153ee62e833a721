import { PlanningInputError, showValue } from "../../core/index.js";
import type { SignedStream } from "./group-sums.js";
import type { Ledger } from "./ledger.js";
import { bodyOf, makeLedger } from "./make-ledger.js";
import { sortedMissing } from "./missing-figure.js";

/**
 * What one ledger has more than another: what a change of the plan costs, day by day.
 *
 * A posting that stands in both, its item in the same family, is left out; one that only the first has
 * stands with the other sign. So every figure of it is that of the second less that of the first.
 *
 * @param before - a ledger
 * @param after - a ledger of the same currency
 * @returns a ledger that is grouped and looked into as any other
 * @throws PlanningInputError with `currencyMismatch` when the currencies differ
 *
 * Source: rule F, law 19; K75.
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
  return makeLedger({
    ...second,
    streams: [...second.streams, ...first.streams.map(opposite)],
    isDifference: true,
    missing: () => sortedMissing([...first.missing(), ...second.missing()]),
  });
}

function opposite({ stream, sign }: SignedStream): SignedStream {
  return { stream, sign: sign === 1 ? -1 : 1 };
}
