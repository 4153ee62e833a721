import { formatRatio, type Issue, precisionWords, type Ratio } from "../../core/index.js";
import type { Doubtful } from "../argument.js";
import { countOf } from "../exact-argument.js";

type Path = readonly (string | number)[];

/** The finest quantities are billionths. */
const MOST_DECIMALS = 9;

/** Counts the quantities of one call in 10^-decimals. */
export interface QuantityCounter {
  readonly decimals: number;
  /** Counts one quantity; one that is too fine or too large is noted, and an unsound one is 0. */
  readonly count: (quantity: Ratio | undefined, path: Path) => number;
  /** Counts a list of them. */
  readonly list: (quantities: Doubtful<readonly Ratio[]>, path: Path) => number[];
  /** The sizes of all that was counted together: no sum of them is larger. */
  readonly total: () => number;
}

/**
 * Prepares the counting of all quantities of a call, so that no sum of them leaves what is held
 * exactly (Q1, Q4).
 *
 * @param quantities - all that will be counted; their finest decides when `decimals` is left out
 * @param decimals - 0 to 9, if it was given
 * @param issues - takes what is too fine or too large
 */
export function quantityCounter(
  quantities: Iterable<Ratio | undefined>,
  decimals: number | undefined,
  issues: Issue[],
): QuantityCounter {
  const precision = decimals ?? finest(quantities);
  let total = 0;
  const count = (quantity: Ratio | undefined, path: Path): number => {
    if (quantity === undefined) return 0;
    const counted = countOf(quantity, precision, { path, issues }, formatRatio(quantity));
    const before = total;
    total += Math.abs(counted);
    if (total > Number.MAX_SAFE_INTEGER && before <= Number.MAX_SAFE_INTEGER) {
      const message = `All quantities together must be at most 2^53 − 1 in ${precisionWords(precision)}. Choose another unit or fewer decimals.`;
      issues.push({ code: "quantityOverflow", path, message });
    }
    return counted;
  };
  return {
    decimals: precision,
    count,
    list: (list, path) => (list ?? []).map((quantity, n) => count(quantity, [...path, n])),
    total: () => total,
  };
}

/** The fewest decimals, not above nine, in which all quantities are whole counts. */
function finest(quantities: Iterable<Ratio | undefined>): number {
  let decimals = 0;
  for (const { den } of [...quantities].filter((one) => one !== undefined)) {
    while (decimals < MOST_DECIMALS && 10n ** BigInt(decimals) % den !== 0n) decimals += 1;
  }
  return decimals;
}
