import { type Decimal, powerOfTen, ratioOf, ratioToDecimal } from "../core/index.js";

/** The exact sum of whole counts of 10^-decimals, however large it is. */
export function exactSum(counts: Iterable<number>, decimals: number): Decimal {
  let sum = 0n;
  for (const count of counts) sum += BigInt(count);
  return ratioToDecimal(ratioOf(sum, powerOfTen(decimals)));
}
