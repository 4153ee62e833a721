import { accountId, productId, serviceNeedId } from "./ids.js";
import { count, date, extra, id, quantity, row } from "./values.js";

/** A spare part, or what a repair will take. */
export const serviceNeed = row({
  id: serviceNeedId,
  account: accountId.optional(),
  product: productId,
  site: id.optional(),
  quantity,
  unit: id.optional(),
  requestedDate: date,
  shipped: quantity.optional(),
  priority: count.optional(),
  ...extra,
});
