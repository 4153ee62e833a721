import type { Ratio } from "../../core/index.js";
import type { RoundingMode } from "../money/rounding.js";

const MOST = Number.MAX_SAFE_INTEGER;

/** How each posting is rounded. */
export interface PostingRounding {
  readonly decimals: number;
  readonly mode: RoundingMode;
}

/** Whole units of a product, without a bigint where all of it is short. */
export function roundedProduct(
  count: number,
  { num, den }: Ratio,
  { decimals, mode }: PostingRounding,
): number | undefined {
  const top = Math.abs(count * Number(num) * 10 ** decimals);
  const below = Number(den);
  if (!(2 * top + below <= MOST && 2 * below <= MOST)) return undefined;
  let units = Math.floor(top / below);
  // The quotient of two doubles may be rounded up to a whole number.
  if (units * below > top) units--;
  const rest = 2 * (top - units * below);
  if (rest > below || (rest === below && (mode === "halfUp" || units % 2 === 1))) units++;
  return count < 0 !== num < 0n ? -units : units;
}
