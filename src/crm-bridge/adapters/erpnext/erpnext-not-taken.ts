import type { NotTakenRule } from "../foreign-draft.js";
import type { NotTakenBecause } from "../foreign-issue.js";
import type { ERPNEXT_LISTS } from "./erpnext-lists.js";

/** What is of a party without an account, and orders that are not submitted. */
export const erpnextNotTaken: NotTakenRule<typeof ERPNEXT_LISTS> = (list, copy) => {
  if (list === "opportunities") return ofLead(copy.opportunity_from);
  if (list === "quotations") return ofLead(copy.quotation_to);
  return list === "salesOrders" && copy.docstatus === 0 ? "draft" : undefined;
};

/** Lead, Prospect: who has no account yet orders nothing yet, and gets another name as a customer. */
function ofLead(kind: unknown): NotTakenBecause | undefined {
  return typeof kind === "string" && kind !== "Customer" ? "lead" : undefined;
}
