import { limitText } from "./explanation-date-text.js";
import type { DelayedOrder, DemandCover, DemandExplanation } from "./explanation-demand.js";
import { counted, orderText, placeText } from "./explanation-words.js";

/** When a demand is covered, from what, and why it is late, in words. */
export function demandText(explanation: DemandExplanation): string {
  const { demand, quantity, due, covers, beyondHorizon, limit, chain } = explanation;
  const heading = `demand ${demand}: ${quantity} of ${placeText(explanation)}, due ${due}`;
  const lines = covers.map((cover) => `- ${coverText(cover)}`);
  if (!beyondHorizon.isZero()) lines.push(`- ${beyondHorizon} due beyond the horizon, not planned`);
  if (covers.length > 0) lines.push(`- ${availableText(explanation)}`);
  else if (beyondHorizon.isZero()) lines.push("- nothing of it is to come");
  if (limit !== null) lines.push(`- ${limitText(limit)}`);
  return [heading, ...lines, ...chain.map((order) => `  - ${delayedText(order)}`)].join("\n");
}

function availableText(explanation: DemandExplanation): string {
  const { due, available, daysLate, beyondHorizon, latestPart } = explanation;
  const isWhole = beyondHorizon.isZero();
  if (latestPart === null)
    return `${isWhole ? "it" : "the rest"} is there on ${available}, in time`;
  const part = `what is due on ${latestPart.due}`;
  if (available === null) {
    const what = latestPart.due === due ? "it" : part;
    return `part of ${what} is never there within the horizon`;
  }
  const all = `${isWhole ? "all of it" : "the rest"} is there on ${available}`;
  const late = `${counted(daysLate!, "day")} late`;
  const isAll = latestPart.due === due && latestPart.available === available;
  return isAll ? `${all}, ${late}` : `${all}; ${part} is there on ${latestPart.available}, ${late}`;
}

function coverText({ supply, quantity, available }: DemandCover): string {
  const when = available === null ? "never" : `on ${available}`;
  switch (supply.kind) {
    case "order":
      return `${quantity} from the order ${plannedText(supply)}, there ${when}`;
    case "supply":
      return `${quantity} from ${supply.id}, planned for ${supply.date}, there ${when}`;
    case "coProduct":
      return `${quantity} that come with an order ${plannedText(supply)}, there ${when}`;
    case "stock":
      return `${quantity} from stock of ${supply.date}, there ${when}`;
    case "components":
      return `${quantity} through its components, there ${when}`;
    case "uncovered":
      return `${quantity} that nothing covers`;
  }
}

function plannedText({ due, date }: { readonly due: string; readonly date: string }): string {
  return `planned for ${due}${due === date ? "" : `, wanted on ${date}`}`;
}

function delayedText(order: DelayedOrder): string {
  const { start, due, planned, feasibleStart, feasibleDue } = order;
  const firm = order.order === null ? `${order.supply}, firm ` : "";
  const wanted = due === planned ? "" : `, wanted on ${due},`;
  const name = `${firm}${orderText({ ...order, due: planned })}${wanted}`;
  if (start === feasibleStart) {
    return `${name} starts on ${start}, and is there on ${feasibleDue}: ${limitText(order.limit)}`;
  }
  const can =
    feasibleStart === null
      ? "never can"
      : `can from ${feasibleStart}, and is there on ${feasibleDue}`;
  return `${name} had to start on ${start}; it ${can}: ${limitText(order.limit)}`;
}
