import { accountId, contractId, forecastId, lineId, productId } from "./ids.js";
import { date, extra, id, list, quantity, row } from "./values.js";

/** A quantity agreed for a span of time, and what of it has been called off. */
export const contract = row({
  id: contractId,
  account: accountId,
  validFrom: date,
  validTo: date,
  currency: id.optional(),
  forecast: forecastId.optional(),
  lines: list(
    row({
      id: lineId,
      product: productId,
      site: id.optional(),
      quantity,
      unit: id.optional(),
      unitPrice: quantity.optional(),
      ...extra,
    }),
  ),
  callOffs: list(
    row({
      id: lineId,
      line: lineId,
      quantity,
      requestedDate: date,
      promisedDate: date.optional(),
      shipped: quantity.optional(),
      ...extra,
    }),
  ).optional(),
  ...extra,
});
