import type { Ratio } from "../../core/index.js";

/**
 * What percentages take off a quantity, rounded down: what is left of a need is never too small.
 *
 * @param quantity - a whole number, 0 or more
 * @param percentage - 0 to 100
 */
export function reductionOf(quantity: number, { num, den }: Ratio): number {
  return Number((BigInt(quantity) * num) / (100n * den));
}
