import type { Bill } from "../input/problem.js";
import { ALWAYS, NEVER } from "../input/problem.js";

/** A version of a bill and a range of days, [from, to), on which it is the one to use. */
export interface BillInForce {
  readonly bill: Bill;
  readonly from: number;
  readonly to: number;
}

/**
 * B8: on each day the valid version with the latest `validFrom`.
 *
 * Days pass from one beginning or end of a validity to the next; of the versions that have begun,
 * the latest one that has not ended stands on top of a stack.
 */
export function billsInForce(bills: readonly Bill[]): BillInForce[] {
  const waiting = bills
    .filter((bill) => bill.validFrom < bill.validTo)
    .sort((a, b) => a.validFrom - b.validFrom);
  const turns = new Set<number>([ALWAYS]);
  for (const { validFrom, validTo } of waiting) turns.add(validFrom).add(validTo);
  const begun: Bill[] = [];
  const inForce: BillInForce[] = [];
  const days = [...turns].sort((a, b) => a - b);
  let next = 0;
  for (const [k, day] of days.entries()) {
    while (next < waiting.length && waiting[next]!.validFrom <= day) begun.push(waiting[next++]!);
    while (begun.length > 0 && begun.at(-1)!.validTo <= day) begun.pop();
    const bill = begun.at(-1);
    if (bill === undefined || day === NEVER) continue;
    const to = days[k + 1] ?? NEVER;
    const last = inForce.at(-1);
    if (last?.bill === bill && last.to === day) inForce[inForce.length - 1] = { ...last, to };
    else inForce.push({ bill, from: day, to });
  }
  return inForce;
}
