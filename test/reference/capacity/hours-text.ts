/** Exact hours as a decimal text; where it has no end, in 60 digits. */
import { Decimal } from "decimal.js";
import type { Fraction } from "../numbers.js";
import { decimalText } from "../numbers.js";

const Long = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** How many decimals a fraction has; undefined when they do not end. */
function decimalsOf(den: bigint): number | undefined {
  let rest = den;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) {
    twos++;
  }
  for (; rest % 5n === 0n; rest /= 5n) {
    fives++;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

export function exactText({ num, den }: Fraction): string {
  const decimals = decimalsOf(den);
  return decimals === undefined
    ? new Long(`${num}`).div(`${den}`).toFixed()
    : decimalText((num * 10n ** BigInt(decimals)) / den, decimals);
}
