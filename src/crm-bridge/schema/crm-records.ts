import * as z from "zod";
import { account } from "./account.js";
import { campaign } from "./campaign.js";
import { complaint } from "./complaint.js";
import { contact } from "./contact.js";
import { contract } from "./contract.js";
import { forecast } from "./forecast.js";
import { opportunity } from "./opportunity.js";
import { order } from "./order.js";
import { priceList } from "./price-list.js";
import { product } from "./product.js";
import { quote } from "./quote.js";
import { rate } from "./rate.js";
import { returned } from "./return.js";
import { serviceNeed } from "./service-need.js";
import { id, list, row } from "./values.js";

/** The schema of a row of each list of records, in the order in which they are read. */
export const rowSchemas = {
  accounts: account,
  contacts: contact,
  products: product,
  priceLists: priceList,
  opportunities: opportunity,
  quotes: quote,
  orders: order,
  contracts: contract,
  forecasts: forecast,
  campaigns: campaign,
  returns: returned,
  serviceNeeds: serviceNeed,
  complaints: complaint,
};

/** The name of a list of records. */
export type CrmList = keyof typeof rowSchemas;

/**
 * The records of a CRM as a zod schema: shape, choices and forms of values, with an id of one kind
 * no id of another.
 *
 * What records say of one another is checked by `readCrmRecords` after it. No field is transformed,
 * so a JSON Schema can be made of it: {@link crmRecordsJsonSchema}.
 */
export const crmRecordsSchema = row({
  currency: id.optional(),
  rates: list(rate).optional(),
  accounts: list(account).optional(),
  contacts: list(contact).optional(),
  products: list(product).optional(),
  priceLists: list(priceList).optional(),
  opportunities: list(opportunity).optional(),
  quotes: list(quote).optional(),
  orders: list(order).optional(),
  contracts: list(contract).optional(),
  forecasts: list(forecast).optional(),
  campaigns: list(campaign).optional(),
  returns: list(returned).optional(),
  serviceNeeds: list(serviceNeed).optional(),
  complaints: list(complaint).optional(),
}).meta({ title: "CrmRecords" });

/** Data that nobody changes, all the way down; a branded text is a text. */
type DeepReadonly<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly DeepReadonly<Entry>[]
    : { readonly [Field in keyof T]: DeepReadonly<T[Field]> };

/** The records of a CRM as a host writes them: ids are plain texts. */
export type CrmRecordsInput = DeepReadonly<z.input<typeof crmRecordsSchema>>;

/** The records of a CRM with branded ids, any list of which may be missing. */
export type CrmRecords = DeepReadonly<z.output<typeof crmRecordsSchema>>;

type Row<List extends keyof CrmRecords> =
  NonNullable<CrmRecords[List]> extends readonly (infer Entry)[] ? Entry : never;

/** A rate between two currencies. */
export type CrmRate = Row<"rates">;
/** A customer as one system knows it. */
export type CrmAccount = Row<"accounts">;
/** A person at an account. */
export type CrmContact = Row<"contacts">;
/** What is sold. */
export type CrmProduct = Row<"products">;
/** Prices of products. */
export type CrmPriceList = Row<"priceLists">;
/** A deal that may come. */
export type CrmOpportunity = Row<"opportunities">;
/** An offer to a customer. */
export type CrmQuote = Row<"quotes">;
/** An order of a customer. */
export type CrmOrder = Row<"orders">;
/** A quantity agreed for a span of time. */
export type CrmContract = Row<"contracts">;
/** A version of what sales expects. */
export type CrmForecast = Row<"forecasts">;
/** What a campaign adds to the forecast. */
export type CrmCampaign = Row<"campaigns">;
/** Goods that a customer sends back. */
export type CrmReturn = Row<"returns">;
/** A spare part, or what a repair will take. */
export type CrmServiceNeed = Row<"serviceNeeds">;
/** A complaint that blocks a lot. */
export type CrmComplaint = Row<"complaints">;
/** A line of an opportunity: what lines of quotes and orders have too. */
export type CrmLine = CrmOpportunity["lines"][number];
/** A line of a quote. */
export type CrmQuoteLine = CrmQuote["lines"][number];
/** A line of an order. */
export type CrmOrderLine = CrmOrder["lines"][number];
/** A line of a contract. */
export type CrmContractLine = CrmContract["lines"][number];
/** A call-off of a contract. */
export type CrmCallOff = NonNullable<CrmContract["callOffs"]>[number];
/** An amount of money; without a currency it is of the records'. */
export type CrmMoney = NonNullable<CrmAccount["balance"]>;

/**
 * The records of a CRM as JSON Schema (draft 2020-12), for hosts that check or document their own data.
 *
 * @returns a new schema, which is the caller's to change
 *
 * @example
 * ```ts
 * crmRecordsJsonSchema().type; // => "object"
 * ```
 */
export function crmRecordsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(crmRecordsSchema) as Record<string, unknown>;
}
