import * as z from "zod";
import { EXPECTED, flag, id, quantity } from "../../schema/values.js";
import type { ForeignList } from "../foreign-draft.js";
import { foreignRow, numberedId, someText, time } from "../foreign-values.js";
import { ownShape } from "../own-fields.js";
import type { HubspotFields } from "./hubspot-options.js";

const share = z.union(
  [z.number(), z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/, { error: EXPECTED.ratio })],
  {
    error: EXPECTED.ratio,
  },
);

/** Records that a record is associated with; `paging` says that there are more. */
const associated = foreignRow({
  results: z.array(foreignRow({ id: numberedId, type: someText }), { error: EXPECTED.list }),
  paging: z.unknown().optional(),
}).optional();

function object<Shape extends z.core.$ZodLooseShape>(properties: Shape) {
  return foreignRow({
    id: numberedId,
    archived: flag.optional(),
    properties: foreignRow(properties),
    associations: foreignRow({ companies: associated, "line items": associated }).optional(),
  });
}

/** The objects of HubSpot, with the properties that are read. */
export const HUBSPOT_LISTS = {
  companies: {
    called: "company",
    id: "id",
    schema: object({ name: someText, domain: someText, hs_parent_company_id: id.optional() }),
  },
  products: {
    called: "product",
    id: "id",
    schema: object({ name: someText, hs_sku: id.optional() }),
  },
  deals: {
    called: "deal",
    id: "id",
    schema: object({
      dealname: someText,
      dealstage: id,
      closedate: time,
      hs_deal_stage_probability: share.optional(),
      deal_currency_code: id.optional(),
    }),
  },
  lineItems: {
    called: "line item",
    id: "id",
    schema: object({ hs_product_id: id.optional(), quantity, price: quantity.optional() }),
  },
} satisfies Readonly<Record<string, ForeignList>>;

/** The lists, with the properties of its own that an account of HubSpot uses. */
export function withOwnProperties(fields: HubspotFields): typeof HUBSPOT_LISTS {
  const lists = Object.entries(HUBSPOT_LISTS).map(([name, list]) => {
    const { properties } = list.schema.shape;
    const own = ownShape(properties.shape, { ...fields[name as keyof HubspotFields] });
    const schema = list.schema.extend({ properties: (properties as z.ZodObject).extend(own) });
    return [name, { ...list, schema }];
  });
  return Object.fromEntries(lists) as typeof HUBSPOT_LISTS;
}
