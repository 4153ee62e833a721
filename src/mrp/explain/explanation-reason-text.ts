import type { CoveredNeeds, NoOrderReason } from "./explanation-no-order.js";
import { refusalText, sourceText } from "./explanation-source-text.js";
import { drawnText, netFlowLines, positionLines } from "./explanation-trigger-text.js";
import { counted } from "./explanation-words.js";

/** Why nothing is ordered, in words: a line, and what belongs to it indented below. */
export function noOrderReasonLines(reason: NoOrderReason): string[] {
  switch (reason.reason) {
    case "orders":
      return [
        `- ordered already: ${counted(reason.orders, "order")}, together ${reason.quantity}; no more is missing`,
      ];
    case "phantom":
      return [
        `- it is a phantom: its components are ordered; ${reason.given} come from its own stock`,
      ];
    case "unplanned":
      return ["- it is unplanned: nothing is ordered whatever is missing"];
    case "loop":
      return ["- it needs itself: it is covered from stock alone"];
    case "discontinued": {
      const { from, followUp, missing } = reason;
      const follows = followUp === null ? "" : `; ${followUp} follows it`;
      const rest = missing.isZero() ? " and brings what is needed then" : `; ${missing} missing`;
      return [`- it is discontinued: nothing is due on ${from} or later${follows}${rest}`];
    }
    case "noSource":
      return [
        `- no source takes ${reason.quantity} for a net requirement of ${reason.net} on ${reason.date}`,
        ...reason.passedOver.map(
          (source) => `  - not ${sourceText(source)}: ${refusalText(source)}`,
        ),
      ];
    case "fence":
      return [
        `- up to ${reason.missing} are missing inside the fence: nothing is planned before ${reason.date}`,
      ];
    case "position":
      return positionLines(reason);
    case "netFlow":
      return netFlowLines(reason);
    case "movedAway":
      return [`- ${reason.quantity} that were needed of it are needed elsewhere instead`];
    case "increased":
      return [
        "- open supply is to bring more instead",
        ...reason.supplies.map((supply) => `  - ${drawnText(supply)}`),
      ];
    case "noNeed":
      return ["- nothing is needed"];
    case "stock":
      return [
        `- stock of ${reason.stock} covers the ${reason.needed} that are needed${expiryText(reason)}`,
      ];
    case "supply":
      return [
        `- stock of ${reason.stock}, open supply of ${reason.openSupply} and ${reason.coProducts} of co-products cover the ${reason.needed} that are needed${expiryText(reason)}`,
      ];
    case "late":
      return [
        `- ${reason.missing} are missing until then: what covers it cannot come when it is wanted`,
      ];
    case "beyondHorizon":
      return [
        `- after the horizon ${reason.quantity} are needed (needs: ${reason.count}), which are not planned`,
      ];
  }
}

function expiryText({ expiring: [first, ...others] }: CoveredNeeds): string {
  if (first === undefined) return "";
  const more = others.map(({ date, quantity }) => `, ${quantity} on ${date}`);
  return `; ${first.quantity} expire on ${first.date}${more.join("")}`;
}
