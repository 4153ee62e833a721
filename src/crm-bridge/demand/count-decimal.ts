import { Decimal, exactDecimal } from "../../core/index.js";

/** Most figures of an account are 0, and making a Decimal takes a while. */
const NOTHING = new Decimal(0);

/** A count of 10^-decimals as a number. */
export function countDecimal(count: bigint, decimals: number): Decimal {
  return count === 0n ? NOTHING : exactDecimal({ digits: count, decimals });
}

/** A count of 10^-decimals as the text of a decimal, as rows of the planning input hold it. */
export function countText(count: bigint, decimals: number): string {
  return countDecimal(count, decimals).toFixed();
}
