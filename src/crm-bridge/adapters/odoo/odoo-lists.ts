import * as z from "zod";
import { date, flag, id, quantity, text } from "../../schema/values.js";
import type { ForeignList } from "../foreign-draft.js";
import { FOREIGN, foreignRow, number, percent, time } from "../foreign-values.js";

/** Odoo writes `false` for nothing. */
function orFalse<Value extends z.ZodType>(value: Value, error: string) {
  return z.union([value, z.literal(false).transform(() => undefined)], { error }).optional();
}

/** A record that another names: its id and its name. */
const lookup = z
  .tuple([number, text], { error: FOREIGN.lookup })
  .transform(([id, name]) => ({ id: `${id}`, name }));

const someLookup = orFalse(lookup, `${FOREIGN.lookup}, or false`);
const someText = orFalse(text, "a text, or false");
const someDate = orFalse(date, "a day, or false");
const someTime = orFalse(time, "a time in UTC, or false");
const recordId = number.transform((value) => `${value}`);

/** The models of Odoo, with the fields that are read. */
export const ODOO_LISTS = {
  partners: {
    called: "partner",
    id: "id",
    schema: foreignRow({
      id: recordId,
      name: someText,
      parent_id: someLookup,
      commercial_partner_id: someLookup,
      ref: someText,
      vat: someText,
      website: someText,
      email: someText,
    }),
  },
  products: {
    called: "product",
    id: "id",
    schema: foreignRow({
      id: recordId,
      name: someText,
      default_code: someText,
      uom_id: someLookup,
      categ_id: someLookup,
    }),
  },
  leads: {
    called: "lead",
    id: "id",
    schema: foreignRow({
      id: recordId,
      type: z.enum(["lead", "opportunity"], { error: '"lead" or "opportunity"' }),
      name: someText,
      active: flag,
      partner_id: someLookup,
      stage_id: lookup,
      probability: percent,
      date_deadline: someDate,
      date_closed: someTime,
    }),
  },
  orders: {
    called: "order",
    id: "id",
    schema: foreignRow({
      id: recordId,
      state: id,
      partner_id: lookup,
      opportunity_id: someLookup,
      date_order: time,
      validity_date: someDate,
      commitment_date: someTime,
      expected_date: someTime,
      currency_id: someLookup,
      warehouse_id: someLookup,
    }),
  },
  orderLines: {
    called: "order line",
    id: "id",
    schema: foreignRow({
      id: recordId,
      order_id: lookup,
      product_id: someLookup,
      display_type: someText,
      is_downpayment: flag.optional(),
      product_uom_qty: quantity,
      qty_delivered: quantity.optional(),
      product_uom: someLookup,
      product_uom_id: someLookup,
      price_unit: quantity.optional(),
    }),
  },
} satisfies Readonly<Record<string, ForeignList>>;
