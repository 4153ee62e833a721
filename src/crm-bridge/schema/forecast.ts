import { accountId, forecastId, productId } from "./ids.js";
import { choice, date, extra, id, quantity, row, someCount } from "./values.js";

/** A version of what sales expects of a product from a first to a last day. */
export const forecast = row({
  id: forecastId,
  product: productId,
  site: id.optional(),
  account: accountId.optional(),
  customerClass: id.optional(),
  from: date,
  until: date,
  quantity,
  version: someCount,
  status: choice(["submitted", "adjusted"]),
  ...extra,
});
