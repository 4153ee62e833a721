import { accountId, contactId } from "./ids.js";
import { extra, row, text } from "./values.js";

/** A person at an account. */
export const contact = row({
  id: contactId,
  account: accountId,
  name: text.optional(),
  email: text.optional(),
  ...extra,
});
