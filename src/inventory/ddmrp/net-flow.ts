import { addRatios } from "../../core/index.js";
import { readArgument } from "../argument.js";
import { asNumber, subtractRatios } from "../exact-number.js";
import { finite } from "../finite.js";
import { type ExactNumber, exactNonNegative } from "../lot-sizing/exact-argument.js";
import { signedQuantity } from "./buffer-argument.js";

/** What the net flow of a buffer is made of. */
export interface NetFlowInput {
  /** Stock on hand that is not reserved; below 0 when more is owed than there is. */
  readonly onHand: ExactNumber;
  /** What is ordered and not received yet; some count only what comes soon, see {@link incomingSupply}. */
  readonly onOrder: ExactNumber;
  /** See {@link qualifiedDemand}. */
  readonly qualifiedDemand: ExactNumber;
}

/**
 * The net flow position of a buffer: on hand + on order − qualified demand.
 *
 * @param input - the three of them, in units
 * @returns the net flow in units; it may be below 0
 * @throws PlanningInputError when a field is wrong
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * const { quantity } = qualifiedDemand({
 *   today: "2026-01-05",
 *   spikeThreshold: 100,
 *   demands: [{ id: "d", quantity: 210, due: "2026-01-05" }],
 * });
 * netFlowPosition({ onHand: 380, onOrder: 500, qualifiedDemand: quantity }); // => 670
 * ```
 */
export function netFlowPosition(input: NetFlowInput): number {
  const { onHand, onOrder, qualifiedDemand } = readArgument(input, {
    onHand: signedQuantity,
    onOrder: exactNonNegative,
    qualifiedDemand: exactNonNegative,
  });
  return finite(asNumber(subtractRatios(addRatios(onHand, onOrder), qualifiedDemand)));
}
