import type { CrmRecordsInput } from "../../schema/crm-records.js";
import { ForeignDraft } from "../foreign-draft.js";
import type { SafeForeignRecords } from "../foreign-issue.js";
import { recordsOrRefusal, safeForeign } from "../foreign-records.js";
import { opportunitiesOf, quotesAndOrdersOf } from "./odoo-deals.js";
import { ODOO_LISTS } from "./odoo-lists.js";
import { odooNotTaken } from "./odoo-not-taken.js";
import { type OdooOptions, readOdooOptions } from "./odoo-options.js";
import { accountsOf, contactsOf, productsOf } from "./odoo-partners.js";

/** Records of Odoo as `search_read` gives them; of each list all that are meant, or none. */
export interface OdooRecords {
  /** `res.partner` */
  readonly partners?: readonly unknown[] | undefined;
  /** `product.product` */
  readonly products?: readonly unknown[] | undefined;
  /** `crm.lead` */
  readonly leads?: readonly unknown[] | undefined;
  /** `sale.order` */
  readonly orders?: readonly unknown[] | undefined;
  /** `sale.order.line` */
  readonly orderLines?: readonly unknown[] | undefined;
}

/**
 * Makes records of those of Odoo, and refuses them with every mistake.
 *
 * @param foreign - {@link OdooRecords}, or anything
 * @param options - what the records do not say: what stages mean, which day a time means …
 * @returns records for `readCrmRecords`
 * @throws PlanningInputError with every mistake, each with the list and id of its record
 *
 * Source: the External API of Odoo; rules X1, K74.
 *
 * @example
 * ```ts
 * const { accounts, contacts } = recordsFromOdoo(
 *   {
 *     partners: [
 *       { id: 14, name: "Miller", parent_id: false, commercial_partner_id: [14, "Miller"] },
 *       { id: 27, name: "Ann", parent_id: [14, "Miller"], commercial_partner_id: [14, "Miller"] },
 *     ],
 *   },
 *   { system: "odoo", dayOf: "utc", items: "code", deliveryDates: "commitment" },
 * );
 * accounts?.map(({ id }) => id); // => ["14"]
 * contacts?.map(({ account }) => account); // => ["14"]
 * ```
 */
export function recordsFromOdoo(foreign: OdooRecords, options: OdooOptions): CrmRecordsInput {
  return recordsOrRefusal(safeRecordsFromOdoo(foreign, options));
}

/**
 * Makes records of those of Odoo, leaves out what is wrong, and says of each what it is.
 *
 * @param foreign - {@link OdooRecords}, or anything
 * @param options - what the records do not say: what stages mean, which day a time means …
 * @returns records for `safeReadCrmRecords`, every mistake, and the records that are not taken
 * @throws PlanningInputError when the options are wrong, never for the records
 *
 * Source: the External API of Odoo; rules X1, K74.
 *
 * @example
 * ```ts
 * const { records, issues } = safeRecordsFromOdoo(
 *   { partners: [{ id: 14, name: "Miller", website: false }, { id: 15, name: 15 }] },
 *   { system: "odoo", prefix: "odoo ", dayOf: "utc", items: "code", deliveryDates: "commitment" },
 * );
 * records.accounts?.map(({ id, name }) => [id, name]); // => [["odoo 14", "Miller"]]
 * issues.map(({ code, record }) => [code, record?.id]); // => [["invalidType", "15"]]
 * ```
 */
export function safeRecordsFromOdoo(
  foreign: OdooRecords,
  options: OdooOptions,
): SafeForeignRecords {
  const read = readOdooOptions(options);
  const isEmpty = (value: unknown) => value === undefined;
  const draft = new ForeignDraft(ODOO_LISTS, foreign, isEmpty, odooNotTaken(read));
  const idOf = (id: string) => `${read.prefix ?? ""}${id}`;
  const contacts = contactsOf(draft, idOf);
  const products = productsOf(draft, read, idOf);
  const opportunities = opportunitiesOf(draft, read, idOf);
  const { quotes, orders } = quotesAndOrdersOf(draft, read, idOf);
  const accounts = accountsOf(draft, read, idOf);
  return safeForeign(draft, read.currency, {
    accounts,
    contacts,
    products,
    opportunities,
    quotes,
    orders,
  });
}
