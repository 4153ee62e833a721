import type * as z from "zod";
import { dayOfTime, sortableTime } from "../day-of-time.js";
import { accountOf, dayIn, likelihoodOf, meaningOf, quantityIn } from "../foreign-answers.js";
import type { ForeignDraft, SoundEntry } from "../foreign-draft.js";
import { foreignLink, orderLinks } from "../foreign-link.js";
import { withLines } from "../foreign-records.js";
import { probabilityOf } from "../probability-of.js";
import { withVersions } from "../quote-versions.js";
import { withoutNothing } from "../without-nothing.js";
import type { SALESFORCE_LISTS } from "./salesforce-lists.js";
import type { readSalesforceOptions, SalesforceFields } from "./salesforce-options.js";

/** The records of Salesforce while they are read. */
export type SalesforceDraft = ForeignDraft<typeof SALESFORCE_LISTS>;

type Lists = typeof SALESFORCE_LISTS;
type Row<List extends keyof Lists> = SoundEntry<z.output<Lists[List]["schema"]>>;
type Options = ReturnType<typeof readSalesforceOptions>;
type IdOf = (id: string) => string;

/** Opportunities with their line items. */
export function opportunitiesOf(draft: SalesforceDraft, options: Options, idOf: IdOf) {
  const headOf = (entry: Row<"opportunities">) => {
    const { row } = entry;
    const status = row.IsWon ? "won" : row.IsClosed ? "lost" : "open";
    const given = row.Probability === undefined ? undefined : probabilityOf(row.Probability);
    const deal = { given, status, stage: row.StageName } as const;
    return {
      id: idOf(row.Id),
      account: idOf(accountOf(draft, entry, "AccountId", "accounts", row.AccountId)),
      name: row.Name,
      stage: row.StageName,
      status,
      probability: likelihoodOf(draft, entry, ["Probability"], deal, options.probabilities),
      closeDate: row.CloseDate,
      requestedDate: requestedDay(draft, entry, options),
    } as const;
  };
  const join = {
    heads: "opportunities",
    lines: "opportunityLineItems",
    by: "OpportunityId",
  } as const;
  const found = withLines(draft, join, headOf, (entry) => lineOf(draft, entry, options, idOf));
  return found.map(({ entry, record }) => {
    // An opportunity has no currency of its own: a price in another one than the records' is none.
    const { CurrencyIsoCode: currency } = entry.row;
    const isOwn = currency === undefined || currency === options.currency;
    const lines = isOwn ? record.lines : record.lines.map(({ unitPrice: _, ...line }) => line);
    return withoutNothing({ ...record, lines });
  });
}

/** Quotes with their line items. */
export function quotesOf(draft: SalesforceDraft, options: Options, idOf: IdOf) {
  const headOf = (entry: Row<"quotes">) => {
    const { row } = entry;
    const field = ["Status"] as const;
    const status = meaningOf(
      draft,
      entry,
      field,
      row.Status,
      "quoteStatuses",
      options.quoteStatuses,
    );
    const opportunity = foreignLink(
      draft,
      entry,
      "OpportunityId",
      "opportunities",
      row.OpportunityId,
    );
    const account = row.AccountId ?? draft.named("opportunities", opportunity)?.row?.AccountId;
    if (account === undefined) {
      const message = `The field AccountId${draft.ownerOf(entry)} is missing. Give it, or the opportunity.`;
      draft.refuse(entry, "missingField", field, message);
    }
    return {
      id: idOf(row.Id),
      account: idOf(accountOf(draft, entry, "AccountId", "accounts", account ?? "")),
      opportunity: opportunity === undefined ? undefined : idOf(opportunity),
      version: 1,
      status: status ?? "draft",
      date: dayOfTime(row.CreatedDate, options.dayOf),
      validUntil: row.ExpirationDate,
      requestedDate: requestedDay(draft, entry, options),
      currency: row.CurrencyIsoCode,
    } as const;
  };
  const join = { heads: "quotes", lines: "quoteLineItems", by: "QuoteId" } as const;
  const found = withLines(draft, join, headOf, (entry) => ({
    ...lineOf(draft, entry, options, idOf),
    promisedDate: promisedDay(draft, entry, options),
  }));
  return withVersions(
    found.map(({ entry: { row }, record }) => ({
      quote: { ...record, lines: record.lines.map(withoutNothing) },
      made: `${sortableTime(row.CreatedDate)} ${row.Id}`,
    })),
  ).map(withoutNothing);
}

