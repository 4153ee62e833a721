import { type Decimal, PlanningInputError, type Ratio, type Sequence } from "../../core/index.js";
import type { Ledger, MissingFigure, Posting } from "../ledger/index.js";
import { drillRows } from "../ledger/make-ledger.js";
import { faceOf } from "../ledger/row-amounts.js";
import { exactSum } from "./exact-sum.js";
import type { ReportColumns } from "./report-columns.js";
import type { ReportLine } from "./report-line.js";
import { linesOf } from "./report-lines.js";
import type { ReportKey, ReportOptions } from "./report-options.js";
import { partAmounts, partRows } from "./report-parts.js";
import { RowOrigins } from "./row-origins.js";

/** A row of a report: keys, the bucket, and a figure for each column; plain, ready for a table. */
export type ReportRow<Key extends ReportKey, Name extends string, More = unknown> = {
  readonly [K in Key]: string | null;
} & {
  /** The first day of the bucket; `null` without buckets. */
  readonly from: string | null;
  /** The day after the last. */
  readonly until: string | null;
} & { readonly [N in Name]: Decimal } & More;

/** A report on a ledger. */
export interface LedgerReport<Row extends object, Name extends string> {
  /** Of all amounts; `null` where nothing names one. */
  readonly currency: string | null;
  /** By bucket, then keys; what has no such key stands last. */
  readonly rows: readonly Row[];
  /** What the ledger could not post, so that no figure holds it. */
  readonly missing: readonly MissingFigure[];
  /**
   * The postings of which a figure is the sum, but for its sign and rounding.
   *
   * @param row - one of `rows`
   * @param column - the name of a column that is a sum of postings
   * @throws PlanningInputError when there is no such row or column
   */
  drill(row: object, column: Name): Sequence<Posting>;
}

/**
 * Puts accounts of a ledger side by side: a row for each key and bucket in which something is posted or
 * a balance is left, a column for each name.
 *
 * @param ledger - a ledger; checked by who calls
 * @param columns - of what accounts each is the sum
 * @param options - keys, bucket and rounding, read with `reportFields`
 * @param more - further fields of a row, worked out of its exact figures: shares, differences
 */
export function ledgerReport<
  const Key extends ReportKey,
  const Name extends string,
  More extends object = object,
>(
  ledger: Ledger,
  columns: ReportColumns<Name>,
  options: ReportOptions<Key>,
  more?: (figures: Readonly<Record<Name, Ratio>>) => More,
): LedgerReport<ReportRow<Key, Name, More>, Name> {
  const names = Object.keys(columns) as Name[];
  const origins = new RowOrigins<ReportLine>("report");
  const rows: ReportRow<Key, Name, More>[] = [];
  for (const line of linesOf(ledger, columns, options)) {
    const figures = {} as Record<Name, Ratio>;
    for (const name of names) {
      figures[name] = exactSum(columns[name].flatMap((part) => partAmounts(part, line)));
    }
    const { keys, from, until } = line;
    const faces = Object.fromEntries(names.map((name) => [name, faceOf(figures[name])]));
    const row = Object.assign({}, keys, { from, until }, faces, more?.(figures));
    rows.push(origins.keep(row as ReportRow<Key, Name, More>, line));
  }
  return Object.freeze({
    currency: ledger.currency,
    rows: Object.freeze(rows),
    get missing() {
      return ledger.missing;
    },
    drill(row: object, column: Name) {
      const line = origins.at(row);
      if (!names.includes(column)) {
        const message = `A column must be one of ${names.join(", ")}.`;
        throw new PlanningInputError([{ code: "invalidType", path: ["column"], message }]);
      }
      const behind = columns[column].flatMap((part) => partRows(part, line));
      return drillRows(ledger, behind);
    },
  });
}
