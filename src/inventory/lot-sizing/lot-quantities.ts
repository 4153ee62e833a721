import {
  countRatio,
  formatPath,
  formatRatio,
  type Issue,
  precisionWords,
  type Ratio,
} from "../../core/index.js";

/** A quantity of an argument, and where it stands there. */
export interface GivenQuantity {
  readonly path: readonly (string | number)[];
  readonly value: Ratio;
}

/** The finest quantities are billionths. */
const MOST_DECIMALS = 9;

/** The fewest decimals, not above nine, in which all quantities are whole counts. */
export function decimalsFor(quantities: readonly GivenQuantity[]): number {
  let decimals = 0;
  for (const { value } of quantities) {
    if (value.den === 1n) continue;
    while (decimals < MOST_DECIMALS && 10n ** BigInt(decimals) % value.den !== 0n) decimals += 1;
  }
  return decimals;
}

/**
 * Counts quantities in 10^-decimals.
 *
 * @param issues - takes what is finer, or too large to be held exactly
 */
export function countQuantities(
  quantities: readonly GivenQuantity[],
  decimals: number,
  issues: Issue[],
): number[] {
  let total = 0;
  const counts = quantities.map(({ path, value }) => {
    const count = countRatio(value, decimals, "exact");
    if (typeof count === "number") {
      total += count;
      return count;
    }
    const given = `The ${formatPath(path)} (${formatRatio(value)}) must`;
    const advice =
      count === "tooFine"
        ? `have at most ${decimals} decimals. Round it, or give more decimals (at most ${MOST_DECIMALS}).`
        : `be below 2^53 in ${precisionWords(decimals)}. Choose another unit or fewer decimals.`;
    issues.push({
      code: "outOfRange",
      path,
      message: `${given} ${advice}`,
      value: formatRatio(value),
    });
    return 0;
  });
  if (total > Number.MAX_SAFE_INTEGER) {
    const message = `All quantities together must be below 2^53 in ${precisionWords(decimals)}. Choose another unit or fewer decimals.`;
    issues.push({ code: "outOfRange", path: ["demand"], message });
  }
  return counts;
}
