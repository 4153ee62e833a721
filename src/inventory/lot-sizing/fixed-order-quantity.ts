/**
 * L2: the fewest lots of one size that cover a need, as one quantity.
 *
 * @param need - in counts, above 0
 * @param quantity - one lot, in counts, above 0
 * @returns the multiple of the quantity, exact; `Infinity` when it leaves 2^53
 */
export function fixedOrderQuantity(need: number, quantity: number): number {
  const lots = Math.ceil(need / quantity);
  const ordered = lots * quantity;
  return ordered <= Number.MAX_SAFE_INTEGER ? ordered : Number.POSITIVE_INFINITY;
}
