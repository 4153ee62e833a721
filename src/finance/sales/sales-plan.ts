import { type Decimal, listOf, oneOf, optional } from "../../core/index.js";
import type { Ledger } from "../ledger/index.js";
import {
  closing,
  flow,
  type LedgerReport,
  ledgerReport,
  minus,
  percentOf,
  type ReportRow,
  reportFields,
} from "../report/index.js";
import { readReport } from "../report/report-options.js";
import { isIncomplete } from "./incomplete-sales.js";
import { SALES_KEYS, type SalesKey, type SalesOptions } from "./sales-options.js";

const COLUMNS = {
  revenue: flow("revenue"),
  costOfSales: flow("costOfSales"),
  margin: flow("revenue", minus("costOfSales")),
  cashIn: flow("cashIn"),
  receivables: closing("receivable"),
};

/** The columns of a sales plan that are sums of postings. */
export type SalesColumn = keyof typeof COLUMNS;

/** A row: what is sold, what that costs, what is left, and what customers pay and owe. */
export type SalesRow<Key extends SalesKey> = Omit<ReportRow<Key, SalesColumn>, "margin"> & {
  /** Revenue − cost of sales; `null` where a demand of the row has only one of the two. */
  readonly margin: Decimal | null;
  /** Of the revenue, to two decimals; `null` without a margin or revenue. */
  readonly marginPercent: Decimal | null;
};

/** Sales of a plan in money. */
export type SalesPlan<Key extends SalesKey = SalesKey> = LedgerReport<SalesRow<Key>, SalesColumn>;

/**
 * Puts the sales of a ledger together: revenue, cost of sales, margin, what customers pay, and what they owe
 * at the end of each bucket.
 *
 * A sale stands on the day that the ledger was asked for: the due day, or that on which all of it is really
 * there (`sales.on`). What a demand costs or brings may be missing: then there is no margin of its rows.
 *
 * @param ledger - what `planLedger` returned, with `sales`, or `ledgerDifference`
 * @param options - keys, bucket and rounding
 * @returns rows by bucket, then keys; every figure is the sum of its postings
 * @throws PlanningInputError with every mistake of the arguments
 *
 * Source: rule F, law 19; K82.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   items: [{ id: "cart", unitCost: 60, onHand: 50 }],
 *   demands: [
 *     { id: "d1", item: "cart", quantity: 10, due: "2026-01-16", customer: "Post" },
 *     { id: "d2", item: "cart", quantity: 4, due: "2026-02-06", customer: "Bakery" },
 *   ],
 * });
 * const ledger = planLedger(plan, {
 *   costs: standardCosts(plan),
 *   terms: { defaultCustomer: { netDays: 30 } },
 *   sales: { itemPrices: { cart: 99 }, demandPrices: { d1: 80 } },
 * });
 * const { rows } = salesPlan(ledger, { by: ["customer"] });
 * rows.map((row) => `${row.customer}: ${row.revenue} − ${row.costOfSales} = ${row.margin}, ${row.marginPercent} %`);
 * // => ["Bakery: 396 − 240 = 156, 39.39 %", "Post: 800 − 600 = 200, 25 %"]
 * ```
 */
export function salesPlan<const Key extends SalesKey = never>(
  ledger: Ledger,
  options: SalesOptions<Key> = {},
): SalesPlan<Key> {
  const read = readReport(ledger, options, {
    ...reportFields,
    by: optional<SalesKey[]>(listOf(oneOf<SalesKey>(...SALES_KEYS)), []),
  }) as unknown as SalesOptions<Key>;
  const report = ledgerReport(ledger, COLUMNS, read, ({ margin, revenue }) => ({
    marginPercent: percentOf(margin, revenue),
  })) as unknown as SalesPlan<Key>;
  const incomplete = isIncomplete(ledger, read);
  if (incomplete === undefined) return report;
  const given = new WeakMap<object, object>();
  const rows = report.rows.map((row) => {
    const shown = incomplete(row)
      ? Object.freeze({ ...row, margin: null, marginPercent: null })
      : row;
    given.set(shown, row);
    return shown;
  });
  return Object.freeze({
    ...report,
    rows: Object.freeze(rows) as SalesPlan<Key>["rows"],
    drill: (row: object, column: SalesColumn) =>
      report.drill(given.get(Object(row)) ?? row, column),
  });
}
