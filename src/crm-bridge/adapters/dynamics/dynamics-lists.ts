import { flag, id, quantity } from "../../schema/values.js";
import type { ForeignList } from "../foreign-draft.js";
import { foreignRow, number, percent, someText, time } from "../foreign-values.js";

const currency = {
  _transactioncurrencyid_value: id.optional(),
  transactioncurrencyid: foreignRow({ isocurrencycode: id }).optional(),
};
const line = {
  _productid_value: id.optional(),
  isproductoverridden: flag.optional(),
  producttypecode: number.optional(),
  parentbundleid: id.optional(),
  _parentbundleidref_value: id.optional(),
  quantity,
  priceperunit: quantity.optional(),
  _uomid_value: id.optional(),
  uomid: foreignRow({ name: id }).optional(),
};

/** The tables of Dynamics 365, with the columns that are read; what is expanded is taken first. */
export const DYNAMICS_LISTS = {
  accounts: {
    called: "account",
    id: "accountid",
    schema: foreignRow({
      accountid: id,
      name: someText,
      accountnumber: someText,
      websiteurl: someText,
      creditlimit: quantity.optional(),
      _parentaccountid_value: id.optional(),
      ...currency,
    }),
  },
  products: {
    called: "product",
    id: "productid",
    schema: foreignRow({
      productid: id,
      name: someText,
      productnumber: id.optional(),
      _defaultuomid_value: id.optional(),
      defaultuomid: foreignRow({ name: id }).optional(),
    }),
  },
  opportunities: {
    called: "opportunity",
    id: "opportunityid",
    schema: foreignRow({
      opportunityid: id,
      name: someText,
      _parentaccountid_value: id.optional(),
      _customerid_value: id.optional(),
      statecode: number,
      stepname: id.optional(),
      closeprobability: percent.optional(),
      estimatedclosedate: time.optional(),
      actualclosedate: time.optional(),
      ...currency,
    }),
  },
  opportunityProducts: {
    called: "opportunity product",
    id: "opportunityproductid",
    schema: foreignRow({ opportunityproductid: id, _opportunityid_value: id, ...line }),
  },
  salesOrders: {
    called: "order",
    id: "salesorderid",
    schema: foreignRow({
      salesorderid: id,
      _accountid_value: id.optional(),
      _customerid_value: id.optional(),
      _opportunityid_value: id.optional(),
      statecode: number,
      submitdate: time.optional(),
      createdon: time,
      requestdeliveryby: time.optional(),
      ...currency,
    }),
  },
  salesOrderDetails: {
    called: "order product",
    id: "salesorderdetailid",
    schema: foreignRow({
      salesorderdetailid: id,
      _salesorderid_value: id,
      requestdeliveryby: time.optional(),
      quantityshipped: quantity.optional(),
      ...line,
    }),
  },
} satisfies Readonly<Record<string, ForeignList>>;
