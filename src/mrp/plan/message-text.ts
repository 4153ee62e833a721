import { formatPath, PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";
import type {
  DecreaseMessage,
  DemandLateMessage,
  IncreaseMessage,
  OverloadMessage,
  PlanMessage,
} from "./message.js";

/**
 * What a message says in words, made of its figures. The figures are the message; no program should
 * read the words.
 *
 * @param message - one of a plan's messages, or of what `overloadMessages` lists
 * @returns a clause without the item, in English
 * @throws PlanningInputError when it is no message
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel" }],
 *   supplies: [{ id: "PO 7", item: "wheel", quantity: 4, due: "2026-01-20", kind: "purchase" }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 4, due: "2026-01-16" }],
 * });
 * plan.messages.length; // => 1
 * messageText(plan.messages.at(0)!); // => "move PO 7 (4) in from 2026-01-20 to 2026-01-16, for a need"
 * ```
 */
export function messageText(message: PlanMessage | OverloadMessage): string {
  switch (message?.code) {
    case "expedite":
      return `move ${message.supply} (${message.quantity}) in from ${message.from} to ${message.to}, for ${message.reason === "demand" ? "a need" : "the safety stock"}`;
    case "defer":
      return `${message.supply} (${message.quantity}) may move out from ${message.from} to ${message.to}`;
    case "cancel":
      return `nothing needs ${message.supply} (${message.quantity}), due ${message.from}`;
    case "increase":
    case "decrease":
      return `${message.code} ${message.supply} from ${message.quantity} to ${message.newQuantity}${dateText(message)}`;
    case "releaseNow":
      return `${message.quantity} for ${message.due} go out today`;
    case "startsInPast":
      return `had to start on ${message.start}, ${daysText(message.days)} before the plan begins`;
    case "pastDueSupply":
      return `${message.supply} (${message.quantity}) should have come on ${message.due}`;
    case "pastDueDemand":
      return `${message.demand} (${message.quantity}) was due on ${message.due}`;
    case "demandLate":
      return message.date === null
        ? `${message.quantity} of ${message.demand}, due ${message.due}, ${message.quantity.eq(1) ? "is" : "are"} never there${limitText(message)}`
        : `${message.demand}, due ${message.due}, is there on ${message.date}, ${daysText(message.days ?? 0)} late${limitText(message)}`;
    case "fenceShortage":
      return `${message.quantity} short at the end of the fence: nothing is planned before ${message.date}`;
    case "noSource":
      return `no source brings the ${message.quantity} that are short on ${message.date}`;
    case "belowSafetyStock":
      return `stock falls ${message.quantity} below its floor on ${message.date}, and nothing is ordered`;
    case "excess":
      return `nothing within the horizon needs ${message.quantity} of what is there or on order`;
    case "noBom":
      return `no bill of material is valid on ${message.date}`;
    case "beyondHorizon":
      return `needs after the horizon are not planned: ${message.count}, together ${message.quantity}`;
    case "supplierCapacity":
      return `${message.supplier} cannot bring ${message.quantity} of what is wanted on ${message.date}`;
    case "expired":
      return `${message.quantity} expire on ${message.date}`;
    case "inputAdjusted":
      return `${formatPath(message.path)} says ${message.given}, taken as ${message.taken} (${message.reason})`;
    case "overload":
      return `${message.workCenter} has ${message.load} hours to do from ${message.from} to before ${message.until} and can do ${message.capacity}, ${message.excess} too much`;
    default:
      message satisfies never;
      throw noMessage(message);
  }
}

/** Callers without types may hand over anything. */
function noMessage(value: unknown): PlanningInputError {
  const message = `This (${show(value)}) is no message of a plan.`;
  return new PlanningInputError([{ code: "invalidType", path: ["message"], message }]);
}

/** A date that changes with a quantity. */
function dateText({ from, to }: IncreaseMessage | DecreaseMessage): string {
  return from === to ? `, due ${from}` : `, and move it from ${from} to ${to}`;
}

/** Because of what a demand is late. */
function limitText({ limitedBy: { order, supply } }: DemandLateMessage): string {
  if (supply !== null) return `, because of ${supply}`;
  return order === null ? "" : `, because of the ${orderText(order)}`;
}

/** R3: the id of a planned order in words. */
function orderText(id: string): string {
  const [item, , , due] = JSON.parse(id) as readonly string[];
  return `order of ${item} due ${due}`;
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
