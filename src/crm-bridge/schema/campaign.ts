import { campaignId, productId } from "./ids.js";
import { date, extra, quantity, row, uplift } from "./values.js";

/** What a campaign adds to the forecast: a part of it (0.2 is a fifth), or a quantity. */
export const campaign = row({
  id: campaignId,
  product: productId,
  from: date,
  until: date,
  uplift: uplift.optional(),
  quantity: quantity.optional(),
  ...extra,
});
