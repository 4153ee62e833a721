import { showValue } from "../../../core/index.js";
import type { CrmRecordsInput } from "../../schema/crm-records.js";
import { domainOf } from "../domain-of.js";
import { ForeignDraft } from "../foreign-draft.js";
import type { SafeForeignRecords } from "../foreign-issue.js";
import { recordsOrRefusal, safeForeign } from "../foreign-records.js";
import { withoutNothing } from "../without-nothing.js";
import { type ErpnextDraft, opportunitiesOf, ordersOf, quotesOf } from "./erpnext-deals.js";
import { ERPNEXT_LISTS } from "./erpnext-lists.js";
import { erpnextNotTaken } from "./erpnext-not-taken.js";
import { type ErpnextOptions, readErpnextOptions } from "./erpnext-options.js";

/** Documents of ERPNext as its REST API gives them whole, child tables with them. */
export interface ErpnextRecords {
  /** `Customer` */
  readonly customers?: readonly unknown[] | undefined;
  /** `Item` */
  readonly items?: readonly unknown[] | undefined;
  /** `Opportunity` */
  readonly opportunities?: readonly unknown[] | undefined;
  /** `Quotation` */
  readonly quotations?: readonly unknown[] | undefined;
  /** `Sales Order` */
  readonly salesOrders?: readonly unknown[] | undefined;
}

/**
 * Makes records of those of ERPNext, and refuses them with every mistake.
 *
 * @param foreign - {@link ErpnextRecords}, or anything
 * @param options - what the records do not say: whose credit limits count, where warehouses are …
 * @returns records for `readCrmRecords`
 * @throws PlanningInputError with every mistake, each with the list and id of its record
 *
 * Source: the documentation of ERPNext (Sales Cycle Integration, Opportunity, Quotation, Sales Order,
 * Customer); rules X1, K74.
 *
 * @example
 * ```ts
 * const { orders } = recordsFromErpnext(
 *   {
 *     salesOrders: [
 *       {
 *         name: "SAL-ORD-2026-00007",
 *         docstatus: 1,
 *         status: "To Deliver and Bill",
 *         customer: "Miller",
 *         transaction_date: "2026-03-02",
 *         items: [{ name: "a1", item_code: "table", qty: 2, delivery_date: "2026-03-20" }],
 *       },
 *     ],
 *   },
 *   { system: "erpnext" },
 * );
 * orders?.map(({ status, lines }) => [status, lines[0]?.requestedDate]); // => [["open", "2026-03-20"]]
 * ```
 */
export function recordsFromErpnext(
  foreign: ErpnextRecords,
  options: ErpnextOptions,
): CrmRecordsInput {
  return recordsOrRefusal(safeRecordsFromErpnext(foreign, options));
}

/**
 * Makes records of those of ERPNext, leaves out what is wrong, and says of each what it is.
 *
 * @param foreign - {@link ErpnextRecords}, or anything
 * @param options - what the records do not say: whose credit limits count, where warehouses are …
 * @returns records for `safeReadCrmRecords`, every mistake, and the records that are not taken
 * @throws PlanningInputError when the options are wrong, never for the records
 *
 * Source: the documentation of ERPNext (Sales Cycle Integration, Opportunity, Quotation, Sales Order,
 * Customer); rules X1, K74.
 *
 * @example
 * ```ts
 * const { records, issues } = safeRecordsFromErpnext(
 *   { customers: [{ name: "Miller", customer_group: "Commercial" }, { customer_name: "Smith" }] },
 *   { system: "erpnext" },
 * );
 * records.accounts?.map(({ id, customerClass }) => [id, customerClass]); // => [["Miller", "Commercial"]]
 * issues.map(({ code, path }) => [code, path]); // => [["missingField", ["customers", 1, "name"]]]
 * ```
 */
export function safeRecordsFromErpnext(
  foreign: ErpnextRecords,
  options: ErpnextOptions,
): SafeForeignRecords {
  const read = readErpnextOptions(options);
  const draft = new ForeignDraft(ERPNEXT_LISTS, foreign, isEmpty, erpnextNotTaken);
  const idOf = (id: string) => `${read.prefix ?? ""}${id}`;
  const accounts = draft.sound("customers").flatMap((entry) => {
    const { row } = entry;
    const limit = creditLimitOf(draft, entry, read.company);
    if (entry.isLeftOut) return [];
    return [
      withoutNothing({
        id: idOf(row.name),
        name: row.customer_name,
        externalIds: [{ system: read.system, id: row.name }],
        taxId: row.tax_id,
        domain: domainOf(row.website),
        customerClass: row.customer_group,
        creditLimit: limit === undefined ? undefined : { amount: limit },
      }),
    ];
  });
  const products = draft.sound("items").map(({ row }) => {
    const { name, item_name, stock_uom: unit, item_group: family } = row;
    return withoutNothing({ id: idOf(name), item: name, name: item_name, unit, family });
  });
  const opportunities = opportunitiesOf(draft, read, idOf);
  const quotes = quotesOf(draft, read, idOf);
  const orders = ordersOf(draft, read, idOf);
  return safeForeign(draft, read.currency, { accounts, products, opportunities, quotes, orders });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "";
}

/** The credit limit of a customer; 0 is none. */
function creditLimitOf(
  draft: ErpnextDraft,
  entry: ReturnType<ErpnextDraft["sound"]>[number],
  company: string | undefined,
): number | string | undefined {
  const limits = draft.named("customers", entry.id)?.row?.credit_limits ?? [];
  const own = limits.filter((limit) => company === undefined || limit.company === company);
  if (own.length > 1) {
    const companies = own.map((limit) => showValue(limit.company)).join(", ");
    const message = `The credit_limits${draft.ownerOf(entry)} are of several companies (${companies}). Say in the option company which one counts.`;
    draft.refuse(entry, "contradiction", ["credit_limits"], message);
  }
  const [limit] = own;
  return limit === undefined || Number(limit.credit_limit) === 0 ? undefined : limit.credit_limit;
}
