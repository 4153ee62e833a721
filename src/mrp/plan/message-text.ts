import { formatPath, isPlainObject, PlanningInputError, workOn } from "../../core/index.js";
import type { AdjustmentReason } from "../input/adjustment.js";
import { show } from "../input/issues.js";
import type {
  DecreaseMessage,
  DemandLateMessage,
  ExpectedWaitingMessage,
  IncreaseMessage,
  OverloadMessage,
  PlanMessage,
} from "./message.js";

/**
 * What a message says in words, made of its figures. The figures are the message; no program should
 * read the words.
 *
 * @param message - one of a plan's messages, or of what `overloadMessages` or `waitingMessages` lists
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
export function messageText(
  message: PlanMessage | OverloadMessage | ExpectedWaitingMessage,
): string {
  return workOn(message, "message", "one of a plan", (one) => {
    refuseIncomplete(one);
    return textOf(one);
  });
}

function textOf(message: PlanMessage | OverloadMessage | ExpectedWaitingMessage): string {
  switch (message.code) {
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
        ? `${message.quantity} of ${message.demand}, due ${message.due}, ${`${message.quantity}` === "1" ? "is" : "are"} never there${limitText(message)}`
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
      return `${formatPath(message.path)}: ${message.given} in stock units, taken as ${message.taken}: ${ADJUSTED[message.reason]}`;
    case "overload":
      return message.from === null
        ? `${message.workCenter} has ${hoursText(message.load)} to do for which there is no open time`
        : `${message.workCenter} has ${hoursText(message.load)} to do from ${message.from} to before ${message.until} and can do ${message.capacity}, ${message.excess} too much`;
    case "expectedWaiting":
      return waitText(message);
    default:
      message satisfies never;
      throw noMessage(message);
  }
}

/** Why a figure is not taken as it stands. */
const ADJUSTED: Readonly<Record<AdjustmentReason, string>> = {
  roundedDown: "it has more digits than its item",
  roundedHalfUp: "it has more digits than its item",
  roundedUp: "it has more digits than its item",
  nothingLeft: "more is done than there was",
  maximumLowered: "the order multiple goes no further",
  forecastDropped: "the forecast lies in the past",
  forecastFenced: "what orders left of the forecast lies inside the demand time fence",
};

/** The fields that the words of a message are made of; those of the others stand in them as they are. */
const NEEDED: { readonly [code: string]: readonly string[] } = {
  expedite: ["supply", "quantity", "from", "to", "reason"],
  defer: ["supply", "quantity", "from", "to"],
  cancel: ["supply", "quantity", "from"],
  increase: ["supply", "quantity", "newQuantity", "from", "to"],
  decrease: ["supply", "quantity", "newQuantity", "from", "to"],
  releaseNow: ["quantity", "due"],
  startsInPast: ["start", "days"],
  pastDueSupply: ["supply", "quantity", "due"],
  pastDueDemand: ["demand", "quantity", "due"],
  demandLate: ["demand", "quantity", "due", "date", "limitedBy"],
  fenceShortage: ["quantity", "date"],
  noSource: ["quantity", "date"],
  belowSafetyStock: ["quantity", "date"],
  excess: ["quantity"],
  noBom: ["date"],
  beyondHorizon: ["count", "quantity"],
  supplierCapacity: ["supplier", "quantity", "date"],
  expired: ["quantity", "date"],
  inputAdjusted: ["path", "given", "taken", "reason"],
  overload: ["workCenter", "load", "from", "until", "capacity", "excess"],
  expectedWaiting: ["workCenter", "from", "until", "utilization", "expectedHours", "allowedHours"],
};

/** What the figures and places of some messages have to be. */
interface AnyMessage {
  readonly [field: string]: unknown;
  readonly code?: unknown;
  readonly utilization?: unknown;
  readonly expectedHours?: unknown;
  readonly allowedHours?: unknown;
  readonly limitedBy?: unknown;
  readonly path?: unknown;
  readonly reason?: unknown;
}

/** Callers without types may hand over anything. */
function refuseIncomplete(value: unknown): void {
  const message = (value ?? {}) as AnyMessage;
  const { code } = message;
  const needed =
    typeof code === "string" && Object.hasOwn(NEEDED, code) ? NEEDED[code]! : undefined;
  if (needed === undefined) throw noMessage(value);
  const issues = needed
    .filter((field) => message[field] === undefined)
    .map((field) => ({
      code: "missingField" as const,
      path: ["message", field],
      message: `The ${field} of the message (${show(code)}) is missing. Hand the message over as the plan has it.`,
    }));
  if (issues.length > 0) throw new PlanningInputError(issues);
  if (!isReadable(message)) throw noMessage(value);
}

function noMessage(value: unknown): PlanningInputError {
  const message = `This (${show(value)}) is no message of a plan.`;
  return new PlanningInputError([{ code: "invalidType", path: ["message"], message }]);
}

function isReadable(message: AnyMessage): boolean {
  const isFigure = (figure: unknown): boolean => typeof figure === "number";
  const isFigureOrNull = (figure: unknown): boolean => figure === null || isFigure(figure);
  const { code, utilization, expectedHours, allowedHours } = message;
  if (code === "expectedWaiting") {
    return [utilization, expectedHours].every(isFigureOrNull) && isFigure(allowedHours);
  }
  if (code === "demandLate") return isPlainObject(message.limitedBy);
  if (code !== "inputAdjusted") return true;
  return Array.isArray(message.path) && Object.hasOwn(ADJUSTED, `${message.reason}`);
}

/** A date that changes with a quantity. */
function dateText({ from, to }: IncreaseMessage | DecreaseMessage): string {
  return from === to ? `, due ${from}` : `, and move it from ${from} to ${to}`;
}

/** How long it waits, how busy the work centre is that makes it wait, and what is allowed. */
function waitText(message: ExpectedWaitingMessage): string {
  const { workCenter, from, until, utilization, expectedHours, allowedHours } = message;
  const [expected, allowed] = rounded(expectedHours ?? Number.POSITIVE_INFINITY, allowedHours);
  const wait = expectedHours === null ? "without bound" : hoursText(expected);
  const busy =
    utilization === null
      ? "without capacity"
      : `${rounded(100 * utilization, 100, 0)[0]} % utilized`;
  return `work is expected to wait ${wait} (${busy}) before ${workCenter} from ${from} to before ${until}, the routings allow ${allowed}`;
}

const MOST_DIGITS = 15;

/** Floating-point figures, to be read: with two decimals, or as many as tell the first from the others. */
function rounded(...figures: readonly [number, ...number[]]): readonly [number, ...number[]] {
  const [first, ...others] = figures;
  for (let digits = 2; ; digits++) {
    const read = (figure: number) => Number(figure.toFixed(digits));
    const isTold = others.every((other) => other === first || read(other) !== read(first));
    if (isTold || digits === MOST_DIGITS) return [read(first), ...others.map(read)];
  }
}

function hoursText(hours: { toString(): string } | number): string {
  return `${hours}` === "1" ? "1 hour" : `${hours} hours`;
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
