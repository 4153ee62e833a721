import {
  formatPath,
  largestRemainder,
  powerOfTen,
  precisionWords,
  type Ratio,
  ratioOf,
} from "../core/index.js";
import {
  type Issues,
  noteContradiction,
  type Path,
  readFields,
  readMap,
  readQuantity,
  readWhole,
  refuseAll,
} from "./argument.js";
import { type ExactQuantity, exactQuantity } from "./exact-quantity.js";
import { show } from "./issue.js";
import type { AskedQuantity } from "./question.js";

/** Finer than this nothing is split. */
const DECIMALS = [0, 12] as const;

/** How finely {@link splitByShares} splits. */
export interface ShareSplitOptions {
  /** Parts are whole 10^-decimals, 0 to 12; else 0: whole units. */
  readonly decimals?: number | undefined;
}

/**
 * Splits a quantity or an amount by shares so that the parts add up to it.
 *
 * Each part is its share rounded down to whole 10^-decimals; what is left goes, one 10^-decimals each,
 * to the parts that lost most by it, of equal ones to the id that comes first (UTF-16 code units).
 *
 * @param total - what is split, 0 or more, in whole 10^-decimals
 * @param shares - id → its share: percentages, fractions or any weights, 0 or more, not all 0
 * @param options - `decimals` of the parts
 * @returns id → part, by id
 * @throws PlanningInputError with everything that is wrong; a total that is finer than `decimals` is
 * `tooFine`, shares that are all 0 are a `contradiction`
 *
 * Source: rules D5, Q5; the method of largest remainder (Hamilton).
 *
 * @example
 * ```ts
 * const colours = new Map([["black", 50], ["red", 25], ["white", 25]]);
 * const parts = splitByShares(10, colours);
 * [...parts].map(([colour, { ratio }]) => `${ratio} ${colour}`); // => ["5 black", "3 red", "2 white"]
 * ```
 */
export function splitByShares(
  total: AskedQuantity,
  shares: ReadonlyMap<string, AskedQuantity>,
  options: ShareSplitOptions = {},
): ReadonlyMap<string, ExactQuantity> {
  const issues: Issues = [];
  const decimals = readDecimals(options, issues);
  const count = readCount(total, ["total"], decimals, issues);
  const ids: string[] = [];
  const weights: Ratio[] = [];
  // By id, so that a tie does not depend on the order of the shares.
  const entries = readMap(shares, ["shares"], issues).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, share] of entries) {
    ids.push(id);
    weights.push(readQuantity(share, ["shares", id], "0 or more", issues));
  }
  if (issues.length === 0 && weights.every(({ num }) => num === 0n)) {
    const message =
      "The shares are all 0, so that nothing says where the total goes. Give one above 0.";
    noteContradiction(["shares"], message, issues);
  }
  refuseAll(issues);
  const unit = powerOfTen(decimals);
  const parts = largestRemainder(count, weights);
  return new Map(ids.map((id, n) => [id, exactQuantity(ratioOf(parts[n]!, unit))]));
}

function readDecimals(options: unknown, issues: Issues): number {
  const { decimals } = readFields(options, ["options"], ["decimals"], issues);
  return readSplitDecimals(decimals, ["options", "decimals"], issues);
}

/** Reads how finely something is split; whole units when nothing is said. */
export function readSplitDecimals(value: unknown, path: Path, issues: Issues): number {
  return value === undefined ? 0 : readWhole(value, path, DECIMALS, issues);
}

/** Reads a quantity as a count of 10^-decimals. */
export function readCount(value: unknown, path: Path, decimals: number, issues: Issues): bigint {
  const { num, den } = readQuantity(value, path, "0 or more", issues);
  const unit = powerOfTen(decimals);
  if ((num * unit) % den !== 0n) {
    const message = `The ${formatPath(path)} (${show(value)}) must be in ${precisionWords(decimals)}. Give more decimals, or round it.`;
    issues.push({ code: "tooFine", path, message, value });
  }
  return (num * unit) / den;
}
