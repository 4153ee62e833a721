import { addRatios, divideRatios, multiplyRatios, type Ratio, ratioOf } from "../../core/index.js";
import { oneOf, optional, readArgument } from "../argument.js";
import { asNumber, compareRatios } from "../exact-number.js";
import { finite } from "../finite.js";
import { type ExactNumber, exactNonNegative, exactPositive } from "../lot-sizing/exact-argument.js";
import { signedQuantity } from "./buffer-argument.js";

/** Where a buffer stands, as people see it. */
export type BufferColor = "red" | "yellow" | "green";

/** Whether a figure that lies right at the top of a zone is still in it. */
export type BufferTrigger = "below" | "atOrBelow";

/** The check of a trigger; sources differ, `"below"` is the rule of the planner. */
export const trigger = optional(oneOf("below", "atOrBelow"), "below");

/** A color, and how full the buffer is; `null` percent of an empty zone. */
export interface BufferPriority {
  readonly color: BufferColor;
  readonly percent: number | null;
}

/** Net flow and zones. */
export interface PlanningPriorityInput {
  /** See {@link netFlowPosition}. */
  readonly netFlow: ExactNumber;
  readonly red: ExactNumber;
  readonly yellow: ExactNumber;
  readonly green: ExactNumber;
  /** Whether a zone begins (`"below"`, without it) or ends (`"atOrBelow"`) at its limit. */
  readonly trigger?: BufferTrigger | undefined;
}

/**
 * How urgent it is to order: the zone in which the net flow lies, and its percentage of the top of
 * green. The lower the percentage, the sooner.
 *
 * @param input - net flow and the sizes of the zones
 * @returns color and percentage; green above the top of green too
 * @throws PlanningInputError when a field is wrong
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * planningPriority({ netFlow: 60, red: 50, yellow: 70, green: 80 });
 * // => { color: "yellow", percent: 30 }
 * ```
 */
export function planningPriority(input: PlanningPriorityInput): BufferPriority {
  const read = readArgument(input, {
    netFlow: signedQuantity,
    red: exactNonNegative,
    yellow: exactNonNegative,
    green: exactNonNegative,
    trigger,
  });
  const { netFlow, red } = read;
  const topOfYellow = addRatios(red, read.yellow);
  const isYellow = isUnder(netFlow, topOfYellow, read.trigger);
  const underGreen = isUnder(netFlow, red, read.trigger) ? "red" : "yellow";
  return finite({
    color: isYellow ? underGreen : "green",
    percent: percentOf(netFlow, addRatios(topOfYellow, read.green)),
  });
}

/** Stock and the red zone. */
export interface ExecutionPriorityInput {
  /** Stock on hand that is not reserved. */
  readonly onHand: ExactNumber;
  readonly red: ExactNumber;
  /** Part of the red zone below which the alert is red; a half without. */
  readonly alertShare?: ExactNumber | undefined;
}

/**
 * How urgent it is to bring in what is ordered: stock on hand against the red zone.
 *
 * @param input - stock on hand and the red zone
 * @returns red below half of the red zone (or another share of it), yellow below its top, else green;
 * and stock on hand in percent of the red zone
 * @throws PlanningInputError when a field is wrong
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * executionPriority({ onHand: 20, red: 50 }); // => { color: "red", percent: 40 }
 * executionPriority({ onHand: 40, red: 50 }); // => { color: "yellow", percent: 80 }
 * ```
 */
export function executionPriority(input: ExecutionPriorityInput): BufferPriority {
  const { onHand, red, alertShare } = readArgument(input, {
    onHand: signedQuantity,
    red: exactNonNegative,
    alertShare: optional(exactPositive, ratioOf(1n, 2n)),
  });
  const isRed = compareRatios(onHand, multiplyRatios(red, alertShare)) < 0;
  const isYellow = compareRatios(onHand, red) < 0;
  const aboveRed = isYellow ? "yellow" : "green";
  return finite({ color: isRed ? "red" : aboveRed, percent: percentOf(onHand, red) });
}

/** Whether a figure lies in or under the zone that ends at `top`. */
export function isUnder(figure: Ratio, top: Ratio, when: BufferTrigger): boolean {
  const compared = compareRatios(figure, top);
  return when === "below" ? compared < 0 : compared <= 0;
}

function percentOf(figure: Ratio, whole: Ratio): number | null {
  if (whole.num === 0n) return null;
  return asNumber(multiplyRatios(divideRatios(figure, whole), ratioOf(100n, 1n)));
}
