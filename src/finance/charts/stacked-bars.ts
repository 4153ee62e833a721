import { addRatios, type Ratio } from "../../core/index.js";
import { drawnNumber } from "./money-spec.js";

/** A part of a bar. */
export interface BarPart {
  readonly part: string;
  /** As it is told. */
  readonly amount: Ratio;
  /** Whether it counts down; `false` when left out. */
  readonly isNegated?: boolean;
}

const NOTHING: Ratio = { num: 0n, den: 1n };

/** Puts parts on top of one another, what is below 0 downwards; nothing is drawn of what is 0. */
export function stackedBars(parts: readonly BarPart[], decimals: number) {
  let [up, down] = [NOTHING, NOTHING];
  return parts.flatMap(({ part, amount, isNegated = false }) => {
    const drawn = isNegated ? { num: -amount.num, den: amount.den } : amount;
    const base = drawn.num < 0n ? down : up;
    const top = addRatios(base, drawn);
    if (drawn.num < 0n) down = top;
    else up = top;
    const told = drawnNumber(amount, decimals);
    if (told === 0) return [];
    return [
      {
        part,
        amount: told,
        base: drawnNumber(base, decimals),
        top: drawnNumber(top, decimals),
      },
    ];
  });
}
