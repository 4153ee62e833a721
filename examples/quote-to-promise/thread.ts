import type { CrmEvent, PromisedLine } from "../../src/index.js";
import { bestOf } from "./remedies.js";
import type { QuoteToPromise } from "./story.js";

/** The way of the deal as Mermaid draws it: from a wish to the promise that holds again. */
export function threadPicture(story: QuoteToPromise): string {
  const { pipeline, parts, accepted, ordered, news, outcomes, warned } = story;
  const [wish] = pipeline.records.opportunities;
  const [question] = parts.request.lines;
  const order = ordered.records.orders.find(({ quote }) => quote === parts.request.id)!;
  const best = bestOf(outcomes);
  return [
    "flowchart LR",
    `  wish["${wish!.id}: ${wish!.lines[0]!.quantity}, probability ${wish!.probability}"]`,
    `  quote["${parts.request.id}: ${question!.quantity} on ${question!.requestedDate}?"]`,
    `  promise["${scheduleText(parts.lines[0]!)}"]`,
    `  order["${order.id}: ${accepted.booked.map(({ quantity }) => quantity).join(" and ")}"]`,
    `  risk["${eventText(warned)}"]`,
    `  good["${eventText(best.events)}"]`,
    "  wish --> quote",
    "  quote -->|promiseDelivery| promise",
    "  promise -->|acceptPromise| order",
    `  order -->|${news}| risk`,
    `  risk -->|${best.title}| good`,
  ].join("\n");
}

/** So much on each day. */
export function scheduleText({ schedule }: PromisedLine): string {
  return schedule.map(({ quantity, date }) => `${quantity} on ${date}`).join(", ");
}

function eventText(events: readonly CrmEvent[]): string {
  return events
    .map((event) =>
      event.type === "promiseAtRisk" || event.type === "promiseRecovered"
        ? `${event.type}: ${event.quantity} on ${event.available}`
        : event.key,
    )
    .join(", ");
}
