import { type OrderedLine, recordedLines } from "../feedback/open-lines.js";
import { eventFields, type ShipmentEvent } from "./crm-event.js";
import type { KnownState } from "./state-argument.js";

/** What was shipped from one state to the next. */
export function shipmentEvents(before: KnownState, after: KnownState): ShipmentEvent[] {
  if (before.records === undefined || after.records === undefined) return [];
  const was = new Map<string, OrderedLine>(
    recordedLines(before.records).map((line) => [line.demand, line]),
  );
  return recordedLines(after.records).flatMap(({ demand, record, customer, quantity, shipped }) => {
    const earlier = was.get(demand)?.shipped;
    const isNews = earlier === undefined ? shipped.gt(0) : shipped.gt(earlier);
    if (record === null || !isNews) return [];
    const { list, id, line } = record;
    return [
      {
        ...eventFields("orderShipped", ["shipment", list, id, line], [shipped.toFixed()]),
        ...{ record, customer, quantity, shipped },
        before: earlier ?? shipped.minus(shipped),
        isComplete: shipped.gte(quantity),
      },
    ];
  });
}
