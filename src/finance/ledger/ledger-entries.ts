import { compareText, type Ratio } from "../../core/index.js";
import { type EntryFilter, entriesOf } from "./batch-entries.js";
import type { LedgerBody } from "./ledger-body.js";
import { type Entry, LEDGER_ACCOUNTS } from "./posting.js";

/** The postings of a ledger that are asked for, in order; of a difference those that only one plan has. */
export function sortedEntries(body: LedgerBody, filter: EntryFilter): readonly Entry[] {
  const ofSign = (sign: 1 | -1): Entry[] =>
    body.streams.filter((one) => one.sign === sign).flatMap((one) => entriesOf(one, filter));
  return inLedgerOrder(body.isDifference ? onlyInOne(ofSign(1), ofSign(-1)) : ofSign(1));
}

/** Puts postings in the order of a ledger, in their place. */
export function inLedgerOrder(entries: Entry[]): readonly Entry[] {
  return entries.sort(inOrder);
}

/** What stands in both with opposite signs is left out. */
function onlyInOne(added: readonly Entry[], removed: readonly Entry[]): Entry[] {
  const gone = new Map<string, Entry[]>();
  for (const entry of removed) {
    const name = nameOf(entry, -1n);
    const same = gone.get(name);
    if (same === undefined) gone.set(name, [entry]);
    else same.push(entry);
  }
  const left = added.filter((entry) => gone.get(nameOf(entry, 1n))?.pop() === undefined);
  return [...left, ...[...gone.values()].flat()];
}

function nameOf({ amount, quantity, ...rest }: Entry, sign: bigint): string {
  const textOf = ({ num, den }: Ratio): string => `${sign * num}/${den}`;
  return JSON.stringify([
    Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
    textOf(amount),
    quantity && textOf(quantity),
  ]);
}

const RANK = new Map(LEDGER_ACCOUNTS.map((account, rank) => [account, rank]));

const POINT = ["item", "site", "segment"] as const;
const DETAILS = [
  "order",
  "supply",
  "demand",
  "supplier",
  "customer",
  "workCenter",
  "cause",
  "element",
] as const;

/** What comes in stands before what goes out, as it is netted (T2). */
function inOrder(a: Entry, b: Entry): number {
  return (
    a.day - b.day ||
    RANK.get(a.account)! - RANK.get(b.account)! ||
    byNames(POINT, a, b) ||
    Number(a.amount.num < 0n) - Number(b.amount.num < 0n) ||
    byNames(DETAILS, a, b) ||
    Number(a.amount.num * b.amount.den - b.amount.num * a.amount.den)
  );
}

function byNames(names: readonly (keyof Entry)[], a: Entry, b: Entry): number {
  for (const name of names) {
    if (a[name] !== b[name]) return compareText(`${a[name] ?? ""}`, `${b[name] ?? ""}`);
  }
  return 0;
}
