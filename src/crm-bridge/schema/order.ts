import {
  accountId,
  contractId,
  crmOrderId,
  forecastId,
  lineId,
  opportunityId,
  quoteId,
} from "./ids.js";
import { lineFields } from "./line.js";
import { choice, count, date, extra, flag, id, list, quantity, row } from "./values.js";

/** An order of a customer. */
export const order = row({
  id: crmOrderId,
  account: accountId,
  quote: quoteId.optional(),
  opportunity: opportunityId.optional(),
  contract: contractId.optional(),
  status: choice(["open", "closed", "cancelled"]),
  date,
  requestedDate: date.optional(),
  currency: id.optional(),
  forecast: forecastId.optional(),
  creditReleased: flag.optional(),
  delivery: choice(["whole", "partial", "shipTogether", "fillOrCancel"]).optional(),
  lines: list(
    row({
      ...lineFields,
      quoteLine: lineId.optional(),
      promisedDate: date.optional(),
      shipped: quantity.optional(),
      priority: count.optional(),
    }),
  ),
  ...extra,
});
