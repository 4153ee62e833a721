import type { Plan, PlanMessage } from "../../src/index.js";
import { formatPath } from "../../src/index.js";
import { shorten, table } from "./table.js";

/**
 * The messages of a plan as a table.
 *
 * @param most - messages after which the rest is only counted
 */
export function messageTable(plan: Plan, most: number): string[] {
  const { shown, left } = shorten(plan.messages, most);
  const rows = shown.map((message) => [message.code, placeText(message), messageText(message)]);
  const columns = [{ head: "message" }, { head: "item" }, { head: "what" }];
  return [...table(columns, rows), ...(left > 0 ? [`… and ${left} more messages`] : [])];
}

/** The item of a message, with its site and segment where it has others than the only ones. */
function placeText(message: PlanMessage): string {
  if (message.code === "inputAdjusted") return message.item;
  const site = message.site === "main" ? "" : ` at ${message.site}`;
  return `${message.item}${site}${message.segment === null ? "" : ` for ${message.segment}`}`;
}

/** What a message says, made of its figures. */
export function messageText(message: PlanMessage): string {
  switch (message.code) {
    case "expedite":
      return `move ${message.supply} (${message.quantity}) in from ${message.from} to ${message.to}, for ${message.reason === "demand" ? "a need" : "the safety stock"}`;
    case "defer":
      return `${message.supply} (${message.quantity}) may move out from ${message.from} to ${message.to}`;
    case "cancel":
      return `nothing needs ${message.supply} (${message.quantity}), due ${message.from}`;
    case "startsInPast":
      return `had to start on ${message.start}, ${daysText(message.days)} before the plan begins`;
    case "pastDueSupply":
      return `${message.supply} (${message.quantity}) should have come on ${message.due}`;
    case "pastDueDemand":
      return `${message.demand} (${message.quantity}) was due on ${message.due}`;
    case "fenceShortage":
      return `${message.quantity} short at the end of the fence, covered from ${message.date}`;
    case "noSource":
      return `no source brings the ${message.quantity} that are short on ${message.date}`;
    case "noBom":
      return `no bill of material is valid on ${message.date}`;
    case "beyondHorizon":
      return `needs after the horizon are not planned: ${message.count}, together ${message.quantity}`;
    case "expired":
      return `${message.quantity} expire on ${message.date}`;
    case "inputAdjusted":
      return `${formatPath(message.path)} says ${message.given}, taken as ${message.taken} (${message.reason})`;
  }
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
