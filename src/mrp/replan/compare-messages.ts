import type { PlanMessage } from "../plan/message.js";
import type { Plan } from "../plan/plan.js";

/** A message that only one of two plans says. */
export interface MessageDifference {
  readonly change: "added" | "removed";
  readonly message: PlanMessage;
}

/** The messages that only one of two plans says: first those that are gone, then those that are new. */
export function messageDifferences(a: Plan, b: Plan): MessageDifference[] {
  return [
    ...without(a.messages, b.messages).map((message) => ({ change: "removed", message }) as const),
    ...without(b.messages, a.messages).map((message) => ({ change: "added", message }) as const),
  ];
}

/** The messages of a plan that another one does not say, or not as often. */
function without(messages: Iterable<PlanMessage>, others: Iterable<PlanMessage>): PlanMessage[] {
  const said = new Map<string, number>();
  for (const message of others) {
    const text = textOf(message);
    said.set(text, (said.get(text) ?? 0) + 1);
  }
  return Array.from(messages).filter((message) => {
    const text = textOf(message);
    const times = said.get(text) ?? 0;
    if (times > 0) said.set(text, times - 1);
    return times === 0;
  });
}

/** What a message says. The number of a row in the input is no news, and attributes are never read. */
function textOf(message: PlanMessage): string {
  return JSON.stringify(
    Object.entries(message)
      .filter(([field]) => field !== "path" && field !== "attributes")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
