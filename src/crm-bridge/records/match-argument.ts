import {
  addMistake,
  compareText,
  type Issue,
  identifier,
  listOf,
  objectOf,
  readArgument,
  refuseMistakes,
  showValue,
} from "../../core/index.js";
import type { AccountId } from "../schema/ids.js";
import type { AccountMatch } from "./account-match.js";

/** A customer, and the ids of its accounts in their order. */
export interface NamedCustomer {
  readonly id: AccountId;
  readonly accounts: readonly AccountId[];
}

/** Why accounts are one customer is no matter here. */
const unread = (value: unknown): unknown => value;

const MATCH = objectOf({
  customers: listOf(
    objectOf({
      id: identifier,
      members: listOf(objectOf({ account: identifier, joinedBy: unread, with: unread }), 1),
    }),
  ),
  conflicts: unread,
});

/**
 * Reads which accounts are one customer, which a host may have written and read back.
 *
 * @param match - from `matchAccounts`
 * @param known - the ids of all accounts
 * @throws PlanningInputError when it is none, or not of these accounts
 */
export function readMatch(match: AccountMatch, known: ReadonlySet<string>): NamedCustomer[] {
  const read = readArgument({ match }, { match: MATCH }).match;
  const issues: Issue[] = [];
  const named = new Set<string>();
  const customers = read.customers.map(({ id, members }, n): NamedCustomer => {
    const path = ["match", "customers", n];
    for (const [k, { account }] of members.entries()) {
      const place = { path: [...path, "members", k, "account"], issues };
      if (named.has(account)) {
        const message = `The account ${showValue(account)} stands there twice. Each is in one customer.`;
        addMistake(place, "duplicateId", message, { id: account });
      }
      named.add(account);
    }
    const accounts = members.map(({ account }) => account as AccountId).sort(compareText);
    if (id !== accounts[0]) {
      const message = `The id (${showValue(id)}) must be that of the customer's first account, ${showValue(accounts[0])}.`;
      addMistake({ path: [...path, "id"], issues }, "contradiction", message, { id });
    }
    return { id: id as AccountId, accounts };
  });
  if (named.size !== known.size || [...known].some((id) => !named.has(id))) {
    const message = "The match must be of the accounts of these records: each is in one customer.";
    addMistake({ path: ["match"], issues }, "contradiction", message);
  }
  refuseMistakes(issues);
  return customers;
}
