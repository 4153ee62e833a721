import { type Decimal, exactDecimal } from "../../core/index.js";

/** A count of 10^-decimals as the decimal that it is. */
export function countDecimal(count: bigint, decimals: number): Decimal {
  return exactDecimal({ digits: count, decimals });
}

/** The same in digits. */
export function countText(count: bigint, decimals: number): string {
  return countDecimal(count, decimals).toFixed();
}

/** The smaller of two counts. */
export function smallerCount(one: bigint, other: bigint): bigint {
  return other < one ? other : one;
}
