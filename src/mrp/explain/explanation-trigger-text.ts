import type { Decimal } from "../../core/index.js";
import type { ExplainedNeed } from "./explanation-need.js";
import type {
  CoProductsStep,
  DrawnSupply,
  FenceStep,
  LaterNeedsStep,
  NeedsStep,
  NetFlowStep,
  OpenSupplyStep,
  PassedSupply,
  PositionStep,
  ShortageStep,
  StockDay,
  StockStep,
} from "./explanation-trigger-steps.js";
import { orderText, placeText } from "./explanation-words.js";

/** What leads to an order. */
type TriggerStep =
  | StockStep
  | NeedsStep
  | LaterNeedsStep
  | FenceStep
  | OpenSupplyStep
  | ShortageStep
  | CoProductsStep
  | PositionStep
  | NetFlowStep;

/** How stock came to fall short, in words. */
export function triggerLines(step: TriggerStep): string[] {
  switch (step.step) {
    case "stock":
      return step.days.map((day) => `- ${day.date}: stock ${balance(day)}`);
    case "needs":
      return needLines("needs", step);
    case "laterNeeds":
      return needLines("needs of later days", step);
    case "fence":
      return [`- nothing new is planned inside the fence: the first day after it is ${step.date}`];
    case "openSupply":
      return openSupplyLines(step);
    case "shortage":
      return [
        `- on ${step.date} ${placedText(step.placed)}stock of ${step.projected} stands against a floor of ${step.floor}: net requirement ${step.net}`,
      ];
    case "coProducts":
      return [
        `- co-products need ${step.quantity} of it`,
        ...step.lacks.map(
          ({ missing, quantity, ...place }) =>
            `  - ${placeText(place)} lacks ${missing}: ${quantity}`,
        ),
      ];
    case "position":
      return positionLines(step);
    case "netFlow":
      return netFlowLines(step);
  }
}

/** N9: a stock position and its reorder point. */
export function positionLines(step: Omit<PositionStep, "step">): string[] {
  return [
    `- position on ${step.date}: ${step.onHand} on hand + ${step.openSupply} open supply + ${step.coProducts} of co-products + ${step.booked} booked − ${step.pastDueDemand} past due = ${step.position}`,
    `- the reorder point is ${step.reorderPoint}${step.placed.isZero() ? "" : `, after orders of ${step.placed}`}: net requirement ${step.net}`,
  ];
}

/** K39: a net flow and its zones. */
export function netFlowLines(step: Omit<NetFlowStep, "step">): string[] {
  return [
    `- net flow on ${step.date}: ${step.onHand} on hand + ${step.onOrder} on order − ${step.qualifiedDemand} qualified demand (spikes of ${step.spikeThreshold} and more by ${step.spikesUntil}) = ${step.netFlow}`,
    `- the top of yellow is ${step.topOfYellow}: net requirement ${step.net}`,
  ];
}

/** The sum of a day, without what is nothing. */
function balance(day: StockDay): string {
  const parts: readonly (readonly [Decimal, string, string])[] = [
    [day.received, "+", "received"],
    [day.expired, "−", "expired"],
    [day.needed, "−", "needed"],
    [day.covered, "+", "covered"],
  ];
  const told = parts.flatMap(([quantity, sign, word]) =>
    quantity.isZero() ? [] : [` ${sign} ${quantity} ${word}`],
  );
  return `${day.opening}${told.join("")} = ${day.closing}`;
}

function needLines(
  head: string,
  { needs, quantity }: { readonly needs: readonly ExplainedNeed[]; readonly quantity: Decimal },
): string[] {
  if (needs.length === 0) return [`- ${head}: none (${quantity})`];
  return [`- ${head}: ${quantity}`, ...needs.map((need) => `  - ${needText(need)}`)];
}

/** What a need is for. */
function needText(need: ExplainedNeed): string {
  const { date, due, quantity } = need;
  const day = due === date ? date : `${date}, due ${due}`;
  return `${quantity} on ${day} for ${purposeText(need)}`;
}

function purposeText(need: ExplainedNeed): string {
  switch (need.kind) {
    case "demand":
      return `demand ${need.demand}${need.customer === undefined ? "" : ` of ${need.customer}`}`;
    case "allocation":
      return "an allocation";
    case "component":
      return `released order ${need.supply}`;
    case "order":
      return `the ${orderText(need.order)}`;
    case "firmOrder":
      return `firm order ${need.supply} of ${placeText(need)}`;
  }
}

function openSupplyLines({ drawn, onItsWay, passedOver }: OpenSupplyStep): string[] {
  return [
    `- open supply first: ${onItsWay.isZero() ? "" : `${onItsWay} on the way already, `}${drawn.length} drawn, ${passedOver.length} passed over`,
    ...drawn.map((supply) => `  - ${drawnText(supply)}`),
    ...passedOver.map((supply) => `  - ${passedSupplyText(supply)}`),
  ];
}

/** A supply that is drawn. */
export function drawnText({
  supply,
  due,
  quantity,
  newQuantity,
  date,
  isInTime,
}: DrawnSupply): string {
  const amount = newQuantity === null ? `${quantity}` : `${quantity}, now ${newQuantity}`;
  return `drawn: ${supply} (${amount}), due ${due}, counts on ${date}${isInTime ? "" : ": too late for this day"}`;
}

function passedSupplyText({ supply, due, quantity, reason }: PassedSupply): string {
  const why: Readonly<Record<PassedSupply["reason"], string>> = {
    tooFarOff: "is too far off to be moved in",
    afterFence: "comes after the fence",
    expires: "would have expired",
    stands: "stands at its day",
  };
  return `${supply} (${quantity}), due ${due}, ${why[reason]}`;
}

function placedText(placed: Decimal): string {
  return placed.isZero() ? "" : `and after orders of ${placed} for it `;
}
