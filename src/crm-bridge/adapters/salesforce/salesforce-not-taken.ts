import type { NotTakenRule } from "../foreign-draft.js";
import { notTakenWith } from "../not-taken.js";
import type { SALESFORCE_LISTS } from "./salesforce-lists.js";
import type { readSalesforceOptions } from "./salesforce-options.js";

type Options = Pick<ReturnType<typeof readSalesforceOptions>, "quoteStatuses" | "orderStatuses">;

/** What is deleted, what the options ignore, and the lines of both. */
export function salesforceNotTaken({
  quoteStatuses,
  orderStatuses,
}: Options): NotTakenRule<typeof SALESFORCE_LISTS> {
  return (list, copy, draft) => {
    if (copy.IsDeleted === true) return "deleted";
    const status = copy.Status as string;
    switch (list) {
      case "quotes":
        return quoteStatuses?.get(status) === "ignored" ? "ignored" : undefined;
      case "orders":
        return orderStatuses?.get(status) === "ignored" ? "ignored" : undefined;
      case "opportunityLineItems":
        return notTakenWith(draft, "opportunities", copy.OpportunityId);
      case "quoteLineItems":
        return notTakenWith(draft, "quotes", copy.QuoteId);
      case "orderItems":
        return notTakenWith(draft, "orders", copy.OrderId);
      default:
        return undefined;
    }
  };
}
