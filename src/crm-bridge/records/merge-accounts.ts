import type { CrmAccount } from "../schema/crm-records.js";
import type { AccountId } from "../schema/ids.js";
import type { AccountMatch } from "./account-match.js";
import type { ReadRecords } from "./checked-records.js";
import { type NamedCustomer, readMatch } from "./match-argument.js";
import { readCrmRecords } from "./read-records.js";
import { readRecordsArgument } from "./records-argument.js";

/** A field that accounts of one customer state differently. */
export interface AccountDifference {
  readonly customer: AccountId;
  readonly field: keyof CrmAccount;
  /** The account whose value is taken. */
  readonly taken: AccountId;
  /** Accounts that state another value. */
  readonly others: readonly AccountId[];
}

/** Records in which every customer has one account. */
export interface MergedAccounts {
  readonly records: ReadRecords;
  /** What accounts of one customer state differently, by customer and field. */
  readonly differences: readonly AccountDifference[];
}

/**
 * Makes one account of all that are one customer, wherever a record names one of them.
 *
 * The customer's account has the id of the customer, the external ids of all its accounts, and of every
 * other field what the first account by id says that says anything. Where another says something else,
 * that is a difference, which is listed: a balance is not added up, since two systems may mean the same.
 *
 * @param records - records that were read
 * @param match - which of their accounts are one customer, from `matchAccounts`
 * @returns the records with customers for accounts, and the differences
 * @throws PlanningInputError when the records are none, when the match is none or not of these accounts, or
 * when what is one customer now contradicts itself (an account that leads back to itself by its parents)
 *
 * Source: rules X1, K73.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   accounts: [
 *     { id: "crm 7", taxId: "DE1", name: "Miller" },
 *     { id: "erp 70001", taxId: "DE1", name: "Miller Ltd", priority: 1 },
 *   ],
 *   contacts: [{ id: "Ann", account: "erp 70001" }],
 * });
 * const merged = mergeAccounts(records, matchAccounts(records.accounts, [{ by: "taxId" }]));
 * merged.records.accounts;
 * // => [{ id: "crm 7", name: "Miller", taxId: "DE1", priority: 1 }]
 * merged.records.contacts[0]?.account; // => "crm 7"
 * merged.differences;
 * // => [{ customer: "crm 7", field: "name", taken: "crm 7", others: ["erp 70001"] }]
 * ```
 */
export function mergeAccounts(records: ReadRecords, match: AccountMatch): MergedAccounts {
  const read = readRecordsArgument(records);
  const accounts = new Map(read.accounts.map((account) => [account.id, account]));
  const matched = readMatch(match, new Set(accounts.keys()));
  const customers: ReadonlyMap<string, AccountId> = new Map(
    matched.flatMap((customer) => customer.accounts.map((account) => [account, customer.id])),
  );
  const named = <Row extends { readonly account?: AccountId | undefined }>(row: Row): Row =>
    row.account === undefined ? row : { ...row, account: customers.get(row.account) };
  const merged = matched.map((customer) => mergedAccount(customer, accounts, customers));
  const changed = {
    ...read,
    accounts: merged.map(({ account }) => account),
    contacts: read.contacts.map(named),
    opportunities: read.opportunities.map(named),
    quotes: read.quotes.map(named),
    orders: read.orders.map(named),
    contracts: read.contracts.map(named),
    forecasts: read.forecasts.map(named),
    returns: read.returns.map(named),
    serviceNeeds: read.serviceNeeds.map(named),
    complaints: read.complaints.map(named),
  };
  return {
    records: readCrmRecords(changed),
    differences: merged.flatMap(({ differences }) => differences),
  };
}

function mergedAccount(
  { id, accounts: ids }: NamedCustomer,
  accounts: ReadonlyMap<AccountId, CrmAccount>,
  customers: ReadonlyMap<string, AccountId>,
): { readonly account: CrmAccount; readonly differences: readonly AccountDifference[] } {
  const rows = ids.flatMap((account) => withCustomerAsParent(accounts.get(account), customers));
  const account: Record<string, unknown> = { id };
  const differences: AccountDifference[] = [];
  for (const field of FIELDS) {
    const stating = rows.filter((row) => row[field] !== undefined);
    const first = stating[0];
    if (first === undefined) continue;
    account[field] = first[field];
    const others = stating.filter((row) => textOf(row[field]) !== textOf(first[field]));
    if (others.length === 0) continue;
    differences.push({ customer: id, field, taken: first.id, others: others.map((row) => row.id) });
  }
  const externalIds = new Map(
    rows
      .flatMap((row) => row.externalIds ?? [])
      .map((one) => [JSON.stringify([one.system, one.id]), one]),
  );
  if (externalIds.size > 0) account.externalIds = [...externalIds.values()];
  return { account: account as unknown as CrmAccount, differences };
}

/** What is taken from the first account that states it. */
const FIELDS = [
  "name",
  "taxId",
  "domain",
  "customerClass",
  "priority",
  "parent",
  "creditLimit",
  "balance",
  "paymentTerms",
  "attributes",
] as const satisfies readonly (keyof CrmAccount)[];

/** An account whose parent is a customer; none where both are the same one. */
function withCustomerAsParent(
  account: CrmAccount | undefined,
  customers: ReadonlyMap<string, AccountId>,
): CrmAccount[] {
  if (account === undefined) return [];
  const { parent, ...rest } = account;
  const customer = parent && customers.get(parent);
  return [
    customer === undefined || customer === customers.get(account.id)
      ? rest
      : { ...rest, parent: customer },
  ];
}

/** What a field says, whatever the order in which it says it. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
