import type * as z from "zod";
import { showValue } from "../../../core/index.js";
import { dayOfTime } from "../day-of-time.js";
import { accountOf, dayIn, likelihoodOf, meaningOf } from "../foreign-answers.js";
import type { ForeignDraft, ForeignEntry, SoundEntry } from "../foreign-draft.js";
import { orderLinks } from "../foreign-link.js";
import { withLines } from "../foreign-records.js";
import { probabilityOf } from "../probability-of.js";
import { withoutNothing } from "../without-nothing.js";
import type { DYNAMICS_LISTS } from "./dynamics-lists.js";
import type { readDynamicsOptions } from "./dynamics-options.js";

/** The records of Dynamics 365 while they are read. */
export type DynamicsDraft = ForeignDraft<typeof DYNAMICS_LISTS>;

type Row<List extends keyof typeof DYNAMICS_LISTS> = SoundEntry<
  z.output<(typeof DYNAMICS_LISTS)[List]["schema"]>
>;
type Options = ReturnType<typeof readDynamicsOptions>;
type IdOf = (id: string) => string;

/** `statecode` of an opportunity: open, won, lost. */
const OPPORTUNITY_STATES = ["open", "won", "lost"] as const;

/** `statecode` of an order: active, submitted, canceled, fulfilled, invoiced. */
const ORDER_STATES = ["open", "open", "cancelled", "closed", "closed"] as const;

/** Opportunities with their products. */
export function opportunitiesOf(draft: DynamicsDraft, options: Options, idOf: IdOf) {
  const headOf = (entry: Row<"opportunities">) => {
    const { row } = entry;
    const status = stateOf(draft, entry, row.statecode, OPPORTUNITY_STATES);
    const stage = row.stepname ?? status ?? "open";
    const given =
      row.closeprobability === undefined ? undefined : probabilityOf(row.closeprobability);
    const closed = status === "open" ? undefined : row.actualclosedate;
    const close = row.estimatedclosedate ?? closed;
    if (close === undefined) missing(draft, entry, "estimatedclosedate");
    const deal = { given, status, stage };
    const { dayOf, fields, probabilities } = options;
    const requestedDate = fields?.opportunities?.requestedDate;
    return {
      id: idOf(row.opportunityid),
      account: idOf(customerOf(draft, entry, "_parentaccountid_value")),
      name: row.name,
      stage,
      status: status ?? "open",
      probability: likelihoodOf(draft, entry, ["closeprobability"], deal, probabilities),
      closeDate: close === undefined ? "" : dayOfTime(close, dayOf),
      requestedDate: dayIn(draft, entry, entry.copy, [], requestedDate, dayOf),
      closedDate: closed === undefined ? undefined : dayOfTime(closed, dayOf),
      currency: currencyOf(draft, entry, options),
    };
  };
  const join = {
    heads: "opportunities",
    lines: "opportunityProducts",
    by: "_opportunityid_value",
  } as const;
  refuseWithoutProduct(draft, "opportunityProducts");
  const found = withLines(draft, join, headOf, (entry) => {
    const field = options.fields?.opportunityProducts?.requestedDate;
    const requestedDate = dayIn(draft, entry, entry.copy, [], field, options.dayOf);
    return { ...lineOf(entry.row.opportunityproductid, entry.row, idOf), requestedDate };
  });
  return found.map(({ record: { currency, ...record } }) => {
    // An opportunity has no currency of its own: a price in another one than the records' is none.
    const isOwn = currency === undefined || currency === options.currency;
    const lines = record.lines.map(({ unitPrice, ...line }) =>
      withoutNothing({ ...line, unitPrice: isOwn ? unitPrice : undefined }),
    );
    return withoutNothing({ ...record, lines });
  });
}

