import type { Ledger } from "../ledger/index.js";
import {
  closing,
  flow,
  type LedgerReport,
  ledgerReport,
  type ReportKey,
  type ReportOptions,
  type ReportRow,
} from "../report/index.js";
import { readReport, reportFields } from "../report/report-options.js";

const COLUMNS = {
  commitments: flow("purchaseCommitment"),
  receipts: flow("purchaseReceipt"),
  payables: closing("payable"),
  cashOut: flow("cashOut"),
  discounts: flow("purchaseDiscount"),
  priceVariance: flow("purchasePriceVariance"),
};

/** What a column of a purchasing plan is called. */
export type PurchasingColumn = keyof typeof COLUMNS;

/**
 * What is bought, in money.
 *
 * - `commitments`: what is ordered in the bucket, on the days of the orders; `receipts`: what comes in
 * - `payables`: what is owed at the end of the bucket
 * - `cashOut`: what is paid in it, by terms; `discounts`: what need not be, because it is paid early
 * - `priceVariance`: what came in at its price, less the same at standard cost
 */
export type PurchasingRow<Key extends ReportKey = ReportKey> = ReportRow<Key, PurchasingColumn>;

/**
 * The purchasing plan: what is committed, comes in, is owed and is paid, by supplier, item or whatever is
 * asked, period by period.
 *
 * A bucket in which nothing is posted has a row while something is owed.
 *
 * @param ledger - what `planLedger` returned, or `ledgerDifference`: what a change of the plan buys
 * @param options - keys, bucket and rounding; one row of the whole plan when left out
 * @returns plain rows, and the postings behind each figure
 * @throws PlanningInputError with every mistake of the arguments
 *
 * Source: rule F, law 19; K80.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   suppliers: [{ id: "Smith", terms: { netDays: 45 } }],
 *   items: [{ id: "wheel", leadTime: 7 }],
 *   sources: [{ item: "wheel", kind: "buy", supplier: "Smith", price: "2.50" }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 40, due: "2026-01-19" }],
 * });
 * const ledger = planLedger(plan, { costs: standardCosts(plan) });
 * const purchases = purchasingPlan(ledger, { by: ["supplier"], bucket: "month" });
 * purchases.rows.map((row) => `${row.from}: owes ${row.payables}, pays ${row.cashOut}`);
 * // => ["2026-01-01: owes 100, pays 0", "2026-02-01: owes 100, pays 0", "2026-03-01: owes 0, pays 100"]
 * purchases.drill(purchases.rows[2]!, "cashOut").at(0)?.date; // => "2026-03-05"
 * ```
 */
export function purchasingPlan<const Key extends ReportKey = never>(
  ledger: Ledger,
  options: ReportOptions<Key> = {},
): LedgerReport<PurchasingRow<Key>, PurchasingColumn> {
  const read = readReport(ledger, options, reportFields);
  return ledgerReport(ledger, COLUMNS, read as ReportOptions as ReportOptions<Key>);
}
