import { accountId, forecastId, opportunityId } from "./ids.js";
import { lineFields } from "./line.js";
import { choice, date, extra, id, list, probability, row, text } from "./values.js";

/** A deal that may come: how far it is, how likely, and when it will close. */
export const opportunity = row({
  id: opportunityId,
  account: accountId,
  name: text.optional(),
  stage: id,
  status: choice(["open", "won", "lost"]),
  probability,
  closeDate: date,
  requestedDate: date.optional(),
  forecast: forecastId.optional(),
  history: list(row({ date, stage: id, closeDate: date.optional() })).optional(),
  closedDate: date.optional(),
  lines: list(row(lineFields)),
  ...extra,
});
