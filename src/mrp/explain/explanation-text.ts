import { PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";
import type { Explanation, OrderExplanation } from "./explanation.js";
import { demandText } from "./explanation-demand-text.js";
import type { NoOrderExplanation } from "./explanation-no-order.js";
import { noOrderReasonLines } from "./explanation-reason-text.js";
import { orderStepLines } from "./explanation-step-text.js";
import { placeText } from "./explanation-words.js";

/**
 * What an explanation says in words, made of its figures. The figures are the explanation; no program
 * should read the words.
 *
 * @param explanation - what `explainOrder`, `explainNoOrder` or `explainDemand` returned
 * @returns lines of English, the first of them a heading
 * @throws PlanningInputError when it is no explanation
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 20, due: "2026-01-16" }],
 * });
 * const text = explanationText(explainOrder(plan, plan.orders.at(0)!.id));
 * text.split("\n")[1]; // => "- 2026-01-16: stock 3 − 20 needed = -17"
 * ```
 */
export function explanationText(explanation: Explanation): string {
  try {
    return textOf(explanation);
  } catch (error) {
    if (error instanceof PlanningInputError) throw error;
    // Figures are missing, or texts since it went through JSON.
    throw noExplanation(explanation);
  }
}

function textOf(explanation: Explanation): string {
  switch (explanation?.about) {
    case "order":
      return orderText(explanation);
    case "noOrder":
      return noOrderText(explanation);
    case "demand":
      return demandText(explanation);
    default:
      explanation satisfies never;
      throw noExplanation(explanation);
  }
}

function orderText({ order, steps }: OrderExplanation): string {
  const { item, site, segment, kind, quantity, startQuantity, due } = order;
  const inSegment = segment === null ? "" : `, segment ${segment}`;
  const started = startQuantity.eq(quantity) ? "" : ` (start ${startQuantity})`;
  const heading = `${kind} ${quantity}${started} of ${item} at ${site}${inSegment}, due ${due}`;
  return [heading, ...steps.flatMap(orderStepLines)].join("\n");
}

function noOrderText({ reasons, lowest, ...place }: NoOrderExplanation): string {
  const isOrdered = reasons.some(({ reason }) => reason === "orders");
  const heading = `${isOrdered ? "no more orders" : "no order"} of ${placeText(place)}`;
  const lines = reasons.flatMap(noOrderReasonLines);
  if (lowest !== null) {
    const { date, projected, floor, above } = lowest;
    lines.push(
      `- projected stock is lowest on ${date}: ${projected} against a floor of ${floor}, ${above} above it`,
    );
  }
  return [heading, ...lines].join("\n");
}

/** Callers without types may hand over anything. */
function noExplanation(value: unknown): PlanningInputError {
  const message = `This (${show(value)}) is no explanation of a plan. Hand over what explainOrder, explainNoOrder or explainDemand returned, not a copy of it that went through JSON.`;
  return new PlanningInputError([{ code: "invalidType", path: ["explanation"], message }]);
}
