import { type Ratio, ratioOf, sumOfRatios } from "../../core/index.js";

/**
 * A sum of very many hours. Those of one denominator are added up as whole numbers, and denominators
 * are brought together only once: in the end.
 */
export class ExactTotal {
  #den = 1n;
  #num = 0n;
  #others: Map<bigint, bigint> | undefined;

  /** Adds a number in lowest terms. */
  add({ num, den }: Ratio): void {
    if (den === this.#den) this.#num += num;
    else if (this.#num === 0n) [this.#num, this.#den] = [num, den];
    else {
      this.#others ??= new Map();
      this.#others.set(den, (this.#others.get(den) ?? 0n) + num);
    }
  }

  /** The sum so far, in lowest terms. */
  get sum(): Ratio {
    const own = { num: this.#num, den: this.#den };
    if (this.#others === undefined) return ratioOf(own.num, own.den);
    const { num, den } = sumOfRatios([
      own,
      ...[...this.#others].map(([d, n]) => ({ num: n, den: d })),
    ]);
    return ratioOf(num, den);
  }
}
