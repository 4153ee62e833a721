import { showValue } from "../../core/index.js";
import type { CrmLine } from "../schema/crm-records.js";
import { CALLED, type CrmRow, type Draft, type Entry } from "./draft.js";
import { checkOrdersOfQuotes, checkQuoteLines } from "./quote-orders.js";

/** The customer that an account stands for, for who joins accounts; else the account. */
export type CustomerOf = (account: string) => string;

/** Checks what the records of one deal say of one another: opportunity, quotes, orders, forecast. */
export function checkDeals(draft: Draft, customerOf: CustomerOf): void {
  const ordered = orderedOpportunities(draft);
  for (const entry of draft.of("opportunities")) {
    if (entry.row === undefined) continue;
    checkForecast(draft, entry, entry.row);
    if (entry.row.status !== "won" || ordered.has(entry.row.id)) continue;
    const message = `The opportunity ${showValue(entry.id)} is won, but no order of it is there. Give the order, or correct the status.`;
    draft.refuse(entry, "wonWithoutOrder", ["status"], message);
  }
  const accounts = new AccountCheck(draft, customerOf);
  for (const entry of draft.of("quotes")) {
    if (entry.row === undefined) continue;
    accounts.compare(entry, "opportunity", draft.rowOf("opportunities", entry.row.opportunity));
    checkForecast(draft, entry, entry.row);
  }
  for (const entry of draft.of("orders")) {
    if (entry.row === undefined) continue;
    accounts.compare(entry, "quote", draft.rowOf("quotes", entry.row.quote));
    accounts.compare(entry, "opportunity", draft.rowOf("opportunities", entry.row.opportunity));
    accounts.compare(entry, "contract", draft.rowOf("contracts", entry.row.contract));
    checkOpportunity(draft, entry, entry.row);
    checkQuoteLines(draft, entry, entry.row);
    checkForecast(draft, entry, entry.row);
  }
  for (const entry of draft.of("contracts")) {
    if (entry.row !== undefined) checkForecast(draft, entry, entry.row);
  }
  for (const entry of draft.of("returns")) {
    accounts.compare(entry, "order", draft.rowOf("orders", entry.row?.order));
  }
  checkOrdersOfQuotes(draft);
}

/** The opportunities that an order belongs to: that it names, and that its quote names. */
export function opportunitiesOf(draft: Draft, order: CrmRow<"orders">): ReadonlySet<string> {
  const named = [order.opportunity, draft.rowOf("quotes", order.quote)?.opportunity];
  return new Set(named.filter((id) => id !== undefined));
}

function orderedOpportunities(draft: Draft): ReadonlySet<string> {
  const ordered = new Set<string>();
  for (const { row } of draft.of("orders")) {
    if (row === undefined) continue;
    for (const id of opportunitiesOf(draft, row)) ordered.add(id);
  }
  return ordered;
}

/** Compares the account of a row with that of a record that it names. */
class AccountCheck {
  readonly #draft: Draft;
  readonly #customerOf: CustomerOf;

  constructor(draft: Draft, customerOf: CustomerOf) {
    this.#draft = draft;
    this.#customerOf = customerOf;
  }

  compare(
    entry: Entry<"quotes" | "orders" | "returns">,
    field: string,
    named: { readonly id: string; readonly account: string } | undefined,
  ): void {
    const account = entry.row?.account;
    if (account === undefined || named === undefined) return;
    if (this.#customerOf(account) === this.#customerOf(named.account)) return;
    const message = `The account (${showValue(account)}) of ${CALLED[entry.list]} ${showValue(entry.id)} is another one than that of ${field} ${showValue(named.id)} (${showValue(named.account)}).`;
    this.#draft.refuse(entry, "wrongAccount", ["account"], message);
  }
}

/** An order belongs to one opportunity. */
function checkOpportunity(draft: Draft, entry: Entry<"orders">, order: CrmRow<"orders">): void {
  const [own, other] = [...opportunitiesOf(draft, order)];
  if (other === undefined) return;
  const message = `The opportunity (${showValue(own)}) of order ${showValue(entry.id)} is another one than that of its quote (${showValue(other)}).`;
  draft.refuse(entry, "contradiction", ["opportunity"], message);
}

/** A deal is part of a forecast of one of its products. */
function checkForecast(
  draft: Draft,
  entry: Entry<"opportunities" | "quotes" | "orders" | "contracts">,
  row: {
    readonly forecast?: string | undefined;
    readonly lines: readonly Pick<CrmLine, "product">[];
  },
): void {
  // Of versions that are not of one product nobody knows which is meant.
  const versions = draft.named("forecasts", row.forecast).flatMap((version) => version.row ?? []);
  const [forecast] = versions;
  if (forecast === undefined) return;
  if (versions.some(({ product }) => product !== forecast.product)) return;
  if (row.lines.some(({ product }) => product === forecast.product)) return;
  const message = `The forecast (${showValue(row.forecast)}) of ${CALLED[entry.list]} ${showValue(entry.id)} is of product ${showValue(forecast.product)}, which none of its lines has.`;
  draft.refuse(entry, "contradiction", ["forecast"], message);
}
