import { type Ratio, ratioOf, sumOfRatios } from "../../core/index.js";

/** The exact sum, in lowest terms. */
export function exactSum(ratios: readonly Ratio[]): Ratio {
  if (ratios.length === 1) return ratios[0]!;
  const { num, den } = sumOfRatios(ratios);
  return ratioOf(num, den);
}
