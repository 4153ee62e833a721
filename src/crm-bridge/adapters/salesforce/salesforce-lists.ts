import { date, flag, id, quantity } from "../../schema/values.js";
import type { ForeignList } from "../foreign-draft.js";
import { foreignRow, percent, someText, time } from "../foreign-values.js";

const deleted = { IsDeleted: flag.optional() };
const currency = { CurrencyIsoCode: id.optional() };
const line = {
  Id: id,
  Product2Id: id,
  Quantity: quantity,
  UnitPrice: quantity.optional(),
  ServiceDate: date.optional(),
  ...deleted,
};

/** The objects of Salesforce, with the fields that are read. */
export const SALESFORCE_LISTS = {
  accounts: {
    called: "account",
    id: "Id",
    schema: foreignRow({
      Id: id,
      Name: someText,
      AccountNumber: someText,
      ParentId: id.optional(),
      Website: someText,
      ...deleted,
    }),
  },
  products: {
    called: "product",
    id: "Id",
    schema: foreignRow({
      Id: id,
      Name: someText,
      ProductCode: id.optional(),
      Family: id.optional(),
      QuantityUnitOfMeasure: id.optional(),
      ...deleted,
    }),
  },
  opportunities: {
    called: "opportunity",
    id: "Id",
    schema: foreignRow({
      Id: id,
      AccountId: id,
      Name: someText,
      StageName: id,
      Probability: percent.optional(),
      CloseDate: date,
      IsWon: flag,
      IsClosed: flag,
      ...currency,
      ...deleted,
    }),
  },
  opportunityLineItems: {
    called: "opportunity line item",
    id: "Id",
    schema: foreignRow({ OpportunityId: id, ...line }),
  },
  quotes: {
    called: "quote",
    id: "Id",
    schema: foreignRow({
      Id: id,
      AccountId: id.optional(),
      OpportunityId: id.optional(),
      Status: id,
      CreatedDate: time,
      ExpirationDate: date.optional(),
      ...currency,
      ...deleted,
    }),
  },
  quoteLineItems: {
    called: "quote line item",
    id: "Id",
    schema: foreignRow({ QuoteId: id, ...line }),
  },
  orders: {
    called: "order",
    id: "Id",
    schema: foreignRow({
      Id: id,
      AccountId: id,
      OpportunityId: id.optional(),
      QuoteId: id.optional(),
      Status: id,
      EffectiveDate: date,
      IsReductionOrder: flag.optional(),
      ...currency,
      ...deleted,
    }),
  },
  orderItems: {
    called: "order item",
    id: "Id",
    schema: foreignRow({ OrderId: id, QuoteLineItemId: id.optional(), ...line }),
  },
} satisfies Readonly<Record<string, ForeignList>>;
