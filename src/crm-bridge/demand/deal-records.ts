import { compareText } from "../../core/index.js";
import type { ReadRecords } from "../records/index.js";
import type { DealRecords } from "./deal-standing.js";

/**
 * Joins what is one deal: an order with its quote and opportunity, a quote with its opportunity.
 * Whatever links say, a record is in one deal, so that nothing can count twice.
 *
 * @returns the deals in no particular order
 */
export function joinDeals({ opportunities, quotes, orders }: ReadRecords): DealRecords[] {
  const leaders = new Map<string, string>();
  const key = (list: string, id: string): string => JSON.stringify([list, id]);
  const leaderOf = (one: string): string => {
    let leader = one;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) {
      leader = next;
    }
    if (leader !== one) leaders.set(one, leader);
    return leader;
  };
  const known = new Set([
    ...opportunities.map(({ id }) => key("opportunities", id)),
    ...quotes.map(({ id }) => key("quotes", id)),
  ]);
  const join = (one: string, list: string, id: string | undefined): void => {
    if (id === undefined || !known.has(key(list, id))) return;
    const [a, b] = [leaderOf(one), leaderOf(key(list, id))];
    if (a !== b) leaders.set(a, b);
  };
  for (const { id, opportunity } of quotes) join(key("quotes", id), "opportunities", opportunity);
  for (const { id, quote, opportunity } of orders) {
    join(key("orders", id), "quotes", quote);
    join(key("orders", id), "opportunities", opportunity);
  }
  const deals = new Map<string, { [List in keyof DealRecords]: DealRecords[List][number][] }>();
  const dealOf = (list: string, id: string) => {
    const leader = leaderOf(key(list, id));
    const deal = deals.get(leader) ?? { opportunities: [], quotes: [], orders: [] };
    deals.set(leader, deal);
    return deal;
  };
  for (const row of opportunities) dealOf("opportunities", row.id).opportunities.push(row);
  for (const row of quotes) dealOf("quotes", row.id).quotes.push(row);
  for (const row of orders) dealOf("orders", row.id).orders.push(row);
  return [...deals.values()].map((deal) => ({
    opportunities: deal.opportunities.sort((a, b) => compareText(a.id, b.id)),
    quotes: deal.quotes.sort((a, b) => a.version - b.version || compareText(a.id, b.id)),
    orders: deal.orders.sort((a, b) => compareText(a.id, b.id)),
  }));
}
