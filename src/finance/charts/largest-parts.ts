import { addRatios, compareText, type Ratio } from "../../core/index.js";

/** Parts that are drawn one by one, the largest first, and what stands for all others. */
export interface ChartedParts {
  readonly names: readonly string[];
  /** `undefined` where no part is left over. */
  readonly others: string | undefined;
  /** What the part of a key is drawn as. */
  nameOf(key: string | null): string;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/**
 * Finds the largest parts, by all that is in them, whatever its sign.
 *
 * @param amounts - what is in each part; a key may come again
 * @param most - how many parts are drawn one by one
 */
export function largestParts(
  amounts: readonly { readonly key: string | null; readonly amount: Ratio }[],
  most: number,
): ChartedParts {
  const sums = new Map<string | null, Ratio>();
  for (const { key, amount } of amounts) {
    const size = amount.num < 0n ? { num: -amount.num, den: amount.den } : amount;
    sums.set(key, addRatios(sums.get(key) ?? NOTHING, size));
  }
  const free = (name: string): string => (sums.has(name) ? free(`(${name})`) : name);
  const none = free("(none)");
  const others = free("(others)");
  const inTurn = [...sums].sort(([a, one], [b, other]) => {
    const difference = other.num * one.den - one.num * other.den;
    if (difference !== 0n) return difference < 0n ? -1 : 1;
    return compareText(a ?? none, b ?? none);
  });
  const shown = new Set(inTurn.slice(0, most).map(([key]) => key));
  return {
    names: [...shown].map((key) => key ?? none),
    others: shown.size < sums.size ? others : undefined,
    nameOf: (key) => (shown.has(key) ? (key ?? none) : others),
  };
}
