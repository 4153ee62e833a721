import { LAST_DAY, ONE, parseDay, type Ratio } from "../../core/index.js";
import type { CrmLine, CrmOpportunity, CrmQuote } from "../schema/index.js";
import type { CountedBecause } from "./crm-demand.js";
import type { Deal } from "./deal-threads.js";
import { grouped } from "./grouped.js";
import { demandId, type LineDraft, lineDraft, type Need, need, TURN } from "./need.js";
import { opportunityProbability, quoteProbability } from "./probability.js";
import type { ReadDealPolicy, ReadPolicy } from "./read-policy.js";
import {
  below,
  countOf,
  noteRecord,
  productOf,
  type RecordContext,
  type RecordPlace,
  saidQuantity,
} from "./record-context.js";
import { roundedTogether } from "./rounded-together.js";
import type { VariantChoice } from "./variants.js";

/** A line of a deal that counts by its probability. */
interface ExpectedLine {
  readonly need: Need;
  readonly exact: Ratio;
}

const NONE: Ratio = { num: 0n, den: 1n };

/** The needs of deals that stand at an opportunity or a quote, and what became of all their lines. */
export interface DealNeeds {
  readonly needs: readonly Need[];
  readonly lines: readonly LineDraft[];
}

interface Offer {
  readonly list: "opportunities" | "quotes";
  readonly record: CrmOpportunity | CrmQuote;
  readonly place: RecordPlace;
  readonly deal: Deal;
  readonly opportunity: CrmOpportunity | undefined;
}

/** Turns opportunities and quotes into needs by the policy (X1, K64). */
export function dealNeeds(
  context: RecordContext,
  policy: ReadPolicy,
  deals: readonly Deal[],
  choice: Pick<VariantChoice, "fits">,
): DealNeeds {
  const places = new Map<string, RecordPlace>();
  for (const list of ["opportunities", "quotes"] as const) {
    for (const [n, { id }] of context.records[list].entries()) {
      places.set(demandId(list, id), { record: { list, id }, path: [list, n] });
    }
  }
  const [needs, expected, lines]: [Need[], ExpectedLine[], LineDraft[]] = [[], [], []];
  for (const deal of deals) {
    for (const { list, id, state, by } of deal.standing.steps) {
      if (list !== "opportunities" && list !== "quotes") continue;
      const record: CrmOpportunity | CrmQuote = deal[list].find((one) => one.id === id)!;
      const isQuote = list === "quotes";
      const opportunity = deal.opportunities.find(
        (one) => one.id === (isQuote ? (record as CrmQuote).opportunity : id),
      );
      const place = places.get(demandId(list, id))!;
      const offer: Offer = { list, record, place, deal, opportunity };
      for (const [n, row] of record.lines.entries()) {
        const reference = { list, id, line: row.id };
        const quantity = saidQuantity(row.quantity);
        if (state !== "counts") {
          lines.push(lineDraft(reference, quantity, state, by));
          continue;
        }
        const line = lineDraft(reference, quantity, "refused");
        lines.push(line);
        const one = offeredNeed(context, policy, offer, row, below(place, "lines", n), line);
        if (one === undefined) continue;
        if (!choice.fits(one.need)) line.why = "refused";
        else if (line.why === "expected") expected.push(one);
        else needs.push(one.need);
      }
    }
  }
  return { needs: [...needs, ...expectedNeeds(expected)], lines };
}

/** Rounds what is expected of a product so that it adds up, and takes it as the needs' quantity. */
function expectedNeeds(expected: readonly ExpectedLine[]): Need[] {
  return [...grouped(expected, (one) => one.need.product.id).values()].flatMap((lines) => {
    const counts = roundedTogether(
      lines.map(({ exact }) => exact),
      lines.map((one) => one.need.id),
    );
    return lines
      .map((one, n) => ({ ...one.need, quantity: counts[n]! }))
      .filter(({ quantity }) => quantity > 0n);
  });
}

