import {
  addRatios,
  compareText,
  type Decimal,
  formatDay,
  PlanningInputError,
  parseDay,
  ratioToDecimal,
  type Sequence,
  weekdayOf,
} from "../../core/index.js";
import { exactAmount } from "../ledger/exact-amount.js";
import {
  type Ledger,
  type LedgerAccount,
  type LedgerGrouping,
  type LedgerKey,
  type LedgerRow,
  ledgerDifference,
  type Posting,
} from "../ledger/index.js";
import { bucketOfDay } from "../ledger/ledger-bucket.js";
import { drillRows } from "../ledger/make-ledger.js";
import { LEDGER_ACCOUNTS } from "../ledger/posting.js";
import { exactSum } from "../report/exact-sum.js";
import type { ReportKey, ReportOptions } from "../report/report-options.js";
import { RowOrigins } from "../report/row-origins.js";

/** What two ledgers say of an account in a bucket. */
export interface ComparedRow {
  readonly account: LedgerAccount;
  /** The first day of the bucket; `null` without buckets. */
  readonly from: string | null;
  /** The day after the last. */
  readonly until: string | null;
  readonly before: Decimal;
  readonly after: Decimal;
  /** after − before. */
  readonly difference: Decimal;
}

/** Rows of two ledgers. */
export interface SideBySide {
  readonly rows: readonly ComparedRow[];
  readonly drill: (row: object, column: "before" | "after" | "difference") => Sequence<Posting>;
}

/** What both say of the same account, keys and bucket. */
interface Pair {
  /** An account and keys. */
  readonly of: LedgerRow;
  readonly span: Span;
  readonly before: LedgerRow[];
  readonly after: LedgerRow[];
}

type Span = Pick<LedgerRow, "from" | "until">;

/** Groups two ledgers alike and puts rows of the same account, keys and bucket side by side. */
export function sideBySide(
  before: Ledger,
  after: Ledger,
  options: ReportOptions & { readonly accounts: readonly LedgerAccount[] | undefined },
): SideBySide {
  const { by = [] } = options;
  const grouping = { ...options, by: ["account", ...by] } as const satisfies LedgerGrouping;
  const nameOf = (row: LedgerRow, { from }: Span): string =>
    JSON.stringify([from, row.account, ...by.map((key) => row[key])]);
  const pairs = new Map<string, Pair>();
  const second = after.group(grouping);
  const sides = { before: inWeeksOf(before, grouping, second), after: alone(second) };
  for (const side of ["before", "after"] as const) {
    for (const { row, span } of sides[side]) {
      const name = nameOf(row, span);
      const pair = pairs.get(name) ?? { of: row, span, before: [], after: [] };
      pairs.set(name, pair);
      pair[side].push(row);
    }
  }
  const origins = new RowOrigins<Pair>("comparison");
  const rows = [...pairs.values()]
    .sort((a, b) => inOrder(by, a, b))
    .map((pair) => origins.keep(rowOf(by, pair), pair));
  let differences: { readonly ledger: Ledger; readonly rows: Map<string, LedgerRow[]> } | undefined;
  const differencesOf = () => {
    const ledger = ledgerDifference(before, after);
    const found = new Map<string, LedgerRow[]>();
    for (const { row, span } of inWeeksOf(ledger, grouping, second)) {
      const name = nameOf(row, span);
      const same = found.get(name);
      if (same === undefined) found.set(name, [row]);
      else same.push(row);
    }
    return { ledger, rows: found };
  };
  const drill: SideBySide["drill"] = (row, column) => {
    const pair = origins.at(row);
    switch (column) {
      case "before":
        return drillRows(before, pair.before);
      case "after":
        return drillRows(after, pair.after);
      case "difference": {
        differences ??= differencesOf();
        const { ledger, rows: all } = differences;
        const own = all.get(nameOf(pair.of, pair.span)) ?? [];
        return drillRows(ledger, own);
      }
      default: {
        const message = "A column must be one of before, after, difference.";
        throw new PlanningInputError([{ code: "invalidType", path: ["column"], message }]);
      }
    }
  };
  return { rows: Object.freeze(rows), drill };
}

const alone = (rows: readonly LedgerRow[]) => rows.map((row) => ({ row, span: row }));

/** Rows of a ledger in the weeks of rows of another, which may begin on another weekday. */
function inWeeksOf(
  ledger: Ledger,
  grouping: LedgerGrouping,
  others: readonly LedgerRow[],
): readonly { readonly row: LedgerRow; readonly span: Span }[] {
  const rows = ledger.group(grouping as LedgerGrouping<LedgerKey>);
  const [own, other] = [rows[0], others[0]].map((row) => parseDay(row?.from));
  if (grouping.bucket !== "week" || own === undefined || other === undefined) return alone(rows);
  const weekStart = weekdayOf(other);
  if (weekdayOf(own) === weekStart) return alone(rows);
  const days = ledger.group({ ...(grouping as LedgerGrouping<LedgerKey>), bucket: "day" });
  return days.map((row) => {
    const { from, until } = bucketOfDay(parseDay(row.from)!, "week", weekStart);
    return { row, span: { from: formatDay(from), until: formatDay(until) } };
  });
}

function rowOf(by: readonly ReportKey[], { of, span, before, after }: Pair): ComparedRow {
  const first = exactSum(before.map(exactAmount));
  const second = exactSum(after.map(exactAmount));
  return Object.freeze({
    account: of.account as LedgerAccount,
    ...Object.fromEntries(by.map((key) => [key, of[key]])),
    from: span.from,
    until: span.until,
    before: ratioToDecimal(first),
    after: ratioToDecimal(second),
    difference: ratioToDecimal(addRatios(second, { num: -first.num, den: first.den })),
  });
}

/** By bucket, account and keys; what has no such key stands last. */
function inOrder(by: readonly ReportKey[], a: Pair, b: Pair): number {
  const rank = ({ of }: Pair): number => LEDGER_ACCOUNTS.indexOf(of.account as LedgerAccount);
  const order = compareText(a.span.from ?? "", b.span.from ?? "") || rank(a) - rank(b);
  if (order !== 0) return order;
  for (const key of by) {
    const [first, second] = [a.of[key], b.of[key]];
    if (first === second) continue;
    if (first === null || second === null) return first === null ? 1 : -1;
    return compareText(first, second);
  }
  return 0;
}
