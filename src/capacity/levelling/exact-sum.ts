import { type Ratio, ratioOf, sumOfRatios } from "../../core/index.js";

/** A sum of hours that are added and taken away again; those of one denominator stand together. */
export class ExactSum {
  readonly #byDenominator = new Map<bigint, bigint>();

  /** Adds a number in lowest terms. */
  add({ num, den }: Ratio): void {
    const sum = (this.#byDenominator.get(den) ?? 0n) + num;
    if (sum === 0n) this.#byDenominator.delete(den);
    else this.#byDenominator.set(den, sum);
  }

  /** The sum with others, in lowest terms. */
  with(others: readonly Ratio[]): Ratio {
    const own = [...this.#byDenominator].map(([den, num]) => ({ num, den }));
    const { num, den } = sumOfRatios([...own, ...others]);
    return ratioOf(num, den);
  }
}

/** A number near an exact one: to tell at once what is far apart. */
export function near({ num, den }: Ratio): number {
  return Number(num) / Number(den);
}

/** The number with the other sign. */
export function negative({ num, den }: Ratio): Ratio {
  return { num: -num, den };
}
