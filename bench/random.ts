/** Draws from one seeded stream, so that a seed gives the same problem on every machine. */
export interface Draws {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** True for this share of all draws. */
  readonly chance: (share: number) => boolean;
  /** One entry, each as likely as the others. */
  readonly one: <Entry>(entries: readonly Entry[]) => Entry;
}

/**
 * Marsaglia's xorshift generator of 32 bits, shifts 13, 17 and 5.
 *
 * Source: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003).
 *
 * @param seed - a whole number, not 0
 */
export function drawsFrom(seed: number): Draws {
  let state = seed | 0;
  const share = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(share() * (high - low + 1));
  return {
    whole,
    chance: (likely) => share() < likely,
    one: (entries) => entries[whole(0, entries.length - 1)]!,
  };
}
