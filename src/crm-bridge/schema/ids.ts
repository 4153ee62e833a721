import type * as z from "zod";
import { id } from "./values.js";

// An id of one kind is no id of another: the brand is of the type alone, the value stays a text.
/** Checks the id of an account. */
export const accountId = id.brand<"AccountId">();
/** Checks the id of a contact. */
export const contactId = id.brand<"ContactId">();
/** Checks the id of a product. */
export const productId = id.brand<"ProductId">();
/** Checks the id of a price list. */
export const priceListId = id.brand<"PriceListId">();
/** Checks the id of an opportunity. */
export const opportunityId = id.brand<"OpportunityId">();
/** Checks the id of a quote. */
export const quoteId = id.brand<"QuoteId">();
/** Checks the id of an order of a customer. */
export const crmOrderId = id.brand<"CrmOrderId">();
/** Checks the id of a contract. */
export const contractId = id.brand<"ContractId">();
/** Checks the id of a forecast by sales. */
export const forecastId = id.brand<"ForecastId">();
/** Checks the id of a campaign. */
export const campaignId = id.brand<"CampaignId">();
/** Checks the id of a return. */
export const returnId = id.brand<"ReturnId">();
/** Checks the id of a need of service or spare parts. */
export const serviceNeedId = id.brand<"ServiceNeedId">();
/** Checks the id of a complaint. */
export const complaintId = id.brand<"ComplaintId">();
/** Checks the id of a line or call-off. */
export const lineId = id.brand<"LineId">();

/** A text that is an id, or may be one: not the id of another kind of record. */
type NameOf<Brand extends string> = string & Partial<z.core.$brand<Brand>>;
/** The id of a quote as callers name it, read or not. */
export type QuoteName = NameOf<"QuoteId">;
/** The id of an order of a customer as callers name it, read or not. */
export type CrmOrderName = NameOf<"CrmOrderId">;

/** The id of an account. */
export type AccountId = z.output<typeof accountId>;
/** The id of a contact. */
export type ContactId = z.output<typeof contactId>;
/** The id of a product. */
export type ProductId = z.output<typeof productId>;
/** The id of a price list. */
export type PriceListId = z.output<typeof priceListId>;
/** The id of an opportunity. */
export type OpportunityId = z.output<typeof opportunityId>;
/** The id of a quote. */
export type QuoteId = z.output<typeof quoteId>;
/** The id of an order of a customer. */
export type CrmOrderId = z.output<typeof crmOrderId>;
/** The id of a contract. */
export type ContractId = z.output<typeof contractId>;
/** The id of a forecast by sales; its versions share it. */
export type ForecastId = z.output<typeof forecastId>;
/** The id of a campaign. */
export type CampaignId = z.output<typeof campaignId>;
/** The id of a return. */
export type ReturnId = z.output<typeof returnId>;
/** The id of a need of service or spare parts. */
export type ServiceNeedId = z.output<typeof serviceNeedId>;
/** The id of a complaint. */
export type ComplaintId = z.output<typeof complaintId>;
/** The id of a line or call-off, within its record. */
export type LineId = z.output<typeof lineId>;
