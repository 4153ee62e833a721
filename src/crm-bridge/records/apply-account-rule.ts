import { compareText } from "../../core/index.js";
import type { CrmAccount } from "../schema/crm-records.js";
import type { AccountId } from "../schema/ids.js";
import { AccountGroups } from "./account-groups.js";
import type { AccountConflict } from "./account-match.js";
import { type AccountField, type AccountRule, valuesOf } from "./account-rules.js";

/** The different values of each kind that a group has. */
type Differences = Map<
  string,
  { readonly field: AccountField; readonly texts: Map<string, string> }
>;

/**
 * Joins what a rule joins.
 *
 * @param accounts - in the order of their ids
 * @param groups - which accounts are one so far; what the rule joins becomes one
 * @param rule - the rule
 * @param n - its place among the rules
 * @returns what would have been joined but for a difference
 */
export function applyRule(
  accounts: readonly CrmAccount[],
  groups: AccountGroups,
  rule: AccountRule,
  n: number,
): AccountConflict[] {
  const watched = watchedValues(accounts, groups, rule);
  const sound: AccountId[][] = [];
  const conflicts: AccountConflict[] = [];
  for (const sharing of sharedBy(accounts, rule)) {
    const leaders = new Set(sharing.map((id) => groups.leaderOf(id)));
    if (leaders.size === 1) continue;
    const found = conflictsAmong(groups, watched, leaders, n);
    if (found.length === 0) sound.push(sharing);
    else conflicts.push(...found);
  }
  // What each value joins may be sound and all of it together not: then none of it is taken, since
  // which part to take would be a guess.
  for (const joined of connected(groups, sound)) {
    const leaders = new Set(joined.flat().map((id) => groups.leaderOf(id)));
    const found = conflictsAmong(groups, watched, leaders, n);
    conflicts.push(...found);
    if (found.length > 0) continue;
    for (const [first, ...others] of joined) {
      for (const other of others) groups.join(first!, other, n);
    }
  }
  return conflicts;
}

/** The accounts that share each value of a rule. */
function sharedBy(accounts: readonly CrmAccount[], rule: AccountRule): AccountId[][] {
  const byValue = new Map<string, Set<AccountId>>();
  for (const account of accounts) {
    for (const { kind, key } of valuesOf(account, rule.by, rule)) {
      const value = JSON.stringify([kind, key]);
      const sharing = byValue.get(value) ?? new Set();
      byValue.set(value, sharing.add(account.id));
    }
  }
  return Array.from(byValue.values(), (sharing) => [...sharing]);
}

function watchedValues(
  accounts: readonly CrmAccount[],
  groups: AccountGroups,
  rule: AccountRule,
): ReadonlyMap<AccountId, Differences> {
  const watched = new Map<AccountId, Differences>();
  for (const account of accounts) {
    const leader = groups.leaderOf(account.id);
    const differences: Differences = watched.get(leader) ?? new Map();
    watched.set(leader, differences);
    for (const field of rule.unlessDiffers ?? []) {
      addValues(differences, field, valuesOf(account, field, { ...rule, systems: undefined }));
    }
  }
  return watched;
}

function addValues(
  into: Differences,
  field: AccountField,
  values: readonly { readonly kind: string; readonly key: string; readonly text: string }[],
): void {
  for (const { kind, key, text } of values) {
    const known = into.get(kind) ?? { field, texts: new Map<string, string>() };
    into.set(kind, known);
    if (!known.texts.has(key)) known.texts.set(key, text);
  }
}

/** In what groups would differ if they were one. */
function conflictsAmong(
  groups: AccountGroups,
  watched: ReadonlyMap<AccountId, Differences>,
  leaders: ReadonlySet<AccountId>,
  rule: number,
): AccountConflict[] {
  const all: Differences = new Map();
  for (const leader of leaders) {
    for (const [kind, { field, texts }] of watched.get(leader) ?? []) {
      const values = Array.from(texts, ([key, text]) => ({ kind, key, text }));
      addValues(all, field, values);
    }
  }
  return [...all.values()]
    .filter(({ texts }) => texts.size > 1)
    .map(({ field, texts }) => ({
      rule,
      accounts: [...leaders].flatMap((id) => groups.membersOf(id)).sort(compareText),
      field,
      values: [...texts.values()].sort(compareText),
    }));
}

/** The lists that belong together since they reach the same groups. */
function connected(groups: AccountGroups, lists: readonly AccountId[][]): AccountId[][][] {
  const leaders = lists.map((ids) => ids.map((id) => groups.leaderOf(id)));
  const together = new AccountGroups([...new Set(leaders.flat())]);
  for (const [first, ...others] of leaders) {
    for (const other of others) together.join(first!, other, 0);
  }
  const found = new Map<AccountId, AccountId[][]>();
  lists.forEach((ids, n) => {
    const leader = together.leaderOf(leaders[n]![0]!);
    const known = found.get(leader);
    if (known === undefined) found.set(leader, [ids]);
    else known.push(ids);
  });
  return [...found.values()];
}
