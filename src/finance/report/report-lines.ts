import { compareText, formatDay, parseDay, type Ratio, weekdayOf } from "../../core/index.js";
import { exactAmount } from "../ledger/exact-amount.js";
import type { Ledger, LedgerBucket, LedgerKey, LedgerRow } from "../ledger/index.js";
import { bucketOfDay } from "../ledger/ledger-bucket.js";
import { exactSum } from "./exact-sum.js";
import type { ReportColumns, ReportPart } from "./report-columns.js";
import type { ReportLine } from "./report-line.js";
import type { ReportKey, ReportOptions } from "./report-options.js";
import { belongs } from "./report-parts.js";

const NOTHING: ReadonlyMap<ReportPart, Ratio> = new Map();

/** The lines of a report, by bucket, then keys. */
export function linesOf(
  ledger: Ledger,
  columns: ReportColumns,
  { by = [], bucket, round }: ReportOptions,
): readonly ReportLine[] {
  const parts = Object.values(columns).flat();
  const details = new Set<LedgerKey>(["account"]);
  for (const { only = {} } of parts) {
    for (const key of Object.keys(only) as LedgerKey[]) details.add(key);
  }
  for (const key of by) details.delete(key);
  const rows = ledger.group({
    by: [...by, ...details],
    bucket,
    round,
    accounts: [...new Set(parts.map(({ account }) => account))],
  });
  const lines = together(rows, by, parts);
  const balances = parts.filter(({ balance }) => balance !== undefined);
  if (bucket === undefined || balances.length === 0) return lines;
  return carriedOn(lines, by, bucket, balances);
}

/** Rows of one bucket and the same keys follow one another. */
function together(
  rows: readonly LedgerRow[],
  by: readonly ReportKey[],
  parts: readonly ReportPart[],
): readonly ReportLine[] {
  const lines: (ReportLine & { readonly rows: LedgerRow[]; readonly amounts: Ratio[] })[] = [];
  for (const row of rows) {
    if (!parts.some((part) => belongs(part, row))) continue;
    const last = lines.at(-1);
    if (last?.from === row.from && by.every((key) => last.keys[key] === row[key])) {
      last.rows.push(row);
      last.amounts.push(exactAmount(row));
      continue;
    }
    const keys = Object.fromEntries(by.map((key) => [key, row[key]]));
    const { from, until } = row;
    const amounts = [exactAmount(row)];
    lines.push({ keys, from, until, rows: [row], amounts, before: NOTHING, previous: undefined });
  }
  return lines;
}

/** Takes balances on from bucket to bucket, with a line wherever one is left though nothing is posted. */
function carriedOn(
  lines: readonly ReportLine[],
  by: readonly ReportKey[],
  bucket: LedgerBucket,
  balances: readonly ReportPart[],
): readonly ReportLine[] {
  const all: ReportLine[] = [];
  const latest = new Map<
    string,
    { readonly line: ReportLine; readonly left: ReadonlyMap<ReportPart, Ratio> }
  >();
  const open = new Map<string, ReportLine>();
  const nameOf = ({ keys }: ReportLine): string => JSON.stringify(by.map((key) => keys[key]));
  let n = 0;
  for (const { from, until } of spansOf(lines, bucket)) {
    const own = new Map<string, ReportLine>();
    for (; lines[n]?.from === from; n++) own.set(nameOf(lines[n]!), lines[n]!);
    const hasOnlyOwn = [...open.keys()].every((name) => own.has(name));
    for (const [name, { keys }] of open) {
      if (own.has(name)) continue;
      const nothing = { rows: [], amounts: [], before: NOTHING, previous: undefined };
      own.set(name, { keys, from, until, ...nothing });
    }
    const inTurn = hasOnlyOwn ? [...own] : [...own].sort(([, a], [, b]) => compareKeys(by, a, b));
    for (const [name, line] of inTurn) {
      const last = latest.get(name);
      const made = { ...line, previous: last?.line, before: last?.left ?? NOTHING };
      all.push(made);
      const rest = left(made, balances);
      latest.set(name, { line: made, left: rest });
      if ([...rest.values()].every(({ num }) => num === 0n)) open.delete(name);
      else open.set(name, made);
    }
  }
  return all;
}

/** What is left of each balance after a line. */
function left(line: ReportLine, balances: readonly ReportPart[]): ReadonlyMap<ReportPart, Ratio> {
  return new Map(
    balances.map((part) => {
      const own = line.amounts.filter((_, n) => belongs(part, line.rows[n]!));
      return [part, exactSum([line.before.get(part) ?? { num: 0n, den: 1n }, ...own])] as const;
    }),
  );
}

/** All buckets from the first to the last. */
function* spansOf(
  lines: readonly ReportLine[],
  bucket: LedgerBucket,
): Iterable<{ readonly from: string; readonly until: string }> {
  const [first, last] = [parseDay(lines[0]?.from), parseDay(lines.at(-1)?.from)];
  if (first === undefined || last === undefined) return;
  // The first bucket begins as every other does.
  const weekStart = weekdayOf(first);
  for (let day = first; day <= last; ) {
    const { from, until } = bucketOfDay(day, bucket, weekStart);
    yield { from: formatDay(from), until: formatDay(until) };
    day = until;
  }
}

/** What has no such key stands last. */
function compareKeys(by: readonly ReportKey[], a: ReportLine, b: ReportLine): number {
  for (const key of by) {
    const [first, second] = [a.keys[key] ?? null, b.keys[key] ?? null];
    if (first === second) continue;
    if (first === null || second === null) return first === null ? 1 : -1;
    return compareText(first, second);
  }
  return 0;
}
