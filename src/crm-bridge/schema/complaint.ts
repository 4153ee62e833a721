import { accountId, complaintId, productId } from "./ids.js";
import { choice, extra, id, row } from "./values.js";

/** A complaint that blocks a lot while it is open. */
export const complaint = row({
  id: complaintId,
  account: accountId.optional(),
  product: productId,
  site: id.optional(),
  lot: id,
  status: choice(["open", "closed"]),
  ...extra,
});
