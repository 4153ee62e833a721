import { accountId, crmOrderId, productId, returnId } from "./ids.js";
import { choice, date, extra, id, quantity, row } from "./values.js";

/** Goods that a customer sends back, and what will become of them. */
export const returned = row({
  id: returnId,
  account: accountId,
  order: crmOrderId.optional(),
  product: productId,
  site: id.optional(),
  quantity,
  unit: id.optional(),
  expectedDate: date,
  disposition: choice(["restock", "scrap", "repair"]),
  completed: quantity.optional(),
  ...extra,
});
