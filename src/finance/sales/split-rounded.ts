import { floorDivide, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import type { RoundingMode } from "../money/index.js";
import { roundedUnits } from "../money/rounding.js";
import { exactSum } from "../report/exact-sum.js";

/** Rounds the sum of amounts once, and splits it over them by largest remainder, of equal ones the first. */
export function splitRounded(
  amounts: readonly Ratio[],
  round: { readonly decimals: number; readonly mode: RoundingMode },
): readonly Ratio[] {
  const unit = powerOfTen(round.decimals);
  const units = amounts.map(({ num, den }) => floorDivide(num * unit, den));
  const rests = amounts.map(({ num, den }, n) => ratioOf(num * unit - units[n]! * den, den));
  const byRest = rests.map((_, n) => n).sort((a, b) => compare(rests[b]!, rests[a]!) || a - b);
  let left = roundedUnits(exactSum(amounts), round) - units.reduce((sum, one) => sum + one, 0n);
  for (const n of byRest) {
    if (left <= 0n) break;
    units[n]! += 1n;
    left -= 1n;
  }
  return units.map((count) => ratioOf(count, unit));
}

function compare(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : Number(difference > 0n);
}
