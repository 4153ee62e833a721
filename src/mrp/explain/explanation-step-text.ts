import type { OrderStep } from "./explanation.js";
import { dateText, limitText } from "./explanation-date-text.js";
import { lotLines, modifierText } from "./explanation-lot-text.js";
import { partLines, sourceLines } from "./explanation-source-text.js";
import { triggerLines } from "./explanation-trigger-text.js";

/** A step in words, a line each; what belongs to a line is indented below it. */
export function orderStepLines(step: OrderStep): string[] {
  switch (step.step) {
    case "lot":
      return lotLines(step);
    case "source":
      return sourceLines(step);
    case "part":
    case "quota":
    case "split":
    case "room":
      return partLines(step);
    case "maximum":
    case "yield":
    case "minimum":
    case "multiple":
    case "good":
      return [`- ${modifierText(step)}`];
    case "date":
      return [`- ${dateText(step)}`];
    case "delay":
      return [
        `- cannot start on ${step.from}, to be there on ${step.due}; by itself it can from ${step.earliest}, and it starts on ${step.to}: ${limitText(step.limit)}`,
      ];
    default:
      return triggerLines(step);
  }
}
