import type { LedgerSetting } from "./ledger-setting.js";
import type { LedgerAccount } from "./posting.js";
import type { BatchVisitor, PostingBatch, PostingLeg } from "./posting-batch.js";

/**
 * Accounts to which nothing is posted after the horizon (K75): stock, and what goes into orders and comes of
 * them, since what is needed later is in no plan.
 */
export const ENDS_WITH_HORIZON: ReadonlySet<LedgerAccount> = new Set([
  ...(["inventory", "materialIssued", "setupAbsorbed", "runAbsorbed", "subcontract"] as const),
  ...(["workInProcess", "productionVariance"] as const),
]);

/** Hands on of batches what is posted within the horizon, and all of accounts that do not end with it. */
export function withinHorizon(setting: LedgerSetting, visit: BatchVisitor): BatchVisitor {
  const { endDay } = setting.movements;
  return (batch) => {
    if (!endsLater(batch, endDay)) visit(batch);
    else for (const part of partsWithin(batch, endDay)) visit(part);
  };
}

/** Whether something of a batch is left out; of most nothing is, and legs of one day stand together. */
function endsLater(batch: PostingBatch, endDay: number): boolean {
  let known: Int32Array | undefined;
  for (const { account, day } of batch.legs) {
    if (day === known || !ENDS_WITH_HORIZON.has(account)) continue;
    if (hasLater(batch, day, endDay)) return true;
    known = day;
  }
  return false;
}

function hasLater({ rows, first, count }: PostingBatch, day: Int32Array, endDay: number): boolean {
  for (let k = first, end = first + count; k < end; k++) {
    if (day[rows === undefined ? k : rows[k]!]! >= endDay) return true;
  }
  return false;
}

/** Legs of which the same rows are left stand in one batch. */
function partsWithin(batch: PostingBatch, endDay: number): readonly PostingBatch[] {
  const whole: PostingLeg[] = [];
  const some = new Map<Int32Array, PostingLeg[]>();
  const found = new Map<Int32Array, Int32Array | undefined>();
  for (const leg of batch.legs) {
    const { account, day } = leg;
    if (!ENDS_WITH_HORIZON.has(account)) {
      whole.push(leg);
      continue;
    }
    if (!found.has(day)) found.set(day, rowsBefore(batch, day, endDay));
    const rows = found.get(day);
    if (rows === undefined) whole.push(leg);
    else some.set(rows, [...(some.get(rows) ?? []), leg]);
  }
  const parts = whole.length === 0 ? [] : [{ ...batch, legs: whole }];
  for (const [rows, legs] of some) {
    if (rows.length > 0) parts.push({ ...batch, rows, first: 0, count: rows.length, legs });
  }
  return parts;
}

/** The rows of a batch that lie before a day; `undefined`: all. */
function rowsBefore(
  { rows, first, count }: PostingBatch,
  day: Int32Array,
  endDay: number,
): Int32Array | undefined {
  const before: number[] = [];
  for (let k = first; k < first + count; k++) {
    const n = rows?.[k] ?? k;
    if (day[n]! < endDay) before.push(n);
  }
  return before.length === count ? undefined : Int32Array.from(before);
}
