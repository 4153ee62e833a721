import { messageText, type Plan, type PlanMessage } from "../../src/index.js";
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
