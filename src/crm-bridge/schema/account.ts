import { accountId } from "./ids.js";
import {
  count,
  days,
  extra,
  id,
  list,
  money,
  percentage,
  row,
  signedMoney,
  text,
} from "./values.js";

/** A customer as one system knows it: who it is, what it may owe and how soon it is served. */
export const account = row({
  id: accountId,
  name: text.optional(),
  externalIds: list(row({ system: id, id })).optional(),
  taxId: text.optional(),
  domain: text.optional(),
  customerClass: id.optional(),
  priority: count.optional(),
  parent: accountId.optional(),
  creditLimit: money.optional(),
  balance: signedMoney.optional(),
  paymentTerms: row({
    netDays: days,
    discountDays: days.optional(),
    discountPercent: percentage.optional(),
  }).optional(),
  ...extra,
});
