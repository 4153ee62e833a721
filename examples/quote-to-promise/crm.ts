import {
  type BookedPromise,
  type CrmDemand,
  type CrmEvent,
  type CrmRecordsInput,
  crmEvents,
  type DemandPolicy,
  demandFromCrm,
  type Plan,
  type ReadRecords,
  replan,
} from "../../src/index.js";

/** What the CRM knows at a moment, what of it is demand, and the plan for that. */
export interface Moment {
  readonly records: ReadRecords;
  readonly demand: CrmDemand;
  readonly plan: Plan;
}

/** What the CRM writes when a quote has become an order: a line for each day that was promised. */
export function withOrder(
  records: CrmRecordsInput,
  {
    id,
    quote: quoteId,
    date,
  }: { readonly id: string; readonly quote: string; readonly date: string },
  booked: readonly BookedPromise[],
): CrmRecordsInput {
  const { opportunities = [], quotes = [], orders = [] } = records;
  const quote = quotes.find((one) => one.id === quoteId)!;
  const { account, opportunity } = quote;
  const lines = booked.map(({ line, quantity, requestedDate, date: promisedDate }, n) => {
    const { product, unitPrice } = quote.lines.find((one) => one.id === line)!;
    return {
      id: `${n + 1}`,
      product,
      quantity: `${quantity}`,
      unitPrice,
      requestedDate,
      promisedDate,
    };
  });
  const order = {
    id,
    account,
    quote: quoteId,
    opportunity,
    date,
    delivery: "partial",
    lines,
  } as const;
  return {
    ...records,
    opportunities: opportunities.map((one) =>
      one.id === opportunity ? { ...one, status: "won", stage: "won", closedDate: date } : one,
    ),
    quotes: quotes.map((one) => (one === quote ? { ...one, status: "accepted" } : one)),
    orders: [...orders, { ...order, status: "open" }],
  };
}

/** The plan with what the records ask for now, in the place of what they asked for before. */
export function nextMoment(plan: Plan, records: ReadRecords, policy: DemandPolicy): Moment {
  const demand = demandFromCrm(records, policy);
  const ids = new Set(demand.demands.map(({ id }) => id));
  const remove = [...plan.demands].map(({ id }) => id).filter((id) => !ids.has(id));
  return { records, demand, plan: replan(plan, { demands: { remove, put: demand.demands } }) };
}

/** What the CRM should hear of from one moment to the next. */
export function newsOf(before: Moment, after: Moment): readonly CrmEvent[] {
  const [was, is] = [before, after].map(({ plan, records }) => ({ plan, records }));
  return crmEvents(was!, is!);
}
