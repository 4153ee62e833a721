import { addRatios, type Ratio, ratioOf } from "../../core/index.js";
import { listOf, objectOf, readArgument } from "../argument.js";
import { asNumber } from "../exact-number.js";
import { finite } from "../finite.js";
import { type ExactNumber, exactNonNegative } from "../lot-sizing/exact-argument.js";
import { nonNegative } from "../number-argument.js";
import { plainDay } from "./buffer-argument.js";

/** Open supply of a buffer. */
export interface IncomingSupplyInput {
  /** `"YYYY-MM-DD"` */
  readonly today: string;
  /** In days. */
  readonly decoupledLeadTime: number;
  readonly receipts: readonly { readonly quantity: ExactNumber; readonly due: string }[];
}

/** Open supply, parted by the lead time of the buffer. */
export interface IncomingSupply {
  /** Due within the decoupled lead time, past due too. */
  readonly withinLeadTime: number;
  /** Due later. */
  readonly afterLeadTime: number;
}

/**
 * The open supply that comes within the decoupled lead time of a buffer, which is what some count in its
 * net flow. What a buffer has ordered and comes later would then be ordered again.
 *
 * @param input - today, lead time in days, and the receipts to come
 * @returns the quantities within and after the lead time
 * @throws PlanningInputError when a field is wrong
 *
 * Ptak & Smith, *Orlicky's Material Requirements Planning*, 3rd edition, demand driven MRP.
 *
 * @example
 * ```ts
 * incomingSupply({
 *   today: "2026-01-05",
 *   decoupledLeadTime: 10,
 *   receipts: [
 *     { quantity: 20, due: "2026-01-15" },
 *     { quantity: 30, due: "2026-01-16" },
 *   ],
 * });
 * // => { withinLeadTime: 20, afterLeadTime: 30 }
 * ```
 */
export function incomingSupply(input: IncomingSupplyInput): IncomingSupply {
  const { today, decoupledLeadTime, receipts } = readArgument(input, {
    today: plainDay,
    decoupledLeadTime: nonNegative,
    receipts: listOf(objectOf({ quantity: exactNonNegative, due: plainDay })),
  });
  const last = today + decoupledLeadTime;
  const sum = (rows: readonly { readonly quantity: Ratio }[]): number =>
    asNumber(rows.reduce((total, { quantity }) => addRatios(total, quantity), ratioOf(0n, 1n)));
  return finite({
    withinLeadTime: sum(receipts.filter(({ due }) => due <= last)),
    afterLeadTime: sum(receipts.filter(({ due }) => due > last)),
  });
}
