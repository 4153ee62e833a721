import { readFileSync } from "node:fs";
import {
  type AcceptedPromise,
  acceptPromise,
  type CrmEvent,
  type CrmRecordsInput,
  type DeliveryPromise,
  type DemandPolicy,
  demandFromCrm,
  type PlanningInput,
  planRequirements,
  promiseDelivery,
  readCrmRecords,
  replan,
  requestOfOrder,
  requestOfQuote,
  standardCosts,
} from "../../src/index.js";
import { type Moment, newsOf, nextMoment, withOrder } from "./crm.js";
import { type Outcome, type Remedy, tryRemedy } from "./remedies.js";

/** `quote-to-promise.json`: a works, what its CRM knows, how that is demand, and what happens. */
interface StoryFile {
  readonly works: PlanningInput;
  readonly records: CrmRecordsInput;
  readonly policy: DemandPolicy;
  readonly late: Omit<Remedy, "paid">;
  readonly remedies: readonly Remedy[];
}

/** A deal from its quote to the promise that holds again. */
export interface QuoteToPromise {
  readonly input: PlanningInput;
  readonly pipeline: Moment;
  /** What can be promised: all on one day, or in parts. */
  readonly whole: DeliveryPromise;
  readonly parts: DeliveryPromise;
  readonly accepted: AcceptedPromise;
  /** With the order that the CRM has written of it. */
  readonly ordered: Moment;
  readonly news: string;
  readonly late: Moment;
  /** What could be told of the line that is late, if nothing is done. */
  readonly instead: DeliveryPromise;
  /** Each of the remedies; nothing is done in the first. */
  readonly outcomes: readonly Outcome[];
  /** What the CRM hears of the order, and of the news. */
  readonly confirmed: readonly CrmEvent[];
  readonly warned: readonly CrmEvent[];
}

const nothing: Remedy = { title: "nothing is done", paid: 0, changes: {} };

/** Plans the pipeline, answers the quote, books the order, hears the news and tries what helps. */
export function quoteToPromise(): QuoteToPromise {
  const file = readFileSync(new URL("quote-to-promise.json", import.meta.url), "utf8");
  const { works, records: written, policy, late: news, remedies } = JSON.parse(file) as StoryFile;

  const records = readCrmRecords(written);
  const demand = demandFromCrm(records, policy);
  const input = { ...works, demands: demand.demands };
  const pipeline = { records, demand, plan: planRequirements(input) };

  // The pipeline has a part of the deal already; the request stands in its place.
  const request = requestOfQuote(records, "Q-1", { demand });
  const costs = standardCosts(works);
  const parts = promiseDelivery(pipeline.plan, { ...request, delivery: "partial" }, { costs });
  const accepted = acceptPromise(pipeline.plan, parts);

  const order = { id: "A-2", quote: "Q-1", date: works.startDate };
  const rewritten = readCrmRecords(withOrder(written, order, accepted.booked));
  const ordered = nextMoment(accepted.plan, rewritten, policy);
  const late = { ...ordered, plan: replan(ordered.plan, news.changes) };
  return {
    input,
    pipeline,
    whole: promiseDelivery(pipeline.plan, request, { costs }),
    parts,
    accepted,
    ordered,
    news: news.title,
    late,
    instead: promiseAnew(late),
    outcomes: [nothing, ...remedies].map((remedy) => tryRemedy(late, remedy)),
    confirmed: newsOf(pipeline, ordered),
    warned: newsOf(ordered, late),
  };
}

/** The first line of A-2 asked for once more: what of it is there on its day, and the rest. */
function promiseAnew({ plan, records, demand }: Moment) {
  const request = requestOfOrder(records, "A-2", { demand });
  const isFirst = (_: unknown, n: number) => n === 0;
  return promiseDelivery(plan, {
    ...{ ...request, delivery: "partial" },
    lines: request.lines.filter(isFirst),
    inPlaceOf: request.inPlaceOf?.filter(isFirst),
  });
}
