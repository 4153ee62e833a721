import * as z from "zod";
import { lineId, productId } from "./ids.js";
import { attribute, date, EXPECTED, extra, id, quantity, text } from "./values.js";

/** The fields of a line of an opportunity, quote or order. */
export const lineFields = {
  id: lineId,
  product: productId,
  site: id.optional(),
  quantity,
  unit: id.optional(),
  unitPrice: quantity.optional(),
  requestedDate: date.optional(),
  options: z.record(z.string(), attribute, { error: EXPECTED.attributes }).optional(),
  specification: text.optional(),
  ...extra,
};
