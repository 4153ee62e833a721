import { type Ratio, ratioOf, sumOfRatios } from "../../core/index.js";

/**
 * An exact sum of very many hours: those of one denominator are added up as whole numbers, so that
 * numbers become long only in the end.
 */
export class HourSum {
  readonly #byDenominator = new Map<bigint, bigint>();

  add({ num, den }: Ratio): void {
    if (num !== 0n) this.#byDenominator.set(den, (this.#byDenominator.get(den) ?? 0n) + num);
  }

  get total(): Ratio {
    const sum = sumOfRatios(Array.from(this.#byDenominator, ([den, num]) => ({ num, den })));
    return ratioOf(sum.num, sum.den);
  }
}
