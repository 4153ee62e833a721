import {
  commonDenominator,
  multiplyRatios,
  powerOfTen,
  type Ratio,
  ratioOf,
} from "../../core/index.js";

/** In which the numerators of wide sums are held: few enough bits that products stay exact. */
export const LIMB_BITS = 24;
const LIMB = 1n << BigInt(LIMB_BITS);
/** Longer common denominators are not made: another one is begun. */
const LONGEST = 1n << 480n;

/** Prices to many decimals, and spread over small lots, are whole numbers over this. */
const USUAL = 10n ** 16n * 27720n;

/** Factors that share a denominator, over which they are added. */
export interface FactorClass {
  readonly den: bigint;
}

/** What a count is multiplied by to become an amount: a price of 10^-decimals of a stock unit. */
export interface Factor {
  readonly ratio: Ratio;
  readonly class: FactorClass;
  /** The numerator over the denominator of the class, from the lowest limb up, each with its sign. */
  readonly limbs: Float64Array;
  /** The same as a decimal, digits × 10^-decimals; `undefined` where it has no short one. */
  readonly decimal: { readonly digits: bigint; readonly decimals: number } | undefined;
}

/** Makes factors, and sees to it that many share one denominator. */
export class FactorBook {
  readonly #known = new Map<number | bigint, Map<number | bigint, Factor>>();
  readonly #splits = new Map<
    Factor,
    Map<string, { readonly part: Factor; readonly rest: Factor }>
  >();
  #class: FactorClass = { den: USUAL };

  /** The one factor of a ratio. */
  of(ratio: Ratio): Factor {
    const [num, den] = [nameOf(ratio.num), nameOf(ratio.den)];
    let same = this.#known.get(den);
    if (same === undefined) {
      same = new Map();
      this.#known.set(den, same);
    }
    let factor = same.get(num);
    if (factor === undefined) {
      factor = this.#make(ratio);
      same.set(num, factor);
    }
    return factor;
  }

  /** A share of a factor, and the rest of it. */
  split(factor: Factor, share: Ratio): { readonly part: Factor; readonly rest: Factor } {
    let byShare = this.#splits.get(factor);
    if (byShare === undefined) {
      byShare = new Map();
      this.#splits.set(factor, byShare);
    }
    const name = `${share.num}/${share.den}`;
    let split = byShare.get(name);
    if (split === undefined) {
      const rest = ratioOf(share.den - share.num, share.den);
      split = {
        part: this.of(multiplyRatios(factor.ratio, share)),
        rest: this.of(multiplyRatios(factor.ratio, rest)),
      };
      byShare.set(name, split);
    }
    return split;
  }

  /** Prepares a denominator for a ratio that is to come, so that many share one. */
  expect({ den }: Ratio): void {
    this.#include(den);
  }

  #make(ratio: Ratio): Factor {
    this.#include(ratio.den);
    return new LazyFactor(ratio, this.#class);
  }

  #include(den: bigint): void {
    if (this.#class.den % den === 0n) return;
    const common = commonDenominator(this.#class.den, den);
    this.#class = { den: common > LONGEST ? den : common };
  }
}

/** A number where it is a safe integer: it is found faster. */
function nameOf(whole: bigint): number | bigint {
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : whole;
}

/** Most factors are never added over a common denominator, and many never shown. */
class LazyFactor implements Factor {
  readonly ratio: Ratio;
  readonly class: FactorClass;
  #limbs: Float64Array | undefined;
  #decimal: Factor["decimal"] | null = null;

  constructor(ratio: Ratio, of: FactorClass) {
    this.ratio = ratio;
    this.class = of;
  }

  get limbs(): Float64Array {
    this.#limbs ??= limbsOf(this.ratio.num * (this.class.den / this.ratio.den));
    return this.#limbs;
  }

  get decimal(): Factor["decimal"] {
    if (this.#decimal === null) this.#decimal = decimalOf(this.ratio);
    return this.#decimal;
  }
}

function limbsOf(num: bigint): Float64Array {
  const sign = num < 0n ? -1 : 1;
  const limbs: number[] = [];
  for (let rest = num < 0n ? -num : num; rest > 0n; rest >>= BigInt(LIMB_BITS)) {
    limbs.push(sign * Number(rest & (LIMB - 1n)));
  }
  return Float64Array.from(limbs);
}

/** Of longer ones nobody makes a text faster than by division. */
const MOST_DECIMALS = 24;

/** A ratio as digits × 10^-decimals; `undefined` where it has no short decimal. */
export function decimalOf({ num, den }: Ratio): Factor["decimal"] {
  let rest = den;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n && twos < MOST_DECIMALS; rest /= 2n) twos++;
  for (; rest % 5n === 0n && fives < MOST_DECIMALS; rest /= 5n) fives++;
  if (rest !== 1n) return undefined;
  const decimals = Math.max(twos, fives);
  return { digits: (num * powerOfTen(decimals)) / den, decimals };
}
