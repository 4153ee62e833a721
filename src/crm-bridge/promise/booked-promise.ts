import { formatDay, quantityToDecimal } from "../../core/index.js";
import type { PlannedDemand } from "../../mrp/index.js";
import type { BookedPromise } from "./delivery-promise.js";
import type { Wanted } from "./judged-day.js";
import type { ReadRequest } from "./promise-request.js";

/** What is booked of a request when a demand is promised. */
export function bookedPromise(
  request: ReadRequest,
  { line, count, day }: Wanted,
  { id, site, segment }: Pick<PlannedDemand, "id" | "site" | "segment">,
): BookedPromise {
  return Object.freeze({
    demand: id,
    request: request.id,
    record: request.record ?? null,
    line: line.id,
    item: line.item,
    site,
    segment,
    quantity: quantityToDecimal(count, line.decimals),
    date: formatDay(day),
    requestedDate: formatDay(line.requested),
    customer: request.customer ?? null,
    customerClass: request.customerClass ?? null,
    priority: request.priority ?? null,
  });
}
