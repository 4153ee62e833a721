/** Ids of records are branded: one of one kind is none of another, though all are texts. */
import type {
  AccountId,
  CrmOrder,
  CrmOrderId,
  CrmRecords,
  CrmRecordsInput,
  ProductId,
  QuoteId,
  ReadRecords,
} from "../../index.js";
import { releaseCredit, requestOfOrder, requestOfQuote } from "../../index.js";

declare const records: ReadRecords;
declare const order: CrmOrder;

/** What is read has branded ids. */
export const account: AccountId = order.account;
export const quote: QuoteId | undefined = order.quote;
export const product: ProductId | undefined = order.lines[0]?.product;
/** An id is a text. */
export const text: string = order.id;

// @ts-expect-error the id of an account is none of an order
export const orderId: CrmOrderId = order.account;
// @ts-expect-error the id of a product is none of an account
export const accountId: AccountId = records.products[0]!.id;
// @ts-expect-error a text is no id before it was read
export const unread: AccountId = "Miller";

/** A host writes plain texts, and data that is declared constant. */
const written = {
  accounts: [{ id: "Miller" }],
  contacts: [{ id: "Ann", account: "Miller" }],
} as const;
export const input: CrmRecordsInput = written;
/** What was read may be read again. */
export const again: CrmRecordsInput = records;
export const asRecords: CrmRecords = records;

// @ts-expect-error plain texts are no branded ids
export const unbranded: CrmRecords = { accounts: [{ id: "Miller" }] };

export const misspelt: CrmRecordsInput = {
  // @ts-expect-error a field that the contract does not know
  accounts: [{ id: "Miller", class: "key" }],
};

// @ts-expect-error nobody changes what was read
records.accounts = [];
// @ts-expect-error not its rows either
order.status = "closed";
// @ts-expect-error nor their lines
order.lines.push(order.lines[0]!);

/** Functions take plain texts, and ids of their kind. */
requestOfQuote(records, "Q");
requestOfQuote(records, records.quotes[0]!.id);
requestOfOrder(records, order.id);
releaseCredit(records, { order: order.id, asOf: "2026-03-02" });
// @ts-expect-error the id of an order is none of a quote
requestOfQuote(records, order.id);
// @ts-expect-error the id of a quote is none of an order
requestOfOrder(records, records.quotes[0]!.id);
// @ts-expect-error nor here
releaseCredit(records, { order: records.quotes[0]!.id, asOf: "2026-03-02" });
