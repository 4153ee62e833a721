import type { DateStep, RoutingDays } from "./explanation-date-steps.js";
import type { ExplainedLimit } from "./explanation-limit.js";
import { counted, orderText, placeText } from "./explanation-words.js";

/** What sets a day. */
export function limitText(limit: ExplainedLimit): string {
  switch (limit.kind) {
    case "leadTime":
      return "its own lead time sets the day";
    case "planningStart":
      return "it was wanted before the planning start, and is there at once";
    case "capacity":
      return `it is wanted on ${limit.date}, and ${limit.supplier} cannot bring it on that day`;
    case "fence":
      return `it was wanted inside the fence: nothing is planned before ${limit.date}`;
    case "sourceValidity":
      return `it was wanted earlier, and its source${limit.source === null ? "" : ` ${limit.source}`} is valid from ${limit.date} on`;
    case "noSource":
      return `it was wanted earlier, and no source took what was missing on ${limit.date}`;
    case "planned":
      return "it is not planned for an earlier day";
    case "loop":
      return "it waits for what waits for it";
    case "order":
      return `it waits for the ${orderText(limit.order)}`;
    case "supply":
      return `it waits for ${limit.supply}`;
    case "stock":
      return `it waits for stock of ${limit.date}`;
    case "uncovered":
      return `nothing covers what is needed of ${placeText(limit)}${methodText(limit.method)}`;
  }
}

function methodText(method: string | undefined): string {
  return method === undefined ? "" : `, which as ${method} is not ordered for needs`;
}

/** What a lead time from a routing is made of: what takes no time is not told. */
function routingText({ id, operations, days, ...parts }: RoutingDays): string {
  const told = [
    [parts.queue, "queue"],
    [parts.setup, "set-up"],
    [parts.run, "run"],
    [parts.teardown, "teardown"],
    [parts.waitAndMove, "wait and move"],
    [parts.subcontract, "subcontract"],
  ].filter(([part]) => part !== "0");
  const sum = told.map(([part, name]) => `${part} ${name}`).join(" + ");
  const way = `by routing ${id} through ${operations.join(", ")}`;
  return told.length === 0 ? way : `${way} ${days} (${sum})`;
}

/** A step of dates in words. */
export function dateText(step: DateStep): string {
  const { move, direction, from, to, days, basis, calendar, perUnit, routing } = step;
  const extra = perUnit === null ? "" : `, ${perUnit} a unit included`;
  const parts = routing === null ? "" : `, ${routingText(routing)}`;
  const count = `${counted(days, `${basis} day`)}${parts}${extra}`;
  const way = direction === "backward" ? "back" : "on";
  switch (move) {
    case "receipt":
      return days === 0
        ? `wanted on ${from}, and due on that day (${calendar})`
        : `wanted on ${from}, due on ${to}, the last working day until then (${calendar}), ${days} earlier`;
    case "planningStart":
      return days === 0
        ? `wanted on ${from}, the planning start, and due on that day, though a day off (${calendar})`
        : `wanted on ${from}, due on ${to}, the planning start: no working day lies between them (${calendar}), ${days} earlier`;
    case "placement":
      return `goes out on ${to}, ${count} after ${from} (${calendar})`;
    case "receivingTime":
      return `receiving time: ${count} ${way} from ${from} to ${to} (${calendar})`;
    case "leadTime":
      return `lead time: ${count} ${way} from ${from} to ${to} (${calendar})`;
    case "releaseTime":
      return `release time: ${count} ${way} from ${from} to ${to} (${calendar})`;
    case "startingDay":
      return `on to a day on which it can start: ${count} from ${from} to ${to} (${calendar})`;
    case "nextWorkingDay":
      return `on to the next working day: ${count} from ${from} to ${to} (${calendar})`;
    case "capacity":
      return `the supplier can bring it ${count} later than ${from}: ${to} (${calendar})`;
  }
}