/** Orders with their items. */
export function ordersOf(draft: SalesforceDraft, options: Options, idOf: IdOf) {
  const headOf = (entry: Row<"orders">) => {
    const { row } = entry;
    const field = ["Status"] as const;
    const status = meaningOf(
      draft,
      entry,
      field,
      row.Status,
      "orderStatuses",
      options.orderStatuses,
    );
    const { quote, opportunity } = orderLinks(draft, entry, {
      opportunity: { list: "opportunities", id: row.OpportunityId },
      quote: { list: "quotes", id: row.QuoteId, field: "QuoteId", opportunity: "OpportunityId" },
    });
    if (row.IsReductionOrder === true) {
      const message = `The reduction${draft.ownerOf(entry)} cannot be read: reduce the order itself.`;
      draft.refuse(entry, "contradiction", ["IsReductionOrder"], message);
    }
    return {
      id: idOf(row.Id),
      account: idOf(accountOf(draft, entry, "AccountId", "accounts", row.AccountId)),
      quote: quote === undefined ? undefined : idOf(quote),
      opportunity: opportunity === undefined ? undefined : idOf(opportunity),
      status: status ?? "open",
      date: row.EffectiveDate,
      requestedDate: requestedDay(draft, entry, options),
      currency: row.CurrencyIsoCode,
    } as const;
  };
  const join = { heads: "orders", lines: "orderItems", by: "OrderId" } as const;
  const found = withLines(draft, join, headOf, (entry) => ({
    ...lineOf(draft, entry, options, idOf),
    promisedDate: promisedDay(draft, entry, options),
    shipped: quantityIn(draft, entry, options.fields?.orderItems?.shipped),
    quoteLine: quoteLineOf(draft, entry),
  }));
  return found.map(({ record }) => {
    const { quote } = record;
    const lines = record.lines.map(({ quoteLine, ...line }) =>
      withoutNothing({ ...line, quoteLine: quote === undefined ? undefined : quoteLine }),
    );
    return withoutNothing({ ...record, lines });
  });
}

/** The line of the quote of its order that an order item is of. */
function quoteLineOf(draft: SalesforceDraft, { row }: Row<"orderItems">): string | undefined {
  const line = draft.named("quoteLineItems", row.QuoteLineItemId);
  const isRead = line?.row !== undefined && !line.isLeftOut && line.notTaken === undefined;
  const quote = draft.named("orders", row.OrderId)?.row?.QuoteId;
  return isRead && line.row?.QuoteId === quote ? row.QuoteLineItemId : undefined;
}

type AnyLine = Row<"opportunityLineItems"> | Row<"quoteLineItems"> | Row<"orderItems">;

function lineOf(draft: SalesforceDraft, entry: AnyLine, options: Options, idOf: IdOf) {
  const { row } = entry;
  return withoutNothing({
    id: row.Id,
    product: idOf(row.Product2Id),
    quantity: row.Quantity,
    unitPrice: row.UnitPrice,
    requestedDate: requestedDay(draft, entry, options),
  });
}

function requestedDay(draft: SalesforceDraft, entry: Row<keyof Lists>, options: Options) {
  const { requestedDate } = options.fields?.[entry.list as keyof SalesforceFields] ?? {};
  return dayIn(draft, entry, entry.copy, [], requestedDate, options.dayOf);
}

function promisedDay(
  draft: SalesforceDraft,
  entry: Row<"quoteLineItems"> | Row<"orderItems">,
  options: Options,
) {
  const { promisedDate } = options.fields?.[entry.list as "orderItems"] ?? {};
  return dayIn(draft, entry, entry.copy, [], promisedDate, options.dayOf);
}
