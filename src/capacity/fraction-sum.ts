import { type Ratio, ratioOf, sumOfRatios } from "../core/index.js";

/**
 * An exact sum of very many fractions, which may also be taken away again, in nearly linear time: those
 * of one denominator are added up as whole numbers, and the others two by two in the end, so that numbers
 * become long only there.
 */
export class FractionSum {
  #num = 0n;
  #den = 1n;
  #others: Map<bigint, bigint> | undefined;

  /** Adds a number in lowest terms. */
  add({ num, den }: Ratio): void {
    if (den === this.#den) this.#num += num;
    else if (this.#num === 0n) [this.#num, this.#den] = [num, den];
    else {
      this.#others ??= new Map();
      const sum = (this.#others.get(den) ?? 0n) + num;
      // What was taken away again leaves no long denominator behind.
      if (sum === 0n) this.#others.delete(den);
      else this.#others.set(den, sum);
    }
  }

  /** The sum so far, not in lowest terms: to find these would take the square of its length. */
  get total(): { readonly num: bigint; readonly den: bigint } {
    let sums = this.#parts();
    while (sums.length > 1) {
      const pairs: typeof sums = [];
      for (let n = 0; n < sums.length; n += 2) {
        const [a, b] = [sums[n]!, sums[n + 1]];
        pairs.push(
          b === undefined ? a : { num: a.num * b.den + b.num * a.den, den: a.den * b.den },
        );
      }
      sums = pairs;
    }
    return sums[0]!;
  }

  /** The sum so far, in lowest terms. */
  get sum(): Ratio {
    const { num, den } = this.total;
    return ratioOf(num, den);
  }

  /** The sum so far and some others, in lowest terms; nothing is added. */
  with(others: readonly Ratio[]): Ratio {
    const { num, den } = sumOfRatios([...this.#parts(), ...others]);
    return ratioOf(num, den);
  }

  /** The sums by denominator. */
  #parts(): Ratio[] {
    const parts = [{ num: this.#num, den: this.#den }];
    for (const [den, num] of this.#others ?? []) parts.push({ num, den });
    return parts;
  }
}
