import type * as z from "zod";
import { showValue } from "../../../core/index.js";
import { accountOf, likelihoodOf, meaningOf } from "../foreign-answers.js";
import { type ForeignDraft, type ForeignEntry, idText, type SoundEntry } from "../foreign-draft.js";
import { foreignLink, orderLinks } from "../foreign-link.js";
import { probabilityOf } from "../probability-of.js";
import { withVersions } from "../quote-versions.js";
import { withoutNothing } from "../without-nothing.js";
import type { ERPNEXT_LISTS } from "./erpnext-lists.js";
import type { readErpnextOptions } from "./erpnext-options.js";

/** The records of ERPNext while they are read. */
export type ErpnextDraft = ForeignDraft<typeof ERPNEXT_LISTS>;

type Row<List extends keyof typeof ERPNEXT_LISTS> = SoundEntry<
  z.output<(typeof ERPNEXT_LISTS)[List]["schema"]>
>;
type Options = ReturnType<typeof readErpnextOptions>;
type IdOf = (id: string) => string;

/** What each status of an opportunity means; closed is one that nobody follows any more. */
const OPPORTUNITY_STATUSES = {
  Open: "open",
  Replied: "open",
  Quotation: "open",
  Converted: "won",
  Lost: "lost",
  Closed: "lost",
} as const;

/** What each status of a submitted quotation means; whether it has expired is said by its date. */
const QUOTATION_STATUSES = {
  Open: "sent",
  Replied: "sent",
  Expired: "sent",
  "Partially Ordered": "accepted",
  Ordered: "accepted",
  Lost: "rejected",
} as const;

/** What each status of a submitted sales order means. */
const ORDER_STATUSES = {
  "On Hold": "open",
  "To Pay": "open",
  "To Deliver and Bill": "open",
  "To Bill": "open",
  "To Deliver": "open",
  Completed: "closed",
  Closed: "closed",
} as const;

/** Opportunities with their items. */
export function opportunitiesOf(draft: ErpnextDraft, options: Options, idOf: IdOf) {
  return draft.sound("opportunities").flatMap((entry) => {
    const { row } = entry;
    const status = statusIn(draft, entry, row.status, OPPORTUNITY_STATUSES);
    const stage = row.sales_stage ?? row.status;
    const given = row.probability === undefined ? undefined : probabilityOf(row.probability);
    const field = ["probability"] as const;
    const deal = { given, status, stage };
    const isOwn = row.currency === undefined || row.currency === options.currency;
    const record = {
      id: idOf(row.name),
      account: idOf(accountOf(draft, entry, "party_name", "customers", row.party_name)),
      name: row.title,
      stage,
      status: status ?? "open",
      probability: likelihoodOf(draft, entry, field, deal, options.probabilities),
      closeDate: row.expected_closing,
      lines: (row.items ?? []).map((line) => {
        const { unitPrice, ...rest } = lineOf(line, idOf);
        // An opportunity has no currency of its own: a price in another one than the records' is none.
        return withoutNothing({ ...rest, unitPrice: isOwn ? unitPrice : undefined });
      }),
    };
    return entry.isLeftOut ? [] : [withoutNothing(record)];
  });
}

/** Quotations with their items. */
export function quotesOf(draft: ErpnextDraft, options: Options, idOf: IdOf) {
  const quotes = draft.sound("quotations").flatMap((entry) => {
    const { row } = entry;
    const named = foreignLink(draft, entry, "opportunity", "opportunities", row.opportunity);
    const quote = {
      id: idOf(row.name),
      account: idOf(accountOf(draft, entry, "party_name", "customers", row.party_name)),
      opportunity: named === undefined ? undefined : idOf(named),
      version: 1,
      status: quoteStatusOf(draft, entry),
      date: row.transaction_date,
      validUntil: row.valid_till,
      currency: row.currency,
      lines: row.items.map((line, n) => {
        const site = siteOf(draft, entry, n, line.warehouse, options);
        return withoutNothing({ ...lineOf(line, idOf), site });
      }),
    };
    const made = JSON.stringify([row.transaction_date, row.creation ?? "", row.name]);
    return entry.isLeftOut ? [] : [{ quote, made }];
  });
  return withVersions(quotes).map(withoutNothing);
}

