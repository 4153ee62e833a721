import {
  compareText,
  formatDay,
  lazySequence,
  PlanningInputError,
  ratioToDecimal,
  type Sequence,
} from "../../core/index.js";
import type { Ledger, LedgerGrouping, LedgerKey, LedgerRow } from "./ledger.js";
import { type GroupContext, groupEntries } from "./ledger-groups.js";
import type { MissingFigure } from "./missing-figure.js";
import { type Entry, LEDGER_ACCOUNTS, type Posting } from "./posting.js";

/** What a ledger is made of. */
export interface LedgerBody extends GroupContext {
  readonly currency: string | null;
  readonly entries: readonly Entry[];
  readonly missing: readonly MissingFigure[];
}

const bodies = new WeakMap<object, LedgerBody>();

/** The ledger that a host sees of postings. */
export function makeLedger(given: LedgerBody): Ledger {
  const body = { ...given, entries: given.entries.toSorted(inOrder) };
  const drills = new WeakMap<object, readonly Entry[]>();
  const ledger: Ledger = Object.freeze({
    currency: body.currency,
    missing: body.missing,
    postings: postingsOf(body.entries),
    group<const Key extends LedgerKey = never>(grouping: LedgerGrouping<Key> = {}) {
      const groups = groupEntries(body.entries, body, grouping);
      for (const { row, entries } of groups) drills.set(row, entries);
      return Object.freeze(groups.map(({ row }) => row)) as unknown as readonly LedgerRow<Key>[];
    },
    drill(row: object) {
      const entries = drills.get(Object(row));
      if (entries !== undefined) return postingsOf(entries);
      const message = "This is no row of this ledger. Hand over one that its group gave.";
      throw new PlanningInputError([{ code: "invalidType", path: ["row"], message }]);
    },
  });
  bodies.set(ledger, body);
  return ledger;
}

/**
 * What a ledger is made of.
 *
 * @throws PlanningInputError when it is no ledger
 */
export function bodyOf(ledger: Ledger, name: string): LedgerBody {
  const body = bodies.get(Object(ledger));
  if (body !== undefined) return body;
  const message = `The ${name} must be what planLedger or ledgerDifference returned.`;
  throw new PlanningInputError([{ code: "invalidType", path: [name], message }]);
}

function postingsOf(entries: readonly Entry[]): Sequence<Posting> {
  return lazySequence(entries.length, (place) => {
    const { day, amount, quantity, ...rest } = entries[place]!;
    return Object.freeze({
      date: formatDay(day),
      ...rest,
      amount: ratioToDecimal(amount),
      quantity: quantity === null ? null : ratioToDecimal(quantity),
    });
  });
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
