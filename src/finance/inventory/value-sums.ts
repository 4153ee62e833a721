import { commonDenominator, powerOfTen } from "../../core/index.js";

/** Amounts that are added up exactly at numbered places, by their denominators. */
export class ValueSums {
  readonly #length: number;
  readonly #byDenominator = new Map<bigint, bigint[]>();
  /** The last two are at hand: what comes in and what goes out take turns. */
  #den = 0n;
  #nums: bigint[] = [];
  #otherDen = 0n;
  #otherNums: bigint[] = [];

  /** @param length - how many places there are */
  constructor(length: number) {
    this.#length = length;
  }

  /** The numerators at all places over a denominator; what is added to them counts. */
  over(den: bigint): bigint[] {
    if (den === this.#den) return this.#nums;
    const [lastDen, lastNums] = [this.#den, this.#nums];
    if (den === this.#otherDen) this.#nums = this.#otherNums;
    else {
      let nums = this.#byDenominator.get(den);
      if (nums === undefined) {
        nums = new Array<bigint>(this.#length).fill(0n);
        this.#byDenominator.set(den, nums);
      }
      this.#nums = nums;
    }
    this.#den = den;
    this.#otherDen = lastDen;
    this.#otherNums = lastNums;
    return this.#nums;
  }

  /** The sums of all places over one denominator. */
  totals(): { readonly nums: readonly bigint[]; readonly den: bigint } {
    let den = 1n;
    for (const one of this.#byDenominator.keys()) den = commonDenominator(den, one);
    const nums = new Array<bigint>(this.#length).fill(0n);
    for (const [one, parts] of this.#byDenominator) {
      const factor = den / one;
      for (let place = 0; place < nums.length; place++) nums[place]! += parts[place]! * factor;
    }
    return { nums, den };
  }

  clear(): void {
    this.#byDenominator.clear();
    this.#den = 0n;
    this.#otherDen = 0n;
  }
}

/** What a count at a unit cost is over: 10^decimals of the item more than the cost. */
export class CountDenominators {
  readonly #powers: readonly bigint[] = Array.from({ length: 10 }, (_, n) => powerOfTen(n));
  #cost = 0n;
  #decimals = -1;
  #found = 0n;

  of(cost: bigint, decimals: number): bigint {
    if (cost !== this.#cost || decimals !== this.#decimals) {
      this.#cost = cost;
      this.#decimals = decimals;
      this.#found = cost * this.#powers[decimals]!;
    }
    return this.#found;
  }
}
