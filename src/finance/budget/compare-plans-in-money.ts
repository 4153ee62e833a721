import {
  addMistake,
  type Check,
  type Issue,
  listOf,
  objectOf,
  oneOf,
  optional,
  refuseMistakes,
  type Sequence,
  showValue,
  UNSOUND,
} from "../../core/index.js";
import { type Plan, type PlanMovements, planMovements } from "../../mrp/index.js";
import type { Ledger, LedgerAccount, MissingFigure, Posting } from "../ledger/index.js";
import { LEDGER_ACCOUNTS } from "../ledger/posting.js";
import {
  ledgerArgument,
  type ReportKey,
  type ReportOptions,
  reportFields,
} from "../report/report-options.js";
import { type LateFigureRow, lateFigures } from "./late-figures.js";
import { type MoneyFigureRow, moneyFigures } from "./money-figures.js";
import { type ComparedRow, sideBySide } from "./side-by-side.js";

/** How two plans are compared. */
export interface ComparePlansInMoneyOptions<Key extends ReportKey = ReportKey>
  extends ReportOptions<Key> {
  /** Only rows of these accounts; all when left out. Key figures are of all. */
  readonly accounts?: readonly LedgerAccount[] | undefined;
  /** The plans of the two ledgers: asks how late their demands are too, which costs their feasible dates. */
  readonly plans?: { readonly before: Plan; readonly after: Plan } | undefined;
}

/** A figure of two plans: of an account, by key and bucket. */
export type MoneyComparisonRow<Key extends ReportKey = ReportKey> = ComparedRow & {
  readonly [K in Key]: string | null;
};

/** Which plan a figure is of; `difference` is after − before. */
export type MoneyComparisonColumn = "before" | "after" | "difference";

/** Two plans in money. */
export interface MoneyComparison<Key extends ReportKey = ReportKey> {
  /** Of all amounts; `null` where nothing names one. */
  readonly currency: string | null;
  /** Of both plans as a whole; the last two, of lateness, only where `plans` are given. */
  readonly figures: readonly (MoneyFigureRow | LateFigureRow)[];
  /** By bucket, account and keys; what has no such key stands last. */
  readonly rows: readonly MoneyComparisonRow<Key>[];
  /** What either ledger could not post. */
  readonly missing: readonly MissingFigure[];
  /**
   * The postings of which a figure is the sum: of `difference` those that only one of the ledgers has,
   * of the first with the other sign.
   *
   * @param row - one of `rows`
   * @param column - which figure of it
   * @throws PlanningInputError when there is no such row or column
   */
  drill(row: object, column: MoneyComparisonColumn): Sequence<Posting>;
}

/** Reads what the columns of a plan are read from. */
const planArgument: Check<PlanMovements> = (value, place) => {
  try {
    return planMovements(value as Plan);
  } catch {
    const message = "This must be what planRequirements, replan or planFromJSON returned.";
    addMistake(place, value === undefined ? "missingField" : "invalidType", message);
    return UNSOUND;
  }
};

const fields = objectOf({
  ...reportFields,
  accounts: optional<LedgerAccount[]>(listOf(oneOf(...LEDGER_ACCOUNTS))),
  plans: optional(objectOf({ before: planArgument, after: planArgument })),
});

/**
 * Compares two plans in money: what does this change cost, by account and period, and in a few key
 * figures: revenue and margin, the lowest that cash ever stands, the highest value of stock, lateness.
 *
 * @param before - the ledger of a plan
 * @param after - that of another, in the same currency
 * @param options - keys, bucket, accounts and rounding of the rows, and the plans for how late they are
 * @returns key figures, rows, and the postings behind each figure
 * @throws PlanningInputError with every mistake of the arguments; with `currencyMismatch` when the
 * currencies differ
 *
 * Source: rule F, law 19; N11 (lateness), K81.
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
 *   return planLedger(plan, { costs: standardCosts(plan), sales: { itemPrices: { wheel: 9 } } });
 * };
 * const { figures } = comparePlansInMoney(ledgerOf(10), ledgerOf(12));
 * const margin = figures.find(({ figure }) => figure === "margin");
 * `${margin?.before} → ${margin?.after}: ${margin?.difference}`; // => "10 → 12: 2"
 * ```
 */
export function comparePlansInMoney<const Key extends ReportKey = never>(
  before: Ledger,
  after: Ledger,
  options: ComparePlansInMoneyOptions<Key> = {},
): MoneyComparison<Key> {
  const issues: Issue[] = [];
  ledgerArgument(before, { path: ["before"], issues });
  ledgerArgument(after, { path: ["after"], issues });
  const read = fields(options, { path: [], issues });
  refuseMistakes(issues);
  if (before.currency !== after.currency) {
    const message = `One ledger is in ${showValue(before.currency)}, the other in ${showValue(after.currency)}. Make both in one currency.`;
    refuseMistakes([{ code: "currencyMismatch", path: ["after"], message }]);
  }
  const { by, bucket, accounts, round, plans } = read;
  const rows = sideBySide(before, after, { by, bucket, accounts, round });
  const late = plans === undefined ? [] : lateFigures(plans.before, plans.after);
  const known = new Map(
    [...before.missing, ...after.missing].map((one) => [JSON.stringify(one), one]),
  );
  return Object.freeze({
    currency: after.currency,
    figures: Object.freeze([...moneyFigures(before, after), ...late]),
    missing: Object.freeze([...known.values()]),
    rows: rows.rows as unknown as readonly MoneyComparisonRow<Key>[],
    drill: rows.drill,
  });
}
