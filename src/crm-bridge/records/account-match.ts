import type { AccountId } from "../schema/ids.js";
import type { AccountField } from "./account-rules.js";

/** An account of a customer, and why it is one of its accounts. */
export interface MatchedAccount {
  readonly account: AccountId;
  /** The place of the rule among the rules; `null` for the account that gives the customer its id. */
  readonly joinedBy: number | null;
  /** The account with which it shares the rule's value. */
  readonly with: AccountId | null;
}

/** Accounts that are one customer. */
export interface MatchedCustomer {
  /** The first of its accounts by id (T2). */
  readonly id: AccountId;
  /** Its accounts: the first, then the others by id. */
  readonly members: readonly MatchedAccount[];
}

/** Accounts that a rule would have made one, were it not that they differ. */
export interface AccountConflict {
  /** The place of the rule among the rules. */
  readonly rule: number;
  /** All accounts that would have been one, by id. */
  readonly accounts: readonly AccountId[];
  /** In what they differ. */
  readonly field: AccountField;
  /** The values that it has in them. */
  readonly values: readonly string[];
}

/** Which accounts are one customer, and which rules could not be followed. */
export interface AccountMatch {
  /** Every account is in one of them, by id; most customers have one account. */
  readonly customers: readonly MatchedCustomer[];
  readonly conflicts: readonly AccountConflict[];
}

/** The id of the customer of each account. */
export function customerIds({ customers }: AccountMatch): ReadonlyMap<string, AccountId> {
  return new Map(
    customers.flatMap(({ id, members }) => members.map(({ account }) => [account, id])),
  );
}
