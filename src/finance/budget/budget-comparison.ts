import {
  type Issue,
  listOf,
  oneOf,
  optional,
  refuseMistakes,
  type Sequence,
} from "../../core/index.js";
import type {
  Ledger,
  LedgerAccount,
  LedgerBucket,
  LedgerRounding,
  LedgerRow,
  MissingFigure,
  Posting,
} from "../ledger/index.js";
import { drillRows } from "../ledger/make-ledger.js";
import { LEDGER_ACCOUNTS } from "../ledger/posting.js";
import { bookOfRates, type DatedRate, ratesArgument } from "../money/dated-rate.js";
import { REPORT_KEYS, readReport, reportFields } from "../report/report-options.js";
import { RowOrigins } from "../report/row-origins.js";
import { amountsOf } from "./budget-amounts.js";
import { BudgetBook } from "./budget-book.js";
import { noteContradictions } from "./budget-contradictions.js";
import { type BudgetKey, budgetKeyChecks } from "./budget-keys.js";
import { type BudgetLine, budgetLineArgument } from "./budget-line.js";
import {
  type BudgetHeading,
  type BudgetRow,
  budgetRow,
  byHeading,
  headingOf,
} from "./budget-row.js";
import { commonBucket, spansOf } from "./budget-spans.js";

/** What a plan is compared with. */
export interface BudgetComparisonOptions {
  readonly lines: readonly BudgetLine[];
  /** By what that for which there is no line is put together; by the keys of the lines when left out. */
  readonly by?: readonly BudgetKey[] | undefined;
  /** The periods of that for which there is no line; one period when left out. */
  readonly bucket?: LedgerBucket | undefined;
  /** Only of these accounts; all when left out. */
  readonly accounts?: readonly LedgerAccount[] | undefined;
  /** Of lines in other currencies. */
  readonly rates?: readonly DatedRate[] | undefined;
  /** Of what is planned; budgets are as they are given. */
  readonly round?: LedgerRounding | undefined;
}

/** A plan against a budget. */
export interface BudgetComparison {
  /** Of all amounts; `null` where nothing names one. */
  readonly currency: string | null;
  /** Those with a line in the order of the lines, then the others by account, bucket and keys. */
  readonly rows: readonly BudgetRow[];
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
 * Compares all that a ledger posts with a budget, line by line; what has no line stands in rows of its own.
 *
 * A posting counts for one line: of those of its account whose keys and period it fits, for the one that
 * states most keys, of these for the one whose combination of keys comes first in the list. So what a line
 * states no key for is what the narrower lines leave, and all that is planned stands in one row.
 *
 * @param ledger - what `planLedger` or `ledgerDifference` returned
 * @param options - budget lines, and how what has none is put together
 * @returns plain rows, and the postings behind each
 * @throws PlanningInputError with every mistake of the arguments: two lines of the same account and keys
 * must have no day in common, other currencies need a rate (`noRate`), and no line may name what no plan of
 * the ledger has (`unknownId`), but for customers
 *
 * Source: rule F, law 19; K80.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   items: [{ id: "wheel", unitCost: 8 }, { id: "hub", unitCost: 3 }],
 *   demands: [
 *     { id: "d1", item: "wheel", quantity: 10, due: "2026-01-16" },
 *     { id: "d2", item: "hub", quantity: 5, due: "2026-01-16" },
 *   ],
 * });
 * const year = { from: "2026-01-01", until: "2027-01-01" };
 * const lines = [{ account: "cashOut", item: "wheel", amount: 75, ...year }] as const;
 * const { rows } = budgetComparison(planLedger(plan, { costs: standardCosts(plan) }), {
 *   lines,
 *   accounts: ["cashOut"],
 * });
 * rows.map((row) => `${row.item}: ${row.budget} − ${row.planned} = ${row.difference}`);
 * // => ["wheel: 75 − 80 = -5", "hub: null − 15 = -15"]
 * ```
 */
export function budgetComparison(
  ledger: Ledger,
  options: BudgetComparisonOptions,
): BudgetComparison {
  const read = readReport(ledger, options, {
    ...reportFields,
    by: optional<BudgetKey[]>(listOf(oneOf<BudgetKey>(...REPORT_KEYS))),
    lines: listOf(budgetLineArgument(budgetKeyChecks(ledger))),
    accounts: optional<LedgerAccount[]>(listOf(oneOf(...LEDGER_ACCOUNTS))),
    rates: optional(ratesArgument, []),
  });
  const { lines, by, bucket, accounts, round } = read;
  const issues: Issue[] = [];
  const book = new BudgetBook(lines);
  noteContradictions(lines, book, accounts, issues);
  const budgets = amountsOf(lines, ledger, bookOfRates(read.rates), "lines", issues);
  refuseMistakes(issues);
  const keys = REPORT_KEYS.filter((key) => book.keys.has(key) || by?.includes(key) === true);
  const kept = by ?? [...book.keys];
  const rows = ledger.group({
    by: ["account", ...keys],
    bucket: commonBucket(lines, bucket),
    ...{ accounts, round },
  });
  const ofLines = lines.map((): LedgerRow[] => []);
  const others = new Map<string, BudgetHeading & { readonly rows: LedgerRow[] }>();
  const spanOf = spansOf(ledger, bucket);
  for (const row of rows) {
    const [place] = book.linesFor(row);
    if (place !== undefined) {
      ofLines[place]!.push(row);
      continue;
    }
    const span = spanOf(row.from!);
    const own = keys.map((key) => [key, kept.includes(key) ? row[key] : null] as const);
    const name = JSON.stringify([row.account, span.from, ...own]);
    const heading = others.get(name) ?? {
      ...span,
      account: row.account as LedgerAccount,
      keys: Object.fromEntries(own),
      rows: [] as LedgerRow[],
    };
    others.set(name, heading);
    heading.rows.push(row);
  }
  return comparisonOf(ledger, [
    ...lines.map((line, n) => [headingOf(line, keys, ofLines[n]!), budgets[n]!] as const),
    ...[...others.values()].sort(byHeading).map((heading) => [heading, null] as const),
  ]);
}

function comparisonOf(
  ledger: Ledger,
  made: readonly (readonly [BudgetHeading, Parameters<typeof budgetRow>[1]])[],
): BudgetComparison {
  const origins = new RowOrigins<readonly LedgerRow[]>("comparison");
  const rows = made.map(([heading, budget]) =>
    origins.keep(budgetRow(heading, budget), heading.rows),
  );
  return Object.freeze({
    currency: ledger.currency,
    rows: Object.freeze(rows),
    missing: ledger.missing,
    drill: (row: object) => drillRows(ledger, origins.at(row)),
  });
}
