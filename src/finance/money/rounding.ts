import {
  type Check,
  floorDivide,
  oneOf,
  optional,
  powerOfTen,
  type Ratio,
  wholeNumber,
} from "../../core/index.js";

/** What becomes of exactly half a unit: up, away from 0, or to the even neighbour. */
export type RoundingMode = "halfUp" | "halfEven";

/** To what money is rounded. */
export interface MoneyRounding {
  /** Whole 10^-decimals, 0 to 12: 2 are cents. */
  readonly decimals: number;
  /** `"halfUp"` when left out. */
  readonly mode?: RoundingMode | undefined;
}

/** How decimals and mode are read. */
export const roundingFields = {
  decimals: wholeNumber(0, 12),
  mode: optional<RoundingMode>(oneOf("halfUp", "halfEven"), "halfUp"),
} satisfies Readonly<Record<string, Check<unknown>>>;

/** How many whole 10^-decimals an amount is, rounded. */
export function roundedUnits(
  { num, den }: Ratio,
  { decimals, mode }: { readonly decimals: number; readonly mode: RoundingMode },
): bigint {
  const size = (num < 0n ? -num : num) * powerOfTen(decimals);
  const down = floorDivide(size, den);
  const twice = 2n * (size - down * den);
  const isUp = twice > den || (twice === den && (mode === "halfUp" || down % 2n === 1n));
  const units = isUp ? down + 1n : down;
  return num < 0n ? -units : units;
}
