/**
 * Reads the records of a CRM: checks each by its schema and all against one another, names what is
 * wrong by list and id, and lets the good ones through. Also what belongs to records alone: rates
 * between currencies, and which accounts are one customer. Builds on `schema` and the core. Implements
 * X1 and K73.
 */
export type {
  AccountConflict,
  AccountMatch,
  MatchedAccount,
  MatchedCustomer,
} from "./account-match.js";
export type { AccountField, AccountRule } from "./account-rules.js";
export type { ReadRecords } from "./checked-records.js";
export type { CrmIssue, CrmIssueCode, CrmRecordRef } from "./issue.js";
export { matchAccounts } from "./match-accounts.js";
export { type AccountDifference, type MergedAccounts, mergeAccounts } from "./merge-accounts.js";
export { type CrmCurrencies, convertMoney } from "./rates.js";
export {
  type ReadRecordsOptions,
  readCrmRecords,
  type SafeRecords,
  safeReadCrmRecords,
} from "./read-records.js";
