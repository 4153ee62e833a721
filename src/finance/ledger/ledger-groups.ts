import {
  type Check,
  compareText,
  floorDivide,
  formatDay,
  listOf,
  objectOf,
  oneOf,
  optional,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
  readArgument,
  sumOfRatios,
} from "../../core/index.js";
import { type RoundingMode, roundedUnits, roundingFields } from "../money/rounding.js";
import type { LedgerGrouping, LedgerKey, LedgerRow } from "./ledger.js";
import { bucketOfDay, LEDGER_BUCKETS, type LedgerBucket } from "./ledger-bucket.js";
import { type Entry, LEDGER_ACCOUNTS, type LedgerAccount } from "./posting.js";

const KEYS = [
  "account",
  "cause",
  "family",
  "item",
  "site",
  "segment",
  "order",
  "supply",
  "demand",
  "supplier",
  "customer",
  "workCenter",
] as const satisfies readonly LedgerKey[];

const fields = {
  by: optional<LedgerKey[]>(listOf(oneOf(...KEYS)), []),
  bucket: optional<LedgerBucket>(oneOf(...LEDGER_BUCKETS)),
  accounts: optional<LedgerAccount[]>(listOf(oneOf(...LEDGER_ACCOUNTS))),
  round: optional(objectOf({ ...roundingFields, on: oneOf("postings", "total") })),
} satisfies Readonly<Record<string, Check<unknown>>>;

/** What grouping asks beside the postings. */
export interface GroupContext {
  /** Monday is 0. */
  readonly weekStart: number;
  readonly familyOf: (item: string) => string | null;
}

/** A row and its postings. */
export interface LedgerGroup {
  readonly row: LedgerRow;
  readonly entries: readonly Entry[];
}

interface Group {
  readonly keys: readonly (string | null)[];
  readonly span: { readonly from: number; readonly until: number } | undefined;
  readonly entries: Entry[];
}

/** Puts postings together, in the order of buckets, then keys. */
export function groupEntries(
  entries: readonly Entry[],
  { weekStart, familyOf }: GroupContext,
  grouping: LedgerGrouping,
): readonly LedgerGroup[] {
  const { by, bucket, accounts, round } = readArgument(grouping, fields);
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    if (accounts !== undefined && !accounts.includes(entry.account)) continue;
    const span = bucket && bucketOfDay(entry.day, bucket, weekStart);
    const keys = by.map((key) => (key === "family" ? familyOf(entry.item) : entry[key]));
    const name = JSON.stringify([span?.from, ...keys]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { keys, span, entries: [entry] });
    else group.entries.push(entry);
  }
  const sorted = [...groups.values()].sort(inOrder);
  const amounts =
    round?.on === "total"
      ? splitTotals(sorted, by.indexOf("account"), round)
      : sorted.map((group) => amountOf(group, round));
  return sorted.map((group, n) => ({
    row: rowOf(group, by, amounts[n]!),
    entries: group.entries,
  }));
}

function rowOf({ keys, span, entries }: Group, by: readonly LedgerKey[], amount: Ratio): LedgerRow {
  const quantity = quantityOf(entries);
  return Object.freeze({
    ...Object.fromEntries(by.map((key, n) => [key, keys[n] ?? null])),
    from: span === undefined ? null : formatDay(span.from),
    until: span === undefined ? null : formatDay(span.until),
    amount: ratioToDecimal(amount),
    quantity: quantity === undefined ? null : ratioToDecimal(quantity),
  }) as LedgerRow;
}

/** Quantities of several items do not add. */
function quantityOf(entries: readonly Entry[]): Ratio | undefined {
  const item = entries[0]?.item;
  const quantities: Ratio[] = [];
  for (const entry of entries) {
    if (entry.quantity === null || entry.item !== item) return undefined;
    quantities.push(entry.quantity);
  }
  return exactSum(quantities);
}

interface ReadRounding {
  readonly decimals: number;
  readonly mode: RoundingMode;
}

/** The exact sum of a group, or that of its postings, each rounded. */
function amountOf({ entries }: Group, round: ReadRounding | undefined): Ratio {
  if (round === undefined) return exactSum(entries.map(({ amount }) => amount));
  const units = entries.reduce((sum, { amount }) => sum + roundedUnits(amount, round), 0n);
  return ratioOf(units, powerOfTen(round.decimals));
}

/** Rounds totals, and splits them so that rows add up to them; those of an account by themselves. */
function splitTotals(
  groups: readonly Group[],
  accountKey: number,
  round: ReadRounding,
): readonly Ratio[] {
  const unit = powerOfTen(round.decimals);
  const amounts = groups.map((group) => amountOf(group, undefined));
  const together = new Map<string | null, number[]>();
  for (const [n, { keys }] of groups.entries()) {
    const account = keys[accountKey] ?? null;
    const places = together.get(account);
    if (places === undefined) together.set(account, [n]);
    else places.push(n);
  }
  const units: bigint[] = [];
  for (const places of together.values()) {
    const total = roundedUnits(exactSum(places.map((n) => amounts[n]!)), round);
    const down = places.map((n) => floorDivide(amounts[n]!.num * unit, amounts[n]!.den));
    const left = Number(total - down.reduce((sum, one) => sum + one, 0n));
    const turn = places
      .map((n, k) => ({
        k,
        lost: ratioOf(amounts[n]!.num * unit - down[k]! * amounts[n]!.den, amounts[n]!.den),
      }))
      .sort((a, b) => compareRatios(b.lost, a.lost) || a.k - b.k);
    for (const { k } of turn.slice(0, left)) down[k]! += 1n;
    for (const [k, n] of places.entries()) units[n] = down[k]!;
  }
  return units.map((one) => ratioOf(one, unit));
}

function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : Number(difference > 0n);
}

function exactSum(ratios: readonly Ratio[]): Ratio {
  const { num, den } = sumOfRatios(ratios);
  return ratioOf(num, den);
}

function inOrder(a: Group, b: Group): number {
  const bySpan = (a.span?.from ?? 0) - (b.span?.from ?? 0);
  if (bySpan !== 0) return bySpan;
  for (const [n, key] of a.keys.entries()) {
    const order = compareKeys(key, b.keys[n] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** What has no such key stands last. */
function compareKeys(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}
