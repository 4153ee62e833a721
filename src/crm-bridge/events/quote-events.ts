import type { Decimal } from "../../core/index.js";
import { type ChangedMoney, type QuoteLineFeedback, quoteFeedback } from "../feedback/index.js";
import {
  type CrmEvent,
  eventFields,
  type QuoteExpiredEvent,
  type QuoteLeadTimeEvent,
  type QuoteMoneyEvent,
} from "./crm-event.js";
import type { KnownState } from "./state-argument.js";

/** What has changed for quotes that both states know, from one to the next. */
export function quoteEvents(before: KnownState, after: KnownState): CrmEvent[] {
  const [was, is] = [feedbackOf(before), feedbackOf(after)];
  const known = new Map(was.map((row) => [keyOf(row), row]));
  const pairs = is.flatMap((row) => {
    const earlier = known.get(keyOf(row));
    return earlier === undefined ? [] : [{ earlier, row }];
  });
  const live = pairs.filter(({ row }) => row.state !== "expired");
  const haveCosts = before.costs !== undefined && after.costs !== undefined;
  return [
    ...expiredEvents(pairs),
    ...(haveCosts
      ? live.flatMap(({ earlier, row }) =>
          moneyEvents("quoteCostChanged", row, earlier.cost, row.cost),
        )
      : []),
    ...live.flatMap(({ earlier, row }) =>
      moneyEvents("quotePriceChanged", row, earlier.price, row.price),
    ),
    ...(isSamePlan(before, after) ? [] : live.flatMap(leadTimeEvents)),
  ];
}

function feedbackOf({
  plan,
  records,
  asOf,
  costs,
  promise,
}: KnownState): readonly QuoteLineFeedback[] {
  return records === undefined ? [] : quoteFeedback(plan, records, { asOf, costs, promise });
}

/** Then no day can be another one, and nobody need ask. */
function isSamePlan(before: KnownState, after: KnownState): boolean {
  const isSame = before.plan === after.plan && before.records === after.records;
  return isSame && before.asOf === after.asOf && before.promise === after.promise;
}

interface QuotePair {
  readonly earlier: QuoteLineFeedback;
  readonly row: QuoteLineFeedback;
}

function keyOf({ quote, version, line }: QuoteLineFeedback): string {
  return JSON.stringify([quote, version, line]);
}

/** Once for each quote, whatever the number of its lines. */
function expiredEvents(pairs: readonly QuotePair[]): readonly QuoteExpiredEvent[] {
  const events = new Map<string, QuoteExpiredEvent>();
  for (const { earlier, row } of pairs) {
    if (row.state !== "expired" || earlier.state === "expired") continue;
    const { quote, version, customer, validUntil } = row;
    const fields = eventFields("quoteExpired", ["validity", quote, version], [validUntil]);
    events.set(quote, { ...fields, quote, version, customer, validUntil });
  }
  return [...events.values()];
}

const ASPECTS = { quoteCostChanged: "cost", quotePriceChanged: "price" } as const;

function moneyEvents(
  type: QuoteMoneyEvent["type"],
  row: QuoteLineFeedback,
  was: ChangedMoney,
  { now, currency, quoted }: ChangedMoney,
): readonly QuoteMoneyEvent[] {
  if (isEqual(was.now, now) && was.currency === currency) return [];
  const { quote, version, line, product, customer } = row;
  const subject = [ASPECTS[type], quote, version, line];
  return [
    {
      ...eventFields(type, subject, [currency, now === null ? null : now.toFixed()]),
      ...{ quote, version, line, product, customer, currency, quoted, before: was.now, now },
    },
  ];
}

function isEqual(one: Decimal | null, other: Decimal | null): boolean {
  return one === null || other === null ? one === other : one.eq(other);
}

function leadTimeEvents({ earlier, row }: QuotePair): readonly QuoteLeadTimeEvent[] {
  const [{ now: before }, { now, quoted, because }] = [earlier.leadTime, row.leadTime];
  if (before === now) return [];
  const { quote, version, line, product, customer } = row;
  const subject = ["leadTime", quote, version, line];
  return [
    {
      ...eventFields("quoteLeadTimeChanged", subject, [now]),
      ...{ quote, version, line, product, customer, quoted, before, now, because },
    },
  ];
}
