import type { CrmRecordsInput } from "../../schema/crm-records.js";
import { domainOf } from "../domain-of.js";
import { ForeignDraft, idText } from "../foreign-draft.js";
import type { SafeForeignRecords } from "../foreign-issue.js";
import { parentLink } from "../foreign-link.js";
import { recordsOrRefusal, safeForeign } from "../foreign-records.js";
import { withoutNothing } from "../without-nothing.js";
import { dealsOf, type HubspotDraft } from "./hubspot-deals.js";
import { withOwnProperties } from "./hubspot-lists.js";
import { hubspotNotTaken } from "./hubspot-not-taken.js";
import { type HubspotOptions, readHubspotOptions } from "./hubspot-options.js";

/** Objects of HubSpot as its CRM API (v3) gives them; of each list all that are meant, or none. */
export interface HubspotRecords {
  readonly companies?: readonly unknown[] | undefined;
  readonly products?: readonly unknown[] | undefined;
  /** With their associations with companies and line items. */
  readonly deals?: readonly unknown[] | undefined;
  readonly lineItems?: readonly unknown[] | undefined;
}

/**
 * Makes records of those of HubSpot, and refuses them with every mistake.
 *
 * @param foreign - {@link HubspotRecords}, or anything
 * @param options - what the records do not say: what stages mean, what a won deal is …
 * @returns records for `readCrmRecords`
 * @throws PlanningInputError with every mistake, each with the list and id of its record
 *
 * Source: the CRM API of HubSpot (deals, line items, companies, products); rules X1, K74.
 *
 * @example
 * ```ts
 * const { opportunities } = recordsFromHubspot(
 *   {
 *     deals: [
 *       {
 *         id: "9185082778",
 *         properties: {
 *           dealstage: "contractsent",
 *           closedate: "2026-03-20T22:30:00Z",
 *           hs_deal_stage_probability: "0.9",
 *         },
 *         associations: { companies: { results: [{ id: "8913841277", type: "deal_to_company" }] } },
 *       },
 *     ],
 *   },
 *   {
 *     system: "hubspot",
 *     dayOf: { minutesAheadOfUtc: 120 },
 *     items: "code",
 *     stages: { contractsent: "open", closedwon: "won", closedlost: "lost" },
 *     won: "opportunity",
 *   },
 * );
 * opportunities?.map(({ closeDate }) => closeDate); // => ["2026-03-21"]
 * ```
 */
export function recordsFromHubspot(
  foreign: HubspotRecords,
  options: HubspotOptions,
): CrmRecordsInput {
  return recordsOrRefusal(safeRecordsFromHubspot(foreign, options));
}

/**
 * Makes records of those of HubSpot, leaves out what is wrong, and says of each what it is.
 *
 * @param foreign - {@link HubspotRecords}, or anything
 * @param options - what the records do not say: what stages mean, what a won deal is …
 * @returns records for `safeReadCrmRecords`, every mistake, and the records that are not taken
 * @throws PlanningInputError when the options are wrong, never for the records
 *
 * Source: the CRM API of HubSpot (deals, line items, companies, products); rules X1, K74.
 *
 * @example
 * ```ts
 * const { records, issues } = safeRecordsFromHubspot(
 *   { companies: [{ id: "8913841277", properties: { name: "Miller" } }, { id: "8913841278" }] },
 *   { system: "hubspot", dayOf: "utc", items: "code", stages: {}, won: "opportunity" },
 * );
 * records.accounts?.map(({ name }) => name); // => ["Miller"]
 * issues.map(({ code, path }) => [code, path]); // => [["missingField", ["companies", 1, "properties"]]]
 * ```
 */
export function safeRecordsFromHubspot(
  foreign: HubspotRecords,
  options: HubspotOptions,
): SafeForeignRecords {
  const read = readHubspotOptions(options);
  const lists = withOwnProperties(read.fields ?? {});
  const isEmpty = (value: unknown) => value === null || value === "";
  const draft = new ForeignDraft(lists, foreign, isEmpty, hubspotNotTaken());
  const idOf = (id: string) => `${read.prefix ?? ""}${id}`;
  const { opportunities, orders } = dealsOf(draft, read, idOf);
  return safeForeign(draft, read.currency, {
    accounts: accountsOf(draft, read, idOf),
    products: productsOf(draft, read, idOf),
    opportunities,
    orders,
  });
}

type Options = ReturnType<typeof readHubspotOptions>;
type IdOf = (id: string) => string;

function accountsOf(draft: HubspotDraft, options: Options, idOf: IdOf) {
  const { system, accountNumbers } = options;
  const { accountNumber, taxId } = options.fields?.companies ?? {};
  return draft.sound("companies").map(({ row, id, copy }) => {
    const { name, domain, hs_parent_company_id: above } = row.properties;
    const own = (field: string | undefined) =>
      field === undefined
        ? undefined
        : (idText((copy.properties as Readonly<Record<string, unknown>>)[field]) ?? undefined);
    const number = accountNumbers === undefined ? undefined : own(accountNumber);
    const parent = parentLink(draft, "companies", above);
    return withoutNothing({
      id: idOf(id),
      name,
      externalIds: [
        { system, id },
        ...(number === undefined ? [] : [{ system: accountNumbers!, id: number }]),
      ],
      taxId: own(taxId),
      domain: domainOf(domain),
      parent: parent === undefined ? undefined : idOf(parent),
    });
  });
}

function productsOf(draft: HubspotDraft, { items }: Options, idOf: IdOf) {
  return draft.sound("products").flatMap((entry) => {
    const { name, hs_sku: sku } = entry.row.properties;
    const item = items === "code" ? sku : entry.id;
    if (item === undefined) {
      const message = `The field properties.hs_sku${draft.ownerOf(entry)} is missing. Its item of the plan is named by it.`;
      draft.refuse(entry, "missingField", ["properties", "hs_sku"], message);
      return [];
    }
    return [withoutNothing({ id: idOf(entry.id), item, name })];
  });
}
