import type { Decimal, Ratio } from "../../core/index.js";
import type { Ledger } from "../ledger/index.js";
import {
  type LedgerReport,
  ledgerReport,
  percentOf,
  type ReportKey,
  type ReportOptions,
  type ReportRow,
} from "../report/index.js";
import { readReport, reportFields } from "../report/report-options.js";
import { PRODUCTION_COLUMNS } from "./production-columns.js";

/** What a column of a production plan is called. */
export type ProductionColumn = keyof typeof PRODUCTION_COLUMNS;

/** What is worked out of the columns. */
export interface ProductionShares {
  /** `variance` in percent of `completed`, rounded half up to two decimals; `null` of nothing. */
  readonly variancePercent: Decimal | null;
}

/**
 * What is made, in money. Orders of which something has no cost are left out whole, and named in
 * `missing`.
 *
 * What goes into orders in the bucket:
 *
 * - `material`: components at standard cost
 * - `labor`, `machine`, `overhead`: parts of the cost of hours of set-up and run, as `hourCosts` divide
 * it; `hours`: hours that they do not divide
 * - `setup`: set-up costs that items state; `subcontract`: suppliers' work
 * - `absorbed`: all of these
 *
 * Work in process:
 *
 * - `opening`: what was in process before the bucket; on the planning start that of begun orders
 * - `planned`: what went, as planned, into the orders that are done in the bucket
 * - `closing`: `opening` + `absorbed` − `planned`
 *
 * Standard against planned, of the orders that are done:
 *
 * - `completed`: the standard cost of what comes of them
 * - `variance`: what they take beyond that: `planned` − `completed`, and by cause: `materialVariance`,
 * `setupVariance`, `runVariance`, `subcontractVariance`, `openingVariance` (work in process of begun
 * orders), `coProductVariance` (co-products, and by-products, that have a cost of their own),
 * `otherVariance` (standard costs that do not say what they are made of)
 */
export type ProductionRow<Key extends ReportKey = ReportKey> = ReportRow<
  Key,
  ProductionColumn,
  ProductionShares
>;

/**
 * The production plan: what goes into orders, what is in process, what comes of them at standard cost,
 * and the variance by its cause, by item, site, family, work centre, order or whatever is asked, period
 * by period.
 *
 * All stands under what is made. What comes of an order is of no work centre and of no element: by these,
 * what is absorbed, in process, planned and the variance can be read, standard cost stands apart. By work
 * centre the variance is what was used there beyond the standard of that centre; what standards that do not
 * say where (stated and frozen ones) take off it stands under `null`.
 *
 * @param ledger - what `planLedger` returned, or `ledgerDifference`: what a change of the plan makes
 * @param options - keys, bucket and rounding; one row of the whole plan when left out
 * @returns plain rows, and the postings behind each figure
 * @throws PlanningInputError with every mistake of the arguments
 *
 * Source: K76, rule F, law 19.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   workCenters: [
 *     { id: "bench", shifts: [{ from: "08:00", until: "16:00" }], costPerHour: 30 },
 *   ],
 *   items: [{ id: "cart", leadTime: 28 }, { id: "wheel", unitCost: "12.50" }],
 *   boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
 *   routings: [
 *     { id: "carts", item: "cart", operations: [{ id: "build", workCenter: "bench", setup: 2, run: 0.5 }] },
 *   ],
 *   demands: [{ id: "d1", item: "cart", quantity: 10, due: "2026-02-10" }],
 * });
 * const ledger = planLedger(plan, { costs: standardCosts(plan) });
 * const production = productionPlan(ledger, { bucket: "month" });
 * production.rows.map((row) => `${row.from}: ${row.material} + ${row.hours}, in process ${row.closing}`);
 * // => ["2026-01-01: 250 + 210, in process 460", "2026-02-01: 0 + 0, in process 0"]
 * const [, done] = production.rows;
 * // By standard each cart bears a set-up of two hours; the lot of ten has one.
 * `${done?.completed} + ${done?.setupVariance} = ${done?.planned}`; // => "1000 + -540 = 460"
 * production.drill(done!, "completed").at(0)?.item; // => "cart"
 * ```
 */
export function productionPlan<const Key extends ReportKey = never>(
  ledger: Ledger,
  options: ReportOptions<Key> = {},
): LedgerReport<ProductionRow<Key>, ProductionColumn> {
  const read = readReport(ledger, options, reportFields);
  return ledgerReport(
    ledger,
    PRODUCTION_COLUMNS,
    read as ReportOptions as ReportOptions<Key>,
    ({ variance, completed }: Readonly<Record<ProductionColumn, Ratio>>): ProductionShares => ({
      variancePercent: percentOf(variance, completed),
    }),
  );
}
