import { priceListId, productId } from "./ids.js";
import { attribute, decimals, extra, id, list, row, text } from "./values.js";

/** What is sold, and which item of the plan it is. */
export const product = row({
  id: productId,
  item: id.optional(),
  site: id.optional(),
  unit: id.optional(),
  decimals: decimals.optional(),
  name: text.optional(),
  family: id.optional(),
  priceLists: list(priceListId).optional(),
  options: list(row({ attribute: id, values: list(attribute) })).optional(),
  ...extra,
});
