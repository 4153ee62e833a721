import { addRatios, ceilDivide, floorDivide, type Ratio } from "../../core/index.js";

/**
 * The least start quantity of one order that brings so much of a co-product, each row of it rounded down
 * (K35, K40).
 *
 * @param ratios - of each row: counts of the co-product per count that the order starts, more than 0
 * @param quantity - counts of the co-product, more than 0
 */
export function startQuantityFor(ratios: readonly Ratio[], quantity: number): bigint {
  const wanted = BigInt(quantity);
  const leastFor = ({ num, den }: Ratio): bigint => ceilDivide(wanted * den, num);
  const isEnough = (start: bigint): boolean => {
    let brought = 0n;
    for (const { num, den } of ratios) brought += floorDivide(start * num, den);
    return brought >= wanted;
  };
  // All rows together bring no more than without rounding, and the first alone no more than all.
  let low = leastFor(ratios.reduce((sum, ratio) => addRatios(sum, ratio)));
  let high = leastFor(ratios[0]!);
  while (low < high) {
    const middle = (low + high) / 2n;
    if (isEnough(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}
