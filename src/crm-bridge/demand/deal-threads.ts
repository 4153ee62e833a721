import {
  compareText,
  dayArgument,
  formatDay,
  formatRatio,
  optional,
  readArgument,
} from "../../core/index.js";
import type { ReadRecords } from "../records/index.js";
import { readRecordsArgument } from "../records/records-argument.js";
import type { CrmLine, CrmOrderLine } from "../schema/index.js";
import { joinDeals } from "./deal-records.js";
import { type DealRecords, type DealStanding, standingOf } from "./deal-standing.js";
import type { DealLine, DealThread } from "./deal-thread.js";
import type { DemandPolicy } from "./demand-policy.js";
import {
  opportunityProbability,
  quoteProbability,
  type StageProbabilities,
  stageProbabilities,
} from "./probability.js";
import { saidQuantity } from "./record-context.js";
import type { RecordReference } from "./record-reference.js";

const NO_STAGES: StageProbabilities = new Map();

/** A deal with its records as they were read. */
export interface Deal extends DealRecords {
  readonly id: string;
  readonly standing: DealStanding;
}

/** Joins the records of each deal and finds where it stands; deals in the order of their ids. */
export function dealsOf(records: ReadRecords, asOf: string): Deal[] {
  return joinDeals(records)
    .map((deal) => ({ ...deal, id: threadId(deal), standing: standingOf(deal, asOf) }))
    .sort((a, b) => compareText(a.id, b.id));
}

/**
 * Follows each deal from its opportunity by its quotes to its orders, and says where it stands.
 *
 * A deal is all that links join. It counts once, at its farthest live step: its open orders; else its
 * accepted quote; else its highest version that is sent and still valid; else its open opportunity. A
 * closed order ends it, a lost opportunity too; a cancelled order gives it back while its opportunity
 * is open.
 *
 * @param records - as `readCrmRecords` gives them
 * @param options - `asOf`: the day on which quotes are valid or not, "YYYY-MM-DD"; `probabilities`: stage →
 * probability, in place of what opportunities say
 * @returns the deals by id, each with all its records and the lines that count
 * @throws PlanningInputError when `asOf` is no day, or the records were not read
 *
 * Source: rule X1, K62.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bicycle" }],
 *   opportunities: [
 *     {
 *       ...{ id: "deal", account: "Bell", stage: "offer", status: "open", probability: 0.5 },
 *       ...{ closeDate: "2026-03-10", lines: [{ id: "1", product: "bicycle", quantity: 10 }] },
 *     },
 *   ],
 *   quotes: [
 *     {
 *       ...{ id: "Q-1", account: "Bell", opportunity: "deal", version: 1, status: "sent" },
 *       ...{ date: "2026-03-01", lines: [{ id: "1", product: "bicycle", quantity: 12 }] },
 *     },
 *   ],
 * });
 * const [deal] = dealThreads(records, { asOf: "2026-03-02" });
 * deal?.standsAt; // => "quote"
 * deal?.lines.map(({ id, quantity }) => `${id}: ${quantity}`); // => ["Q-1: 12"]
 * ```
 */
export function dealThreads(
  records: ReadRecords,
  options: {
    readonly asOf: string;
    readonly probabilities?: DemandPolicy["probabilities"] | undefined;
  },
): DealThread[] {
  const { asOf, probabilities } = readArgument(options, {
    asOf: dayArgument,
    probabilities: optional(stageProbabilities, NO_STAGES),
  });
  return dealsOf(readRecordsArgument(records), formatDay(asOf)).map((deal) =>
    threadOf(deal, probabilities),
  );
}

/** The id of a deal: that of the record with which it begins. */
function threadId({ opportunities: [opportunity], quotes: [quote], orders: [order] }: DealRecords) {
  if (opportunity !== undefined) return JSON.stringify(["opportunities", opportunity.id]);
  if (quote !== undefined) return JSON.stringify(["quotes", quote.id]);
  return JSON.stringify(["orders", order?.id]);
}

function threadOf(deal: Deal, byStage: StageProbabilities): DealThread {
  const { id, opportunities, quotes, orders, standing } = deal;
  const first = opportunities[0] ?? quotes[0] ?? orders[0]!;
  return {
    id,
    account: first.account,
    opportunity: opportunities[0]?.id ?? null,
    quotes: quotes.map((quote) => quote.id),
    orders: orders.map((order) => order.id),
    standsAt: standing.standsAt,
    counts: standing.counts,
    steps: standing.steps,
    lines: standing.counts.flatMap((reference) => linesOf(deal, reference, byStage)),
  };
}

function linesOf(
  deal: Deal,
  { list, id }: RecordReference,
  byStage: StageProbabilities,
): DealLine[] {
  const line = (
    { id: lineId, product, quantity, ...rest }: CrmLine | CrmOrderLine,
    probability: string | null,
  ): DealLine => ({
    ...{ list, id, line: lineId, product, quantity: saidQuantity(quantity), probability },
    shipped: saidQuantity("shipped" in rest ? rest.shipped : 0),
  });
  const order = list === "orders" ? deal.orders.find((one) => one.id === id) : undefined;
  if (order !== undefined) return order.lines.map((one) => line(one, null));
  const quote = list === "quotes" ? deal.quotes.find((one) => one.id === id) : undefined;
  const opportunity = deal.opportunities.find((one) => one.id === (quote?.opportunity ?? id));
  const ratio =
    quote !== undefined
      ? quoteProbability(quote, opportunity, byStage)
      : opportunity && opportunityProbability(opportunity, byStage);
  const text = ratio === undefined ? null : formatRatio(ratio);
  const lines: readonly CrmLine[] = (quote ?? opportunity)?.lines ?? [];
  return lines.map((one) => line(one, text));
}