/** Sales orders with their items. */
export function ordersOf(draft: ErpnextDraft, options: Options, idOf: IdOf) {
  return draft.sound("salesOrders").flatMap((entry) => {
    const { row } = entry;
    const named = quotationOf(draft, entry);
    const { quote, opportunity } = orderLinks(draft, entry, {
      opportunity: { list: "opportunities", id: named.opportunity },
      quote: { list: "quotations", id: named.quote, field: "items", opportunity: "opportunity" },
    });
    const status =
      row.docstatus === 2
        ? ("cancelled" as const)
        : (statusIn(draft, entry, row.status, ORDER_STATUSES) ?? ("open" as const));
    const order = {
      id: idOf(row.name),
      account: idOf(accountOf(draft, entry, "customer", "customers", row.customer)),
      quote: quote === undefined ? undefined : idOf(quote),
      opportunity: opportunity === undefined ? undefined : idOf(opportunity),
      status,
      date: row.transaction_date,
      requestedDate: row.delivery_date,
      currency: row.currency,
      lines: row.items.map((line, n) =>
        withoutNothing({
          ...lineOf(line, idOf),
          site: siteOf(draft, entry, n, line.warehouse, options),
          quoteLine: quoteLineOf(draft, quote, line),
          requestedDate: line.delivery_date,
          shipped: line.delivered_qty,
        }),
      ),
    };
    return entry.isLeftOut ? [] : [withoutNothing(order)];
  });
}

function statusIn<Meaning extends string>(
  draft: ErpnextDraft,
  entry: ForeignEntry,
  status: string,
  meanings: Readonly<Record<string, Meaning>>,
): Meaning | undefined {
  if (Object.hasOwn(meanings, status)) return meanings[status];
  const known = Object.keys(meanings).map(showValue).join(", ");
  const message = `The status (${showValue(status)})${draft.ownerOf(entry)} must be one of ${known}.`;
  draft.refuse(entry, "outOfRange", ["status"], message, { value: status });
  return undefined;
}

function quoteStatusOf(
  draft: ErpnextDraft,
  entry: Row<"quotations">,
): "draft" | "sent" | "accepted" | "rejected" {
  const { docstatus, status } = entry.row;
  if (docstatus === 0) return "draft";
  if (docstatus === 2) return "rejected";
  return statusIn(draft, entry, status, QUOTATION_STATUSES) ?? "draft";
}

/** The quotation of an order, which its items name; of several of one opportunity that one. */
function quotationOf(
  draft: ErpnextDraft,
  entry: Row<"salesOrders">,
): { readonly quote?: string | undefined; readonly opportunity?: string | undefined } {
  const names = [...new Set(entry.row.items.flatMap((line) => line.prevdoc_docname ?? []))];
  if (names.length < 2) return { quote: names[0] };
  const [opportunity, other] = new Set(
    names.map((name) => idText(draft.named("quotations", name)?.copy.opportunity) ?? undefined),
  );
  if (opportunity !== undefined && other === undefined) return { opportunity };
  const message = `The items${draft.ownerOf(entry)} are of several quotations (${names.map(showValue).join(", ")}), which are not all of one opportunity. An order is of one deal.`;
  draft.refuse(entry, "contradiction", ["items"], message);
  return {};
}

/** The item of a quotation that an item of an order is of: that it names, else the only one of its product. */
function quoteLineOf(
  draft: ErpnextDraft,
  quotation: string | undefined,
  line: Row<"salesOrders">["row"]["items"][number],
): string | undefined {
  if (quotation === undefined || line.prevdoc_docname === undefined) return undefined;
  const offered = draft.named("quotations", quotation)?.row?.items ?? [];
  const named = offered.find(({ name }) => name === line.quotation_item);
  const [one, other] = offered.filter(({ item_code }) => item_code === line.item_code);
  return named?.name ?? (other === undefined ? one?.name : undefined);
}

function siteOf(
  draft: ErpnextDraft,
  entry: ForeignEntry,
  index: number,
  warehouse: string | undefined,
  { sites }: Options,
): string | undefined {
  if (sites === undefined || warehouse === undefined) return undefined;
  const path = ["items", index, "warehouse"];
  return meaningOf(draft, entry, path, warehouse, "sites", sites);
}

type Line = Row<"quotations">["row"]["items"][number];

function lineOf({ name, item_code, qty, uom, rate }: Line, idOf: IdOf) {
  return { id: name, product: idOf(item_code), quantity: qty, unit: uom, unitPrice: rate };
}