function offeredNeed(
  context: RecordContext,
  policy: ReadPolicy,
  offer: Offer,
  row: CrmLine,
  place: RecordPlace,
  line: LineDraft,
): ExpectedLine | undefined {
  const { list, record, opportunity, deal } = offer;
  const product = productOf(context, row.product, place);
  if (product === undefined) return undefined;
  line.decimals = product.decimals;
  const whole = countOf(context, product, row.quantity, below(place, "quantity"), row.unit);
  if (whole === undefined) return undefined;
  const use = list === "quotes" ? policy.quotes : policy.deals;
  const share = shareOf(policy, offer);
  if (share === undefined && (use.use === "threshold" || use.use === "expected")) {
    const message = `The probability of quote ${JSON.stringify(record.id)} is missing, and it has no opportunity that says one. State it.`;
    noteRecord(context, below(offer.place, "probability"), "missingField", message);
    return undefined;
  }
  const { why, counts } = verdictOf(use, share ?? NONE, deal.id);
  if (counts.num === 0n) {
    line.why = why;
    return undefined;
  }
  const due = needDay(context, policy, offer, row, place);
  if (due === undefined) return undefined;
  line.why = why;
  const made = need({
    ...{
      id: demandId(list === "quotes" ? "quote" : "opportunity", record.id, row.id),
      line,
      place,
    },
    ...{ turn: list === "quotes" ? TURN.quote : TURN.opportunity, kind: "forecast", product },
    ...{ site: row.site, quantity: whole, due, account: record.account },
    requestedDate: row.requestedDate ?? record.requestedDate,
    forecasts: [record.forecast, opportunity?.forecast],
    options: row.options,
    specification: row.specification,
    attributes: { ...record.attributes, ...row.attributes },
  });
  return { need: made, exact: { num: counts.num * whole, den: counts.den } };
}

function shareOf(policy: ReadPolicy, { list, record, opportunity }: Offer): Ratio | undefined {
  if (list === "quotes") {
    return quoteProbability(record as CrmQuote, opportunity, policy.probabilities);
  }
  return opportunityProbability(record as CrmOpportunity, policy.probabilities);
}

/** Which part of a line counts, and why. */
function verdictOf(
  use: ReadDealPolicy,
  share: Ratio,
  deal: string,
): { readonly why: CountedBecause; readonly counts: Ratio } {
  switch (use.use) {
    case "threshold": {
      const isLikely = share.num * use.above.den > use.above.num * share.den;
      return isLikely ? { why: "threshold", counts: ONE } : { why: "belowThreshold", counts: NONE };
    }
    case "expected":
      return { why: "expected", counts: share };
    case "chosen":
      return use.deals.has(deal)
        ? { why: "chosen", counts: ONE }
        : { why: "notChosen", counts: NONE };
    case "none":
      return { why: "notCounted", counts: NONE };
  }
}

/** The day on which a deal is needed: as requested, else by its close date; later by the slip. */
function needDay(
  context: RecordContext,
  { needDate, ...policy }: ReadPolicy,
  { list, record, opportunity, deal }: Offer,
  row: CrmLine,
  place: RecordPlace,
): number | undefined {
  const requested = row.requestedDate ?? record.requestedDate;
  const close = needDate.from === "requested" ? undefined : opportunity?.closeDate;
  const said = parseDay(requested ?? close);
  if (said === undefined) {
    const message = `The requestedDate of a line of ${JSON.stringify(record.id)} is missing, and the policy has no other day for it. State one.`;
    noteRecord(context, below(place, "requestedDate"), "missingField", message);
    return undefined;
  }
  const days = requested === undefined && needDate.from !== "requested" ? needDate.days : 0;
  const use = list === "quotes" ? policy.quotes : policy.deals;
  const slip = use.use === "chosen" ? use.slips.get(deal.id) : undefined;
  const day = Math.max(context.asOf, said + days + (slip ?? policy.slipDays));
  if (day <= LAST_DAY) return day;
  const message = `The need of ${JSON.stringify(record.id)} would lie after 2199. Correct its day, or the days that the policy adds.`;
  noteRecord(context, below(place, "requestedDate"), "outOfRange", message);
  return undefined;
}