/** Orders with their products. */
export function ordersOf(draft: DynamicsDraft, options: Options, idOf: IdOf) {
  const { dayOf } = options;
  const headOf = (entry: Row<"salesOrders">) => {
    const { row } = entry;
    const named = { list: "opportunities", id: row._opportunityid_value } as const;
    const { opportunity } = orderLinks(draft, entry, { opportunity: named });
    return {
      id: idOf(row.salesorderid),
      account: idOf(customerOf(draft, entry, "_accountid_value")),
      opportunity: opportunity === undefined ? undefined : idOf(opportunity),
      status: stateOf(draft, entry, row.statecode, ORDER_STATES) ?? "open",
      date: dayOfTime(row.submitdate ?? row.createdon, dayOf),
      requestedDate: dayOrNothing(row.requestdeliveryby, options),
      currency: currencyOf(draft, entry, options),
    };
  };
  const join = {
    heads: "salesOrders",
    lines: "salesOrderDetails",
    by: "_salesorderid_value",
  } as const;
  refuseWithoutProduct(draft, "salesOrderDetails");
  const found = withLines(draft, join, headOf, (entry) => {
    const promised = options.fields?.salesOrderDetails?.promisedDate;
    return withoutNothing({
      ...lineOf(entry.row.salesorderdetailid, entry.row, idOf),
      requestedDate: dayOrNothing(entry.row.requestdeliveryby, options),
      promisedDate: dayIn(draft, entry, entry.copy, [], promised, dayOf),
      shipped: entry.row.quantityshipped,
    });
  });
  return found.map(({ record }) => withoutNothing(record));
}

/** The currency of a record, as the system or the options say it. */
export function currencyOf(
  draft: DynamicsDraft,
  entry: Row<"accounts"> | Row<"opportunities"> | Row<"salesOrders">,
  { currencies }: Options,
): string | undefined {
  const { transactioncurrencyid: currency, _transactioncurrencyid_value: id } = entry.row;
  if (currency !== undefined || id === undefined) return currency?.isocurrencycode;
  const field = ["_transactioncurrencyid_value"];
  return meaningOf(draft, entry, field, id, "currencies", currencies);
}

function refuseWithoutProduct(
  draft: DynamicsDraft,
  list: "opportunityProducts" | "salesOrderDetails",
): void {
  for (const entry of draft.sound(list)) {
    if (entry.row._productid_value === undefined) missing(draft, entry, "_productid_value");
  }
}

function stateOf<State extends string>(
  draft: DynamicsDraft,
  entry: ForeignEntry,
  code: number,
  states: readonly State[],
): State | undefined {
  const state = states[code];
  if (state !== undefined) return state;
  const message = `The statecode (${showValue(code)})${draft.ownerOf(entry)} must be from 0 to ${states.length - 1}.`;
  draft.refuse(entry, "outOfRange", ["statecode"], message, { value: code });
  return undefined;
}

function customerOf(
  draft: DynamicsDraft,
  entry: Row<"opportunities"> | Row<"salesOrders">,
  field: "_parentaccountid_value" | "_accountid_value",
): string {
  const row: { readonly [Field in typeof field | "_customerid_value"]?: string | undefined } =
    entry.row;
  const account = row[field] ?? row._customerid_value;
  if (account === undefined) missing(draft, entry, field);
  return accountOf(draft, entry, field, "accounts", account ?? "");
}

function missing(draft: DynamicsDraft, entry: ForeignEntry, field: string): void {
  const message = `The field ${field}${draft.ownerOf(entry)} is missing. Nothing else says it.`;
  draft.refuse(entry, "missingField", [field], message);
}

function dayOrNothing(time: string | number | undefined, { dayOf }: Options): string | undefined {
  return time === undefined ? undefined : dayOfTime(time, dayOf);
}

type Line = Omit<
  Row<"opportunityProducts">["row"],
  "opportunityproductid" | "_opportunityid_value"
>;

function lineOf(id: string, row: Line, idOf: IdOf) {
  return {
    id,
    product: idOf(row._productid_value ?? ""),
    quantity: row.quantity,
    unit: row.uomid?.name ?? row._uomid_value,
    unitPrice: row.priceperunit,
  };
}
