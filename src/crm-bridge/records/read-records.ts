import {
  type Day,
  dayArgument,
  optional,
  PlanningInputError,
  readArgument,
  showValue,
} from "../../core/index.js";
import type { CrmAccount, CrmRate } from "../schema/crm-records.js";
import { checkParents } from "./account-parents.js";
import { type AccountRule, readAccountRules } from "./account-rules.js";
import { markRead, type ReadRecords } from "./checked-records.js";
import { type CustomerOf, checkDeals } from "./deal-checks.js";
import { CALLED, CRM_LISTS, Draft, type Entry } from "./draft.js";
import type { CrmIssue } from "./issue.js";
import { inOrderOfData } from "./issue-order.js";
import { leaveOutWhatNames } from "./left-out.js";
import { customersOf } from "./match-accounts.js";
import { checkRow } from "./own-checks.js";
import { type CurrencyCheck, checkCurrencies } from "./rate-checks.js";
import { readFields } from "./read-fields.js";
import { readRates, readRows } from "./read-rows.js";
import { referencesOf } from "./references.js";
import type { RowCheck } from "./row-check.js";
import { checkSameIds } from "./same-ids.js";
import { withoutLeftOut } from "./without-left-out.js";

/** What could be read of records, and what was wrong with the rest. */
export interface SafeRecords {
  /** The records with which nothing is wrong, nor with anything that they name. */
  readonly records: ReadRecords;
  /** Every mistake, by list, row and field. */
  readonly issues: readonly CrmIssue[];
}

/** How records are read. */
export interface ReadRecordsOptions {
  /** The day on which credit limits, balances and price lists must have a rate; any rate otherwise. */
  readonly asOf?: string | undefined;
  /** Rules by which accounts are one customer: their deals may then belong together. */
  readonly match?: readonly AccountRule[] | undefined;
}

/**
 * Reads the records of a CRM and refuses them with every mistake.
 *
 * @param data - {@link CrmRecordsInput}, or anything
 * @param options - the day for rates of accounts, and rules by which accounts are one customer
 * @returns the records, frozen, every list there
 * @throws PlanningInputError with every mistake, each with the list and id of its record
 *
 * Source: rules X1, K73.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   accounts: [{ id: "Miller" }],
 *   products: [{ id: "table" }],
 *   orders: [
 *     {
 *       id: "4711",
 *       account: "Miller",
 *       status: "open",
 *       date: "2026-03-02",
 *       lines: [{ id: "1", product: "table", quantity: 2, requestedDate: "2026-03-20" }],
 *     },
 *   ],
 * });
 * records.orders[0]?.lines[0]?.quantity; // => 2
 * records.quotes; // => []
 * ```
 */
export function readCrmRecords(data: unknown, options: ReadRecordsOptions = {}): ReadRecords {
  const { records, issues } = safeReadCrmRecords(data, options);
  if (issues.length > 0) throw new PlanningInputError(issues);
  return records;
}

/**
 * Reads the records of a CRM, leaves out what is wrong, and says of each record what it is.
 *
 * @param data - {@link CrmRecordsInput}, or anything
 * @param options - the day for rates of accounts, and rules by which accounts are one customer
 * @returns the good records, and every mistake of the others. What names a record that is left out is
 * left out too (`leftOut`), so that reading what is returned again finds nothing wrong
 * @throws PlanningInputError when the options are wrong, never for the data
 *
 * Source: rules X1, K73.
 *
 * @example
 * ```ts
 * const { records, issues } = safeReadCrmRecords({
 *   accounts: [{ id: "Miller" }],
 *   contacts: [
 *     { id: "Ann", account: "Miller" },
 *     { id: "Ben", account: "Smith" },
 *   ],
 * });
 * records.contacts.map(({ id }) => id); // => ["Ann"]
 * issues.map(({ code, path, record }) => [code, path.join("."), record?.id]);
 * // => [["unknownId", "contacts.1.account", "Ben"]]
 * ```
 */
export function safeReadCrmRecords(data: unknown, options: ReadRecordsOptions = {}): SafeRecords {
  const { asOf, match } = readArgument(options, {
    asOf: optional(dayArgument),
    match: optional(readAccountRules),
  });
  return readAll(data, asOf, (accounts) =>
    match === undefined ? (account) => account : customersOf(accounts, match),
  );
}

/**
 * Reads records that were read before, and may have been copied or changed since, by whatever rules their
 * accounts are one customer.
 */
export function readRecordsAgain(records: unknown): SafeRecords {
  return readAll(records, undefined, () => () => "");
}

function readAll(
  data: unknown,
  asOf: Day | undefined,
  customersOfAll: (accounts: readonly CrmAccount[]) => CustomerOf,
): SafeRecords {
  const draft = new Draft();
  const fields = readFields(draft, data);
  const rates = readRates(draft, fields.lists.get("rates") ?? []);
  for (const list of CRM_LISTS) readRows(draft, list, fields.lists.get(list) ?? []);
  const { currency } = fields;
  checkEachRow(draft, { currency, rates, asOf });
  checkSameIds(draft);
  checkParents(draft);
  const accounts = draft.of("accounts").flatMap(({ row }) => row ?? []);
  checkDeals(draft, customersOfAll(accounts));
  leaveOutWhatNames(draft);
  return { records: recordsOf(draft, currency, rates), issues: inOrderOfData(draft.issues) };
}

/** Checks each row with what it names. */
function checkEachRow(draft: Draft, currencies: CurrencyCheck): void {
  for (const list of CRM_LISTS) {
    for (const entry of draft.of(list)) {
      if (entry.row !== undefined) checkEntry(draft, entry, entry.row, currencies);
    }
  }
}

function checkEntry(
  draft: Draft,
  entry: Entry,
  row: NonNullable<Entry["row"]>,
  currencies: CurrencyCheck,
): void {
  const owner = ` of ${CALLED[entry.list]} ${showValue(entry.id)}`;
  const check: RowCheck = {
    owner,
    product: (id) => draft.rowOf("products", id),
    refuse: (...mistake) => draft.refuse(entry, ...mistake),
  };
  referencesOf(entry.list, row, (list, id, ...path) => {
    if (id === undefined || draft.named(list, id).length > 0) return;
    const message = `The ${path.at(-1)} (${showValue(id)})${owner} is none of the ${list}. Add it or correct the id.`;
    draft.refuse(entry, "unknownId", path, message, { value: id });
  });
  checkRow(entry.list, row, check);
  checkCurrencies(entry.list, row, currencies, check);
}

function recordsOf(
  draft: Draft,
  currency: string | undefined,
  rates: readonly CrmRate[],
): ReadRecords {
  const lists = CRM_LISTS.map((list) => {
    const rows = draft
      .of(list)
      .flatMap(({ row, isLeftOut }) => (isLeftOut || row === undefined ? [] : [row]))
      .map((row) => withoutLeftOut(draft, row));
    return [list, Object.freeze(rows)] as const;
  });
  const records = {
    ...(currency === undefined ? {} : { currency }),
    rates,
    ...Object.fromEntries(lists),
  };
  return markRead(Object.freeze(records) as unknown as ReadRecords);
}
