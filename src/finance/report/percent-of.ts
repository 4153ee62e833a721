import { type Decimal, powerOfTen, type Ratio, ratioOf, ratioToDecimal } from "../../core/index.js";
import { roundedUnits } from "../money/rounding.js";

/** A hundredth of a percent is as fine as anybody reads. */
const DECIMALS = 2;

/**
 * How many percent of a whole a part is, rounded half up to two decimals.
 *
 * @returns `null` of a whole of 0: there is no such share
 */
export function percentOf(part: Ratio, whole: Ratio): Decimal | null {
  if (whole.num === 0n) return null;
  const sign = whole.num < 0n ? -1n : 1n;
  const share = ratioOf(100n * sign * part.num * whole.den, sign * whole.num * part.den);
  const units = roundedUnits(share, { decimals: DECIMALS, mode: "halfUp" });
  return ratioToDecimal(ratioOf(units, powerOfTen(DECIMALS)));
}
