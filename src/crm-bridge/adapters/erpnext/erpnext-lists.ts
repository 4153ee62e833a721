import * as z from "zod";
import { date, EXPECTED, id, quantity } from "../../schema/values.js";
import type { ForeignList } from "../foreign-draft.js";
import { foreignRow, percent, someText } from "../foreign-values.js";

const docstatus = z.literal([0, 1, 2], { error: "0 (draft), 1 (submitted) or 2 (cancelled)" });
const line = {
  name: id,
  item_code: id,
  qty: quantity,
  uom: id.optional(),
  rate: quantity.optional(),
};

function table<Row extends z.ZodType>(row: Row) {
  return z.array(row, { error: EXPECTED.list });
}

/** The DocTypes of ERPNext, with the fields that are read; child tables stand in their documents. */
export const ERPNEXT_LISTS = {
  customers: {
    called: "customer",
    id: "name",
    schema: foreignRow({
      name: id,
      customer_name: someText,
      customer_group: id.optional(),
      tax_id: someText,
      website: someText,
      credit_limits: table(foreignRow({ company: id, credit_limit: quantity })).optional(),
    }),
  },
  items: {
    called: "item",
    id: "name",
    schema: foreignRow({
      name: id,
      item_name: someText,
      item_group: id.optional(),
      stock_uom: id.optional(),
    }),
  },
  opportunities: {
    called: "opportunity",
    id: "name",
    schema: foreignRow({
      name: id,
      opportunity_from: id,
      party_name: id,
      title: someText,
      status: id,
      sales_stage: id.optional(),
      probability: percent.optional(),
      expected_closing: date,
      currency: id.optional(),
      items: table(foreignRow(line)).optional(),
    }),
  },
  quotations: {
    called: "quotation",
    id: "name",
    schema: foreignRow({
      name: id,
      docstatus,
      status: id,
      quotation_to: id,
      party_name: id,
      opportunity: id.optional(),
      transaction_date: date,
      valid_till: date.optional(),
      creation: someText,
      currency: id.optional(),
      items: table(foreignRow({ ...line, warehouse: id.optional() })),
    }),
  },
  salesOrders: {
    called: "sales order",
    id: "name",
    schema: foreignRow({
      name: id,
      docstatus,
      status: id,
      customer: id,
      transaction_date: date,
      delivery_date: date.optional(),
      currency: id.optional(),
      items: table(
        foreignRow({
          ...line,
          delivery_date: date.optional(),
          delivered_qty: quantity.optional(),
          warehouse: id.optional(),
          prevdoc_docname: id.optional(),
          quotation_item: id.optional(),
        }),
      ),
    }),
  },
} satisfies Readonly<Record<string, ForeignList>>;
