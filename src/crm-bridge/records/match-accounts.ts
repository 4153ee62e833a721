import { compareText, readArgument, workOn } from "../../core/index.js";
import type { CrmAccount } from "../schema/crm-records.js";
import type { AccountId } from "../schema/ids.js";
import { AccountGroups } from "./account-groups.js";
import { type AccountMatch, customerIds, type MatchedCustomer } from "./account-match.js";
import { type AccountRule, readAccountRules } from "./account-rules.js";
import { applyRule } from "./apply-account-rule.js";

/**
 * Finds which accounts are one customer, by stated rules and nothing else.
 *
 * The rules apply in turn. Accounts that share the value of a rule become one, with all that they were
 * one with before, unless they then differ in a field of `unlessDiffers`: that is a conflict, which is
 * listed, and none of them is joined by it. What a rule joins does not depend on the order of accounts.
 *
 * @param accounts - accounts of records that were read
 * @param rules - what accounts of one customer share
 * @returns customers with the provenance of each account, and conflicts
 * @throws PlanningInputError when a rule is wrong
 *
 * Source: rules X1, K73.
 *
 * @example
 * ```ts
 * const { accounts } = readCrmRecords({
 *   accounts: [
 *     { id: "crm 7", taxId: "DE1" },
 *     { id: "erp 70001", taxId: "DE1", domain: "miller.example" },
 *     { id: "shop 3", domain: "miller.example" },
 *   ],
 * });
 * const { customers } = matchAccounts(accounts, [{ by: "taxId" }, { by: "domain" }]);
 * customers.map(({ members }) => members.map(({ account, joinedBy }) => `${account} ${joinedBy}`));
 * // => [["crm 7 null", "erp 70001 0", "shop 3 1"]]
 * ```
 */
export function matchAccounts(
  accounts: readonly CrmAccount[],
  rules: readonly AccountRule[],
): AccountMatch {
  const { rules: read } = readArgument({ rules }, { rules: readAccountRules });
  return workOn(accounts, "accounts", "those that readCrmRecords returned", (all) => {
    const inOrder = all.toSorted((a, b) => compareText(a.id, b.id));
    const groups = new AccountGroups(inOrder.map(({ id }) => id));
    const conflicts = read.flatMap((rule, n) => applyRule(inOrder, groups, rule, n));
    const customers = Array.from(groups.groups(), (members) => customerOf(groups, members));
    return { customers: customers.sort((a, b) => compareText(a.id, b.id)), conflicts };
  });
}

/**
 * Finds the customer of each account, for who reads records.
 *
 * @param accounts - sound accounts
 * @param rules - sound rules
 * @returns the id of the customer of an account
 */
export function customersOf(
  accounts: readonly CrmAccount[],
  rules: readonly AccountRule[],
): (account: string) => string {
  const customers = customerIds(matchAccounts(accounts, rules));
  return (account) => customers.get(account) ?? account;
}

function customerOf(groups: AccountGroups, members: readonly AccountId[]): MatchedCustomer {
  const inOrder = members.toSorted(compareText);
  const id = inOrder[0]!;
  const joints = groups.jointsFrom(id);
  return {
    id,
    members: inOrder.map((account) => {
      const joint = joints.get(account) ?? null;
      return { account, joinedBy: joint?.rule ?? null, with: joint?.with ?? null };
    }),
  };
}
