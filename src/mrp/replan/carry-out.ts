import { Decimal, PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";
import type {
  CancelMessage,
  DecreaseMessage,
  DeferMessage,
  ExpediteMessage,
  IncreaseMessage,
  PlanMessage,
} from "../plan/message.js";
import type { Plan } from "../plan/plan.js";
import { stateOf } from "../plan/plan-state.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { withArrived } from "./arrived-progress.js";
import { type SupplyRow, supplyRowsOf } from "./carry-out-supplies.js";
import { readSafely } from "./read-safely.js";

/** M1: a message that proposes to move, cancel or resize an open supply. */
export type RescheduleMessage =
  | ExpediteMessage
  | DeferMessage
  | CancelMessage
  | IncreaseMessage
  | DecreaseMessage;

const RESCHEDULE_CODES: ReadonlySet<string> = new Set<RescheduleMessage["code"]>([
  "expedite",
  "defer",
  "cancel",
  "increase",
  "decrease",
]);

/** Whether a message proposes to move, cancel or resize an open supply (M1). */
export function isReschedule(message: PlanMessage): message is RescheduleMessage {
  return RESCHEDULE_CODES.has(message.code);
}

/**
 * Does what the reschedule messages of a plan propose: moves open supplies in or out, gives them
 * another quantity, and cancels what nothing needs (M1). Planning the result gives no new order, and
 * after at most as many rounds as there are levels nothing is left to propose (M2, K41).
 *
 * @param plan - what `planRequirements` returned
 * @param messages - those of the plan's messages that are to be carried out, all of them when left out;
 * other kinds than `expedite`, `defer`, `cancel`, `increase` and `decrease` ask for nothing and are passed over
 * @returns the changed input, with the horizon of the plan; rows that do not change are those of the
 * plan's input. A cancelled supply keeps its row with nothing left, a reservation of what is cancelled
 * goes. Where supplies were given as columns they are rows now, with their numbers as ids: plan it
 * with the other columns
 * @throws PlanningInputError (`contradiction`) when a message is not one of this plan's
 *
 * Source: rules M1, M2.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel" }],
 *   supplies: [{ id: "PO 7", item: "wheel", quantity: 5, due: "2026-01-20", kind: "purchase" }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 4, due: "2026-01-16" }],
 * });
 * const input = carryOut(plan);
 * input.supplies?.[0]?.due; // => "2026-01-16"
 * planRequirements(input).orders.length; // => 0
 * ```
 */
export function carryOut(plan: Plan, messages?: Iterable<PlanMessage>): PlanningInput {
  const state = stateOf(plan);
  const { input } = state.given();
  const bySupply = readSafely({ messages: messages ?? plan.messages }, (read) =>
    proposals(plan, read.messages),
  );
  const supplies = supplyRowsOf(state).map((supply) => {
    const message = bySupply.get(supply.id);
    return message === undefined ? supply : carriedOut(supply, message);
  });
  return {
    ...input,
    horizonEnd: plan.horizonEnd,
    ...(supplies.length === 0 ? {} : { supplies }),
    ...(input.reservations === undefined
      ? {}
      : { reservations: reservationsLeft(input.reservations, bySupply) }),
  };
}

/** The messages to carry out by supply. @throws PlanningInputError when one is not of this plan */
function proposals(plan: Plan, messages: Iterable<PlanMessage>): Map<string, RescheduleMessage> {
  if (typeof messages?.[Symbol.iterator] !== "function") {
    const text = `The messages (${show(messages)}) must be a list of messages of the plan.`;
    throw new PlanningInputError([{ code: "invalidType", path: ["messages"], message: text }]);
  }
  const own = messages === plan.messages ? undefined : new Set(fingerprints(plan.messages));
  const bySupply = new Map<string, RescheduleMessage>();
  let place = 0;
  for (const message of messages) {
    const path = ["messages", place];
    place++;
    if (typeof message !== "object" || message === null || typeof message.code !== "string") {
      const text = `This (${show(message)}) is no message of a plan.`;
      throw new PlanningInputError([{ code: "invalidType", path, message: text }]);
    }
    if (!isReschedule(message)) continue;
    if (own !== undefined && !own.has(fingerprint(message))) {
      const text = `The message ${show(message.code)} of supply ${show(message.supply)} is none of this plan. Hand over messages of the plan as they stand in plan.messages.`;
      throw new PlanningInputError([{ code: "contradiction", path, message: text }]);
    }
    bySupply.set(message.supply, message);
  }
  return bySupply;
}

function* fingerprints(messages: Iterable<PlanMessage>): Generator<string> {
  for (const message of messages) if (isReschedule(message)) yield fingerprint(message);
}

/** What two messages share when they ask for the same, also after a journey as JSON. */
function fingerprint(message: RescheduleMessage): string {
  const { code, supply, item, site, segment, quantity, from } = message;
  const to = "to" in message ? message.to : null;
  const newQuantity = "newQuantity" in message ? `${message.newQuantity}` : null;
  const asked = [code, supply, item, site, segment, `${quantity}`, from, to, newQuantity];
  return JSON.stringify(asked, (_, value: unknown) =>
    typeof value === "bigint" ? show(value) : value,
  );
}

function carriedOut(supply: SupplyRow, message: RescheduleMessage): SupplyRow {
  if (message.code === "cancel") {
    // The row stays, with nothing left: its stocking point may be named by it alone.
    const { components: _, ...cancelled } = supply;
    return withArrived(cancelled, supply.quantity);
  }
  // A start of its own went with the old day.
  const { start: _, ...unscheduled } = supply;
  const moved = message.to === message.from ? supply : { ...unscheduled, due: message.to };
  if (message.code === "expedite" || message.code === "defer") return moved;
  // What should still come is said in the stock unit.
  const { completed: _done, unit: _unit, ...whole } = moved;
  return { ...whole, quantity: new Decimal(message.newQuantity).toFixed() };
}

type Reservations = NonNullable<PlanningInput["reservations"]>;

/** The reservations that what is left of cancelled and smaller supplies can still keep, first come first served. */
function reservationsLeft(
  reservations: Reservations,
  bySupply: ReadonlyMap<string, RescheduleMessage>,
): Reservations {
  const left = new Map<string, Decimal>();
  for (const message of bySupply.values()) {
    if (message.code === "cancel") left.set(message.supply, new Decimal(0));
    if (message.code === "decrease") left.set(message.supply, new Decimal(message.newQuantity));
  }
  return reservations.flatMap((reservation) => {
    const room = reservation.supply === undefined ? undefined : left.get(reservation.supply);
    if (room === undefined) return [reservation];
    const kept = Decimal.min(room, reservation.quantity);
    left.set(reservation.supply!, room.minus(kept));
    if (kept.eq(reservation.quantity)) return [reservation];
    return kept.isZero() ? [] : [{ ...reservation, quantity: kept.toFixed() }];
  });
}
