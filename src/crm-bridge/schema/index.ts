/**
 * What a CRM's records look like: a zod schema for each kind of record, with ids that are branded by
 * kind, and the types that follow from them. Builds on zod alone; implements the forms of values of
 * Q1, Q2 and T1.
 */
export {
  type CrmAccount,
  type CrmCallOff,
  type CrmCampaign,
  type CrmComplaint,
  type CrmContact,
  type CrmContract,
  type CrmContractLine,
  type CrmForecast,
  type CrmLine,
  type CrmList,
  type CrmMoney,
  type CrmOpportunity,
  type CrmOrder,
  type CrmOrderLine,
  type CrmPriceList,
  type CrmProduct,
  type CrmQuote,
  type CrmQuoteLine,
  type CrmRate,
  type CrmRecords,
  type CrmRecordsInput,
  type CrmReturn,
  type CrmServiceNeed,
  crmRecordsJsonSchema,
  crmRecordsSchema,
} from "./crm-records.js";
export type {
  AccountId,
  CampaignId,
  ComplaintId,
  ContactId,
  ContractId,
  CrmOrderId,
  ForecastId,
  LineId,
  OpportunityId,
  PriceListId,
  ProductId,
  QuoteId,
  ReturnId,
  ServiceNeedId,
} from "./ids.js";
