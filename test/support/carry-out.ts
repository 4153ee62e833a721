import type { Plan, PlanMessage, PlanningInput } from "../../src/index.js";

type Supply = NonNullable<PlanningInput["supplies"]>[number];
type Reschedule = Extract<PlanMessage, { readonly code: (typeof PROPOSALS)[number] }>;

const PROPOSALS = ["expedite", "defer", "cancel", "increase", "decrease"] as const;

/** The messages of a plan that propose to move, cancel or resize open supplies (M1). */
export function reschedulesOf(plan: Plan): Reschedule[] {
  return [...plan.messages].filter((message): message is Reschedule =>
    PROPOSALS.some((code) => code === message.code),
  );
}

/**
 * Does what the messages of a plan propose: moves open supplies in or out, gives them another
 * quantity, and cancels what is not wanted.
 */
export function carryOut(input: PlanningInput, plan: Plan): PlanningInput {
  const bySupply = new Map(reschedulesOf(plan).map((message) => [message.supply, message]));
  const supplies = (input.supplies ?? []).map((supply): Supply => {
    const message = bySupply.get(supply.id);
    if (message === undefined) return supply;
    // A cancelled order keeps its row, with nothing left: its stocking point is named by it.
    if (message.code === "cancel") return { ...supply, completed: supply.quantity };
    const { start, ...unscheduled } = supply;
    const moved = message.to === message.from ? supply : { ...unscheduled, due: message.to };
    if (message.code === "expedite" || message.code === "defer") return moved;
    // What should still come is said in the stock unit.
    const { completed: _, unit: __, ...whole } = moved;
    return { ...whole, quantity: message.newQuantity.toFixed() };
  });
  return { ...input, supplies };
}
