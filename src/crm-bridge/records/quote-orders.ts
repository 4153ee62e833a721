import { addRatios, parseRatio, type Ratio, showValue } from "../../core/index.js";
import type { CrmLine, CrmOrderLine } from "../schema/crm-records.js";
import type { CrmRow, Draft, Entry } from "./draft.js";

/** A line of an order names a line of the quote that the order is for. */
export function checkQuoteLines(
  draft: Draft,
  entry: Entry<"orders">,
  { quote, lines }: CrmRow<"orders">,
): void {
  const offered = draft.rowOf("quotes", quote)?.lines;
  lines.forEach(({ quoteLine }, n) => {
    if (quoteLine === undefined) return;
    const path = ["lines", n, "quoteLine"] as const;
    const what = `The quoteLine (${showValue(quoteLine)}) of lines[${n}] of order ${showValue(entry.id)}`;
    if (quote === undefined) {
      const message = `${what} is of no quote. Name the quote of the order.`;
      draft.refuse(entry, "contradiction", path, message);
    } else if (offered?.every(({ id }) => id !== quoteLine)) {
      const message = `${what} is none of the lines of quote ${showValue(quote)}.`;
      draft.refuse(entry, "unknownId", path, message, { value: quoteLine });
    }
  });
}

/** A quote becomes one order, or several that divide it by its lines; cancelled ones do not count. */
export function checkOrdersOfQuotes(draft: Draft): void {
  const byQuote = new Map<string, Entry<"orders">[]>();
  for (const entry of draft.of("orders")) {
    const { quote, status } = entry.row ?? {};
    if (quote === undefined || status === "cancelled") continue;
    const orders = byQuote.get(quote);
    if (orders === undefined) byQuote.set(quote, [entry]);
    else orders.push(entry);
  }
  for (const [quote, orders] of byQuote) {
    if (orders.length === 1) continue;
    const rows = orders.flatMap(({ row }) => row ?? []);
    const wrong = whyNotDivided(draft, draft.rowOf("quotes", quote)?.lines ?? [], rows);
    if (wrong === undefined) continue;
    const ids = orders.map(({ id }) => id);
    for (const entry of orders) {
      const message = `The quote (${showValue(quote)}) of order ${showValue(entry.id)} has ${orders.length} orders that are not cancelled, and ${wrong}. Keep one of them, or let the lines of each say by quoteLine which part of the quote they are.`;
      draft.refuse(entry, "twoOrdersForQuote", ["quote"], message, { orders: ids });
    }
  }
}

/** Why orders together are more than a quote, as far as anybody can tell. */
function whyNotDivided(
  draft: Draft,
  offered: readonly CrmLine[],
  orders: readonly CrmRow<"orders">[],
): string | undefined {
  const left = new Map(offered.map((line) => [line.id as string, parseRatio(line.quantity)]));
  const products = new Set<string>(offered.map(({ product }) => product));
  const unitOf = ({ product, unit }: CrmLine) => unit ?? draft.rowOf("products", product)?.unit;
  // A quote that cannot be read may have offered anything.
  if (offered.length === 0) return "nobody can tell how they divide it";
  for (const { id, status, lines } of orders) {
    for (const line of lines) {
      const of = `line ${showValue(line.id)} of order ${showValue(id)}`;
      const part = offered.find((one) => one.id === line.quoteLine);
      if (part === undefined) {
        if (!products.has(line.product)) continue;
        return `${of} does not say which line of it it is`;
      }
      if (part.product !== line.product || unitOf(part) !== unitOf(line)) {
        return `${of} is of another product or unit than line ${showValue(part.id)} of it`;
      }
      const rest = minus(left.get(part.id), countedOf(line, status));
      if (rest === undefined) return `they hold more than line ${showValue(part.id)} of it`;
      left.set(part.id, rest);
    }
  }
  return undefined;
}

/** What an order line is of a quote: a closed order has ordered what it says to have shipped. */
function countedOf(
  { quantity, shipped }: CrmOrderLine,
  status: CrmRow<"orders">["status"],
): Ratio | undefined {
  return parseRatio(status === "closed" ? (shipped ?? quantity) : quantity);
}

/** What is left; `undefined` when it is less than nothing. */
function minus(whole: Ratio | undefined, part: Ratio | undefined): Ratio | undefined {
  if (whole === undefined || part === undefined) return undefined;
  const rest = addRatios(whole, { num: -part.num, den: part.den });
  return rest.num < 0n ? undefined : rest;
}
