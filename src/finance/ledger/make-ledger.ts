import {
  formatDay,
  lazySequence,
  PlanningInputError,
  ratioToDecimal,
  type Sequence,
} from "../../core/index.js";
import { entriesBehind } from "./drill-rows.js";
import { readGrouping } from "./grouping-options.js";
import type { Ledger, LedgerGrouping, LedgerKey, LedgerRow } from "./ledger.js";
import type { LedgerBody } from "./ledger-body.js";
import { sortedEntries } from "./ledger-entries.js";
import { LedgerRows } from "./ledger-groups.js";
import type { MissingFigure } from "./missing-figure.js";
import { type Entry, LEDGER_ACCOUNTS, type Posting } from "./posting.js";

const bodies = new WeakMap<object, LedgerBody>();

/** The ledger that a host sees. */
export function makeLedger(body: LedgerBody): Ledger {
  let postings: Sequence<Posting> | undefined;
  let missing: readonly MissingFigure[] | undefined;
  const ledger: Ledger = Object.freeze({
    currency: body.currency,
    get missing() {
      missing ??= body.missing();
      return missing;
    },
    get postings() {
      postings ??= postingsOf(sortedEntries(body, { accounts: new Set(LEDGER_ACCOUNTS) }));
      return postings;
    },
    group<const Key extends LedgerKey = never>(grouping: LedgerGrouping<Key> = {}) {
      const { rows } = new LedgerRows(body, readGrouping(grouping));
      return rows as unknown as readonly LedgerRow<Key>[];
    },
    drill(row: object) {
      return postingsOf(entriesBehind(body, [row]));
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

/**
 * The postings behind some rows of a ledger, found in one pass for all rows that were grouped together.
 *
 * @throws PlanningInputError when one is no row of it
 */
export function drillRows(ledger: Ledger, rows: readonly object[]): Sequence<Posting> {
  return postingsOf(entriesBehind(bodyOf(ledger, "ledger"), rows));
}

function postingsOf(entries: readonly Entry[]): Sequence<Posting> {
  return lazySequence(entries.length, (place) => {
    const { day, amount, quantity, family: _, ...rest } = entries[place]!;
    return Object.freeze({
      date: formatDay(day),
      ...rest,
      amount: ratioToDecimal(amount),
      quantity: quantity === null ? null : ratioToDecimal(quantity),
    });
  });
}
