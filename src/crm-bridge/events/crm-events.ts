import { compareText } from "../../core/index.js";
import { creditEvents } from "./credit-events.js";
import { type CrmEvent, EVENT_TYPES } from "./crm-event.js";
import type { CrmState } from "./crm-state.js";
import { promiseEvents } from "./promise-events.js";
import { quoteEvents } from "./quote-events.js";
import { shipmentEvents } from "./shipment-events.js";
import { readStates } from "./state-argument.js";

/**
 * Tells what a CRM should hear of from one state to the next: promises given, moved, cancelled, at risk
 * and recovered, shipments, quotes whose cost, price or lead time has changed or that have expired, orders
 * that came under credit hold or out of it.
 *
 * The order is one, whatever the order of rows: by type, then by key. The key of an event is the JSON
 * text of its type, what it is about and the new fact: a host that keeps the last key of each subject
 * hears nothing twice. Of what one of the states leaves out nothing is told.
 *
 * @param before - the plan before, with what was known then
 * @param after - the plan now, with what is known now
 * @returns the events; none between a state and itself
 * @throws PlanningInputError when a state is of a wrong form
 *
 * Source: rule X2; K71.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", leadTime: 10, planningTimeFence: 20 }],
 *   supplies: [{ id: "po", item: "bike", quantity: 4, due: "2026-01-08", kind: "purchase" }],
 *   sources: [{ item: "bike", kind: "buy" }],
 * });
 * const lines = [{ id: "1", item: "bike", quantity: 4, requestedDate: "2026-01-09" }];
 * const promise = promiseDelivery(plan, { id: "R", delivery: "whole", lines });
 * const { plan: next, booked } = acceptPromise(plan, promise);
 * const first = crmEvents({ plan, booked: [] }, { plan: next, booked });
 * first.map(({ type }) => type); // => ["promiseConfirmed"]
 * const late = replan(next, {
 *   supplies: { change: [{ id: "po", due: "2026-01-13", frozen: true }] },
 * });
 * const [event] = crmEvents({ plan: next, booked }, { plan: late, booked });
 * event?.type === "promiseAtRisk" && `${event.available}: ${event.cause?.text}`;
 * // => "2026-01-13: It waits for po (bike at main), there on 2026-01-13: an open supply."
 * ```
 */
export function crmEvents(before: CrmState, after: CrmState): readonly CrmEvent[] {
  const [was, is] = readStates(before, after);
  const events = [
    ...promiseEvents(was, is),
    ...shipmentEvents(was, is),
    ...quoteEvents(was, is),
    ...creditEvents(was, is),
  ];
  return events
    .sort(
      (a, b) =>
        EVENT_TYPES.indexOf(a.type) - EVENT_TYPES.indexOf(b.type) || compareText(a.key, b.key),
    )
    .map((event) => Object.freeze(event));
}
