import type { Plan, PlanMessage, PlanningInput } from "../../src/index.js";

type Supply = NonNullable<PlanningInput["supplies"]>[number];
type Reschedule = Extract<PlanMessage, { readonly code: "expedite" | "defer" | "cancel" }>;

/** The messages of a plan about open supplies that propose to move or cancel them (M1). */
export function reschedulesOf(plan: Plan): Reschedule[] {
  return [...plan.messages].filter(
    (message): message is Reschedule =>
      message.code === "expedite" || message.code === "defer" || message.code === "cancel",
  );
}

/**
 * Does what the messages of a plan propose: moves open supplies in or out, and cancels what is not
 * wanted.
 */
export function carryOut(input: PlanningInput, plan: Plan): PlanningInput {
  const bySupply = new Map(reschedulesOf(plan).map((message) => [message.supply, message]));
  const supplies = (input.supplies ?? []).map((supply): Supply => {
    const message = bySupply.get(supply.id);
    if (message === undefined) return supply;
    // A cancelled order keeps its row, with nothing left: its stocking point is named by it.
    if (message.code === "cancel") return { ...supply, completed: supply.quantity };
    const { start: _, ...unscheduled } = supply;
    return { ...unscheduled, due: message.to };
  });
  return { ...input, supplies };
}
