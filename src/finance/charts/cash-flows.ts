import {
  addMistake,
  addRatios,
  type ExactNumber,
  type Issue,
  optional,
  parseDay,
  type Ratio,
  readGuarded,
  refuseMistakes,
} from "../../core/index.js";
import { exactAmount } from "../ledger/exact-amount.js";
import type { Ledger, LedgerBucket } from "../ledger/index.js";
import { ledgerArgument } from "../report/report-options.js";
import { bucketsOf, type ChartBucket } from "./chart-buckets.js";
import { amount, bucketDay, readRows } from "./charted-rows.js";

/** What is paid in a bucket: a row of a sales plan, of a purchasing plan, or both. */
export interface ChartedCashRow {
  /** The first day of the bucket, `"YYYY-MM-DD"`. */
  readonly from: string | null;
  /** The day after the last. */
  readonly until: string | null;
  /** What customers pay; 0 when left out. */
  readonly cashIn?: ExactNumber | undefined;
  /** What suppliers are paid; 0 when left out. */
  readonly cashOut?: ExactNumber | undefined;
}

/** What is paid in a bucket. */
export interface CashFlow extends ChartBucket {
  readonly cashIn: Ratio;
  readonly cashOut: Ratio;
}

/** An amount of 0. */
export const NOTHING: Ratio = { num: 0n, den: 1n };

const rowFields = {
  from: bucketDay,
  until: bucketDay,
  cashIn: optional(amount, NOTHING),
  cashOut: optional(amount, NOTHING),
};

/**
 * Reads what is paid: of a ledger, or of rows that have buckets.
 *
 * @param money - a ledger, or what has rows
 * @param bucket - of a ledger
 * @param issues - takes what is wrong; whatever is noted there is refused
 * @returns what is paid in each bucket in which a row is, in turn
 */
export function readCash(
  money: unknown,
  bucket: LedgerBucket | undefined,
  issues: Issue[],
): readonly CashFlow[] {
  const isOfLedger = readGuarded(money, { path: ["rows"], issues }, isLedger) === true;
  if (isOfLedger) ledgerArgument(money, { path: ["ledger"], issues });
  const rows = isOfLedger ? [] : readRows(money, rowFields, issues);
  if (!isOfLedger && bucket !== undefined) {
    const message = "Rows have buckets of their own. Leave bucket out, or chart a ledger.";
    addMistake({ path: ["bucket"], issues }, "contradiction", message);
  }
  refuseMistakes(issues);
  const flows = isOfLedger ? flowsOf(money as Ledger, bucket ?? "month") : rows;
  const buckets = bucketsOf(flows, issues);
  refuseMistakes(issues);
  const sums = new Map<number, CashFlow>();
  for (const flow of flows) {
    const { cashIn, cashOut } = sums.get(flow.from) ?? { cashIn: NOTHING, cashOut: NOTHING };
    sums.set(flow.from, {
      ...flow,
      cashIn: addRatios(cashIn, flow.cashIn),
      cashOut: addRatios(cashOut, flow.cashOut),
    });
  }
  return buckets.map(({ from }) => sums.get(from)!);
}

function isLedger(money: unknown): boolean {
  return typeof (money as Partial<Ledger> | null | undefined)?.group === "function";
}

function flowsOf(ledger: Ledger, bucket: LedgerBucket): readonly CashFlow[] {
  const rows = ledger.group({ by: ["account"], bucket, accounts: ["cashIn", "cashOut"] });
  return rows.map((row) => ({
    from: parseDay(row.from)!,
    until: parseDay(row.until)!,
    cashIn: row.account === "cashIn" ? exactAmount(row) : NOTHING,
    cashOut: row.account === "cashOut" ? exactAmount(row) : NOTHING,
  }));
}
