import type { CrmRecordsInput } from "../../schema/crm-records.js";
import { domainOf } from "../domain-of.js";
import { ForeignDraft } from "../foreign-draft.js";
import type { SafeForeignRecords } from "../foreign-issue.js";
import { parentLink } from "../foreign-link.js";
import { recordsOrRefusal, safeForeign } from "../foreign-records.js";
import { withOwnFields } from "../own-fields.js";
import { withoutNothing } from "../without-nothing.js";
import { opportunitiesOf, ordersOf, quotesOf, type SalesforceDraft } from "./salesforce-deals.js";
import { SALESFORCE_LISTS } from "./salesforce-lists.js";
import { salesforceNotTaken } from "./salesforce-not-taken.js";
import { readSalesforceOptions, type SalesforceOptions } from "./salesforce-options.js";

/** Records of Salesforce as its REST API gives them; of each list all that are meant, or none. */
export interface SalesforceRecords {
  /** `Account` */
  readonly accounts?: readonly unknown[] | undefined;
  /** `Product2` */
  readonly products?: readonly unknown[] | undefined;
  /** `Opportunity` */
  readonly opportunities?: readonly unknown[] | undefined;
  /** `OpportunityLineItem` */
  readonly opportunityLineItems?: readonly unknown[] | undefined;
  /** `Quote` */
  readonly quotes?: readonly unknown[] | undefined;
  /** `QuoteLineItem` */
  readonly quoteLineItems?: readonly unknown[] | undefined;
  /** `Order` */
  readonly orders?: readonly unknown[] | undefined;
  /** `OrderItem` */
  readonly orderItems?: readonly unknown[] | undefined;
}

/**
 * Makes records of those of Salesforce, and refuses them with every mistake.
 *
 * @param foreign - {@link SalesforceRecords}, or anything
 * @param options - what the records do not say: what statuses mean, which day a time means …
 * @returns records for `readCrmRecords`
 * @throws PlanningInputError with every mistake, each with the list and id of its record
 *
 * Source: the Object Reference for the Salesforce Platform; rules X1, K74.
 *
 * @example
 * ```ts
 * const { products } = recordsFromSalesforce(
 *   {
 *     products: [
 *       { Id: "01t5f000004XyZ1AAK", ProductCode: "table", Name: "Table, oak", IsDeleted: false },
 *     ],
 *   },
 *   { system: "salesforce", dayOf: "utc", items: "code" },
 * );
 * products; // => [{ id: "01t5f000004XyZ1AAK", item: "table", name: "Table, oak" }]
 * ```
 */
export function recordsFromSalesforce(
  foreign: SalesforceRecords,
  options: SalesforceOptions,
): CrmRecordsInput {
  return recordsOrRefusal(safeRecordsFromSalesforce(foreign, options));
}

/**
 * Makes records of those of Salesforce, leaves out what is wrong, and says of each what it is.
 *
 * @param foreign - {@link SalesforceRecords}, or anything
 * @param options - what the records do not say: what statuses mean, which day a time means …
 * @returns records for `safeReadCrmRecords`, every mistake, and the records that are not taken
 * @throws PlanningInputError when the options are wrong, never for the records
 *
 * Source: the Object Reference for the Salesforce Platform; rules X1, K74.
 *
 * @example
 * ```ts
 * const { records, issues } = safeRecordsFromSalesforce(
 *   { accounts: [{ Id: "0015f00002K9aB2", Website: "https://www.miller.example/" }, { Id: 7 }] },
 *   { system: "salesforce", dayOf: "utc", items: "code" },
 * );
 * records.accounts?.map(({ id, domain }) => [id, domain]); // => [["0015f00002K9aB2", "miller.example"]]
 * issues.map(({ code, path }) => [code, path]); // => [["invalidType", ["accounts", 1, "Id"]]]
 * ```
 */
export function safeRecordsFromSalesforce(
  foreign: SalesforceRecords,
  options: SalesforceOptions,
): SafeForeignRecords {
  const read = readSalesforceOptions(options);
  const lists = withOwnFields(SALESFORCE_LISTS, { ...read.fields });
  const isEmpty = (value: unknown) => value === null || value === undefined;
  const draft = new ForeignDraft(lists, foreign, isEmpty, salesforceNotTaken(read));
  const idOf = (id: string) => `${read.prefix ?? ""}${id}`;
  const opportunities = opportunitiesOf(draft, read, idOf);
  const quotes = quotesOf(draft, read, idOf);
  const orders = ordersOf(draft, read, idOf);
  return safeForeign(draft, read.currency, {
    accounts: accountsOf(draft, read, idOf),
    products: productsOf(draft, read, idOf),
    opportunities,
    quotes,
    orders,
  });
}

type Options = ReturnType<typeof readSalesforceOptions>;
type IdOf = (id: string) => string;

function accountsOf(draft: SalesforceDraft, { system, accountNumbers }: Options, idOf: IdOf) {
  return draft.sound("accounts").map(({ row }) => {
    const number = accountNumbers === undefined ? undefined : row.AccountNumber;
    const parent = parentLink(draft, "accounts", row.ParentId);
    return withoutNothing({
      id: idOf(row.Id),
      name: row.Name,
      externalIds: [
        { system, id: row.Id },
        ...(number === undefined || number === "" ? [] : [{ system: accountNumbers!, id: number }]),
      ],
      domain: domainOf(row.Website),
      parent: parent === undefined ? undefined : idOf(parent),
    });
  });
}

function productsOf(draft: SalesforceDraft, { items }: Options, idOf: IdOf) {
  return draft.sound("products").flatMap((entry) => {
    const { row } = entry;
    const item = items === "code" ? row.ProductCode : row.Id;
    if (item === undefined) {
      const message = `The field ProductCode${draft.ownerOf(entry)} is missing. Its item of the plan is named by it.`;
      draft.refuse(entry, "missingField", ["ProductCode"], message);
      return [];
    }
    const { Name: name, Family: family, QuantityUnitOfMeasure: unit } = row;
    return [withoutNothing({ id: idOf(row.Id), item, name, unit, family })];
  });
}
