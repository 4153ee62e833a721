import { describe, expect, test } from "vitest";
import { type Ratio, ratioOf } from "../core/index.js";
import { FractionSum } from "./fraction-sum.js";
import { negative } from "./signed-ratio.js";

const thirds: Ratio = { num: 1n, den: 3n };

function sumOf(ratios: readonly Ratio[]): FractionSum {
  const sum = new FractionSum();
  for (const ratio of ratios) sum.add(ratio);
  return sum;
}

describe("A sum of fractions", () => {
  test("is exact and in lowest terms, whatever the denominators and their order", () => {
    const ratios = [2n, 3n, 6n, 7n, 3n].map((den) => ratioOf(1n, den));
    for (const some of [ratios, ratios.toReversed()]) {
      expect(sumOf(some).sum).toEqual({ num: 31n, den: 21n });
    }
    expect(new FractionSum().sum).toEqual({ num: 0n, den: 1n });
  });

  test("is told with others besides, and stays as it is", () => {
    const sum = sumOf([thirds, ratioOf(1n, 2n)]);
    expect(sum.with([ratioOf(1n, 6n), ratioOf(-1n, 4n)])).toEqual({ num: 3n, den: 4n });
    expect(sum.with([])).toEqual(sum.sum);
    expect(sum.sum).toEqual({ num: 5n, den: 6n });
  });

  test("keeps no denominator of what was taken away again", () => {
    const sum = sumOf([thirds]);
    for (let den = 101n; den < 200n; den++) {
      sum.add({ num: 1n, den });
      sum.add(negative({ num: 1n, den }));
    }
    expect(sum.total).toEqual(thirds);
  });
});
