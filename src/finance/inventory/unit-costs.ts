import type { Ratio } from "../../core/index.js";

/** What stock units of a stocking point cost, each cost once, by number. */
export class UnitCosts {
  readonly nums: bigint[] = [];
  readonly dens: bigint[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a cost in lowest terms. */
  of({ num, den }: Ratio): number {
    const key = `${num}/${den}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.add(num, den);
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** A cost that nothing else is compared with, in lowest terms or not. */
  add(num: bigint, den: bigint): number {
    this.dens.push(den);
    return this.nums.push(num) - 1;
  }

  clear(): void {
    this.nums.length = 0;
    this.dens.length = 0;
    this.#numbers.clear();
  }
}
