import {
  formatDay,
  type Issue,
  listOf,
  oneOf,
  optional,
  refuseMistakes,
  type Sequence,
} from "../../core/index.js";
import { amountsOf } from "../budget/budget-amounts.js";
import { BudgetBook } from "../budget/budget-book.js";
import { budgetKeyChecks } from "../budget/budget-keys.js";
import { limitArgument } from "../budget/budget-line.js";
import type { BudgetLine } from "../budget/index.js";
import type { Ledger, LedgerRounding, LedgerRow, MissingFigure, Posting } from "../ledger/index.js";
import { drillRows } from "../ledger/make-ledger.js";
import { bookOfRates, type DatedRate, ratesArgument } from "../money/dated-rate.js";
import { REPORT_KEYS, readReport, reportFields } from "../report/report-options.js";
import { RowOrigins } from "../report/row-origins.js";
import { type PurchasingBudgetRow, unbudgeted, used } from "./purchasing-budget-row.js";

/** How much may be bought in a period, and of what: from a supplier, of a family … of all that it names. */
export type PurchasingBudget = Omit<BudgetLine, "account">;

/** Which purchases are held against budgets. */
export interface PurchasingBudgetOptions {
  /** They may overlap: a posting counts in each that it fits. */
  readonly budgets: readonly PurchasingBudget[];
  /** What is held against them: `"purchaseCommitment"` when left out. */
  readonly account?: "purchaseCommitment" | "purchaseReceipt" | "cashOut" | undefined;
  /** Of budgets in other currencies. */
  readonly rates?: readonly DatedRate[] | undefined;
  /** Of what is planned; budgets are as they are given. */
  readonly round?: LedgerRounding | undefined;
}

/** Purchases against budgets. */
export interface PurchasingBudgetReport {
  /** Of all amounts; `null` where nothing names one. */
  readonly currency: string | null;
  /** In the order of the budgets; last, where there is something, what no budget is for. */
  readonly rows: readonly PurchasingBudgetRow[];
  /** What the ledger could not post. */
  readonly missing: readonly MissingFigure[];
  /**
   * The postings of which `planned` is the sum.
   *
   * @param row - one of `rows`
   * @throws PlanningInputError when it is none
   */
  drill(row: object): Sequence<Posting>;
}

/**
 * Checks purchases against budgets by period: how much of each is used, what is over, and from what day on.
 *
 * Each budget is a limit of its own: an order counts in that of its supplier and in that of its family.
 *
 * @param ledger - what `planLedger` returned
 * @param options - budgets, and whether what is ordered, comes in or is paid is held against them
 * @returns plain rows, and the postings behind each
 * @throws PlanningInputError with every mistake of the arguments; `noRate` where a currency needs a rate,
 * `unknownId` where a budget names what no plan of the ledger has
 *
 * Source: rule F, law 19; K80.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   suppliers: [{ id: "Smith" }],
 *   items: [{ id: "wheel" }],
 *   sources: [{ item: "wheel", kind: "buy", supplier: "Smith", price: 3 }],
 *   demands: [
 *     { id: "d1", item: "wheel", quantity: 10, due: "2026-01-16" },
 *     { id: "d2", item: "wheel", quantity: 20, due: "2026-01-23" },
 *   ],
 * });
 * const january = { from: "2026-01-01", until: "2026-02-01" };
 * const { rows } = purchasingBudget(planLedger(plan, { costs: standardCosts(plan) }), {
 *   budgets: [{ supplier: "Smith", amount: 80, ...january }],
 * });
 * rows.map((row) => `${row.state} by ${row.left} on ${row.overOn}`);
 * // => ["over by -10 on 2026-01-23"]
 * ```
 */
export function purchasingBudget(
  ledger: Ledger,
  options: PurchasingBudgetOptions,
): PurchasingBudgetReport {
  const { budgets, account, rates, round } = readReport(ledger, options, {
    round: reportFields.round,
    budgets: listOf(limitArgument(budgetKeyChecks(ledger))),
    account: optional<NonNullable<PurchasingBudgetOptions["account"]>>(
      oneOf("purchaseCommitment", "purchaseReceipt", "cashOut"),
      "purchaseCommitment",
    ),
    rates: optional(ratesArgument, []),
  });
  const issues: Issue[] = [];
  const amounts = amountsOf(budgets, ledger, bookOfRates(rates), "budgets", issues);
  refuseMistakes(issues);
  const book = new BudgetBook(budgets.map((budget) => ({ ...budget, account })));
  const keys = REPORT_KEYS.filter((key) => book.keys.has(key));
  const own = budgets.map((): LedgerRow[] => []);
  const others: LedgerRow[] = [];
  const accounts = [account];
  for (const row of ledger.group({ by: ["account", ...keys], bucket: "day", accounts, round })) {
    const places = [...book.linesFor(row)];
    for (const place of places) own[place]!.push(row);
    if (places.length === 0) others.push(row);
  }
  const origins = new RowOrigins<readonly LedgerRow[]>("report");
  const rows = budgets.map(({ from, until, ...budget }, n) => {
    const of = Object.fromEntries(keys.map((key) => [key, budget[key] ?? null]));
    const period = { from: formatDay(from), until: formatDay(until) };
    const row: PurchasingBudgetRow = { ...of, ...period, ...used(own[n]!, amounts[n]!) };
    return origins.keep(row, own[n]!);
  });
  if (others.length > 0) rows.push(origins.keep(unbudgeted(keys, others), others));
  return Object.freeze({
    currency: ledger.currency,
    rows: Object.freeze(rows),
    missing: ledger.missing,
    drill: (row: object) => drillRows(ledger, origins.at(row)),
  });
}
