import { priceListId, productId } from "./ids.js";
import { date, extra, id, list, quantity, row } from "./values.js";

/** Prices of products, valid from `validFrom` until before `validTo`, by quantity `from` on. */
export const priceList = row({
  id: priceListId,
  currency: id.optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
  prices: list(row({ product: productId, from: quantity.optional(), price: quantity })),
  ...extra,
});
