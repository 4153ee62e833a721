import type { CrmOpportunity, CrmOrder, CrmQuote } from "../schema/index.js";
import type { DealStep, DealThread } from "./deal-thread.js";
import type { RecordReference } from "./record-reference.js";

/** The records of one deal, each list in its order. */
export interface DealRecords {
  readonly opportunities: readonly CrmOpportunity[];
  /** By version, then id. */
  readonly quotes: readonly CrmQuote[];
  readonly orders: readonly CrmOrder[];
}

/** How far a deal is, and what that makes of its records. */
export interface DealStanding {
  readonly standsAt: DealThread["standsAt"];
  readonly counts: readonly RecordReference[];
  readonly steps: readonly DealStep[];
}

/** What speaks for the records that do not count and are not ended by themselves. */
interface Verdict {
  readonly standsAt: DealThread["standsAt"];
  readonly counts: readonly RecordReference[];
  readonly others: "superseded" | "lost" | "cancelled";
  readonly by: RecordReference | null;
}

/** An order of which nothing is to come, but of which something came: cancelled too late, or closed. */
export function isDone(order: CrmOrder): boolean {
  if (order.status !== "cancelled") return order.status === "closed";
  return order.lines.some(({ shipped }) => Number(shipped ?? 0) > 0);
}

/** Whether an offer still binds on a day. */
function isValid({ status, validUntil }: CrmQuote, asOf: string): boolean {
  return status === "sent" && (validUntil === undefined || validUntil >= asOf);
}

/** Finds the farthest live step of a deal (X1, K62): orders, else a quote, else the opportunity. */
export function standingOf(deal: DealRecords, asOf: string): DealStanding {
  const verdict = verdictOf(deal, asOf);
  const { standsAt, counts, others, by } = verdict;
  const counting = new Set(counts.map(({ list, id }) => JSON.stringify([list, id])));
  const step = (reference: RecordReference, own: DealStep["state"] | null): DealStep => {
    const { list, id } = reference;
    if (counting.has(JSON.stringify([list, id]))) return { list, id, state: "counts", by: null };
    if (own !== null) return { list, id, state: own, by: null };
    const isItself = by !== null && by.list === list && by.id === id;
    return { list, id, state: others, by: isItself ? null : by };
  };
  const steps = [
    ...deal.opportunities.map((one) => step(opportunityReference(one), null)),
    ...deal.quotes.map((one) => step(quoteReference(one), endOfQuote(one, asOf))),
    ...deal.orders.map((one) => step(orderReference(one), isDone(one) ? "closed" : "cancelled")),
  ];
  return { standsAt, counts, steps };
}

function verdictOf({ opportunities, quotes, orders }: DealRecords, asOf: string): Verdict {
  const counted = (
    standsAt: DealThread["standsAt"],
    counts: readonly RecordReference[],
  ): Verdict => ({ standsAt, counts, others: "superseded", by: counts[0] ?? null });
  const live = orders.filter(({ status }) => status === "open");
  if (live.length > 0) return counted("order", live.map(orderReference));
  const done = orders.find(isDone);
  if (done !== undefined) {
    return { ...counted("closed", []), by: orderReference(done) };
  }
  const open = opportunities.filter(({ status }) => status === "open");
  if (open.length === 0) {
    const lost = opportunities.find(({ status }) => status === "lost");
    const cancelled = orders[0];
    if (lost !== undefined) return ended("lost", opportunityReference(lost));
    if (cancelled !== undefined) return ended("cancelled", orderReference(cancelled));
  }
  const offer =
    quotes.findLast(({ status }) => status === "accepted") ??
    quotes.findLast((quote) => isValid(quote, asOf));
  if (offer !== undefined) return counted("quote", [quoteReference(offer)]);
  if (open.length > 0) return counted("opportunity", open.map(opportunityReference));
  const isRejected = quotes.length > 0 && quotes.every(({ status }) => status === "rejected");
  return { ...counted(isRejected ? "lost" : "none", []), by: null };
}

function ended(others: "lost" | "cancelled", by: RecordReference): Verdict {
  return { standsAt: "lost", counts: [], others, by };
}

function endOfQuote(quote: CrmQuote, asOf: string): DealStep["state"] | null {
  if (quote.status === "draft" || quote.status === "rejected") return quote.status;
  return quote.status === "sent" && !isValid(quote, asOf) ? "expired" : null;
}

function opportunityReference({ id }: CrmOpportunity): RecordReference {
  return { list: "opportunities", id };
}

function quoteReference({ id }: CrmQuote): RecordReference {
  return { list: "quotes", id };
}

function orderReference({ id }: CrmOrder): RecordReference {
  return { list: "orders", id };
}
