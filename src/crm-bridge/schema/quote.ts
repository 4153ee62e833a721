import { accountId, forecastId, opportunityId, quoteId } from "./ids.js";
import { lineFields } from "./line.js";
import {
  choice,
  date,
  days,
  extra,
  id,
  list,
  probability,
  quantity,
  row,
  someCount,
} from "./values.js";

/** An offer to a customer, with what it was made on: cost, lead time and date. */
export const quote = row({
  id: quoteId,
  account: accountId,
  opportunity: opportunityId.optional(),
  version: someCount,
  status: choice(["draft", "sent", "accepted", "rejected"]),
  date,
  validUntil: date.optional(),
  probability: probability.optional(),
  requestedDate: date.optional(),
  forecast: forecastId.optional(),
  currency: id.optional(),
  lines: list(
    row({
      ...lineFields,
      unitCost: quantity.optional(),
      leadTimeDays: days.optional(),
      promisedDate: date.optional(),
    }),
  ),
  ...extra,
});
