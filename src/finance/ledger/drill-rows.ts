import { type Day, type Issue, parseDay, refuseMistakes } from "../../core/index.js";
import { type EntryFilter, type EntryPlace, TooManyEntries } from "./batch-entries.js";
import { groupOf } from "./exact-amount.js";
import type { LedgerKey, LedgerRow } from "./ledger.js";
import type { LedgerBody } from "./ledger-body.js";
import { bucketOfDay } from "./ledger-bucket.js";
import { inLedgerOrder, sortedEntries } from "./ledger-entries.js";
import { LedgerRows } from "./ledger-groups.js";
import { type Entry, LEDGER_ACCOUNTS, type LedgerAccount } from "./posting.js";

const POINT_KEYS: ReadonlySet<string> = new Set(["item", "site", "segment", "family"]);
const LEG_KEYS: ReadonlySet<string> = new Set(["account", "cause", "element", "workCenter"]);

/**
 * The postings that stand in some rows of a ledger, found in one pass for all rows of a grouping.
 *
 * @throws PlanningInputError when one is no row of it
 */
export function entriesBehind(body: LedgerBody, rows: readonly object[]): readonly Entry[] {
  const groups = new Map<LedgerRows, LedgerRow[]>();
  const issues: Issue[] = [];
  for (const row of rows) {
    const group = groupOf(Object(row));
    if (!(group instanceof LedgerRows) || group.body !== body) {
      const message = "This is no row of this ledger. Hand over one that its group gave.";
      issues.push({ code: "invalidType", path: ["row"], message });
      continue;
    }
    const same = groups.get(group);
    if (same === undefined) groups.set(group, [row as LedgerRow]);
    else same.push(row as LedgerRow);
  }
  refuseMistakes(issues);
  const found = Array.from(groups, ([group, own]) => behind(group, own));
  return found.length === 1 ? found[0]! : found.flat();
}

/** So many postings are kept, once a second row of a grouping is asked for. */
const MOST_KEPT = 2 ** 20;

/** What was asked of a grouping: one row, and then the postings of all. */
interface Known {
  byName: ReadonlyMap<string, readonly Entry[]> | undefined;
  isTooLarge: boolean;
}

const asked = new WeakMap<LedgerRows, Known>();

/**
 * A first row is looked for alone. Who asks for another one will ask for more, so all are found at once,
 * unless they are too many to keep.
 */
function behind(group: LedgerRows, rows: readonly LedgerRow[]): readonly Entry[] {
  const known = asked.get(group);
  if (known === undefined) asked.set(group, { byName: undefined, isTooLarge: false });
  else if (!known.isTooLarge) known.byName ??= allByName(group, known);
  const byName = known?.byName;
  if (byName === undefined) return sortedEntries(group.body, filterOf(group, rows));
  const { nameOfRow } = naming(group);
  const lists = [...new Set(rows.map(nameOfRow))].map((name) => byName.get(name) ?? []);
  return lists.length === 1 ? lists[0]! : inLedgerOrder(lists.flat());
}

function allByName(
  group: LedgerRows,
  known: Known,
): ReadonlyMap<string, readonly Entry[]> | undefined {
  const { accounts } = group.grouping;
  const { nameOf } = naming(group);
  const filter = { accounts: new Set(accounts ?? LEDGER_ACCOUNTS), most: MOST_KEPT };
  const byName = new Map<string, Entry[]>();
  try {
    for (const entry of sortedEntries(group.body, filter)) {
      const name = nameOf(entry);
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [entry]);
      else same.push(entry);
    }
  } catch (error) {
    if (!(error instanceof TooManyEntries)) throw error;
    known.isTooLarge = true;
    return undefined;
  }
  return byName;
}

/** The names by which rows of a grouping, and postings that stand in them, know each other. */
function naming({ grouping, body }: LedgerRows) {
  const { by, bucket } = grouping;
  const fromOf = (day: Day): Day | null =>
    bucket === undefined ? null : bucketOfDay(day, bucket, body.weekStart).from;
  return {
    fromOf,
    nameOf: (entry: EntryPlace): string =>
      JSON.stringify([fromOf(entry.day), ...by.map((key) => entry[key])]),
    nameOfRow: (row: LedgerRow): string =>
      JSON.stringify([dayOf(row), ...by.map((key) => row[key])]),
  };
}

function dayOf({ from }: LedgerRow): Day | null {
  return from === null ? null : parseDay(from)!;
}

/** Which postings stand in rows. */
function filterOf(group: LedgerRows, rows: readonly LedgerRow[]): EntryFilter {
  const { by, accounts } = group.grouping;
  const { fromOf, nameOf, nameOfRow } = naming(group);
  const sameKeys = (keys: readonly LedgerKey[]): ((of: object) => boolean) => {
    const nameOfKeys = (of: object): string =>
      JSON.stringify(keys.map((key) => (of as Record<string, unknown>)[key]));
    const names = new Set(rows.map(nameOfKeys));
    return (of) => names.has(nameOfKeys(of));
  };
  const isOfPoint = sameKeys(by.filter((key) => POINT_KEYS.has(key)));
  const days = new Set(rows.map(dayOf));
  const names = new Set(rows.map(nameOfRow));
  const ofRows = new Set(rows.map(({ account }) => account as LedgerAccount));
  return {
    accounts: by.includes("account") ? ofRows : new Set(accounts ?? LEDGER_ACCOUNTS),
    leg: sameKeys(by.filter((key) => LEG_KEYS.has(key))),
    day: (day) => days.has(fromOf(day)),
    point: isOfPoint,
    entry: (entry) => names.has(nameOf(entry)),
  };
}
