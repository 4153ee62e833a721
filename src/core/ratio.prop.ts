import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../test/support/runs.js";
import {
  addRatios,
  ceilDivide,
  divideRatios,
  floorDivide,
  formatRatio,
  multiplyRatios,
  parseRatio,
  type Ratio,
  ratioOf,
  ratioToDecimal,
} from "./ratio.js";

const above = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
const below = fc.oneof(
  fc.bigInt({ min: 1n, max: 100n }),
  fc.bigInt({ min: 1n, max: 10n ** 25n }),
  fc
    .tuple(fc.nat({ max: 33 }), fc.nat({ max: 33 }))
    .map(([a, b]) => 2n ** BigInt(a) * 5n ** BigInt(b)),
);
const ratio = fc.tuple(above, below).map(([num, den]) => ratioOf(num, den));
const options = { numRuns: runs };

function expectLowestTerms({ num, den }: Ratio): void {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  expect(den).toBeGreaterThan(0n);
  expect(a).toBe(1n);
}

describe("Ratios", () => {
  test.prop([above, below, fc.constantFrom(1n, -1n)], options)(
    "are made in lowest terms and of the same value",
    (num, den, sign) => {
      const made = ratioOf(num, sign * den);
      expectLowestTerms(made);
      expect(made.num * sign * den).toBe(num * made.den);
    },
  );

  test.prop([ratio, ratio], options)("multiply like fractions, in lowest terms", (a, b) => {
    const product = multiplyRatios(a, b);
    expectLowestTerms(product);
    expect(product.num * a.den * b.den).toBe(a.num * b.num * product.den);
  });

  test.prop([ratio, ratio], options)("add like fractions, in lowest terms", (a, b) => {
    const sum = addRatios(a, b);
    expectLowestTerms(sum);
    expect(sum.num * a.den * b.den).toBe((a.num * b.den + b.num * a.den) * sum.den);
  });

  test.prop([ratio, ratio.filter(({ num }) => num !== 0n)], options)(
    "divided by one another and multiplied again are what they were",
    (a, b) => {
      const quotient = divideRatios(a, b);
      expectLowestTerms(quotient);
      expect(multiplyRatios(quotient, b)).toEqual(a);
    },
  );

  test.prop([ratio], options)("are read back from their text, which has no exponent", (a) => {
    const text = formatRatio(a);
    expect(text).toMatch(/^-?\d+([./]\d+)?$/);
    expect(parseRatio(text)).toEqual(a);
  });

  test.prop([above, fc.nat({ max: 30 })], options)(
    "are the Decimal of the same digits where a decimal ends",
    (digits, decimals) => {
      const decimal = ratioToDecimal(ratioOf(digits, 10n ** BigInt(decimals)));
      expect(decimal.times(`1e${decimals}`).toFixed()).toBe(`${digits}`);
    },
  );

  test.prop([above, below], options)(
    "are rounded to the whole number at or above, and at or below",
    (num, den) => {
      const [up, down] = [ceilDivide(num, den), floorDivide(num, den)];
      expect(up * den - num).toSatisfy((rest: bigint) => rest >= 0n && rest < den);
      expect(num - down * den).toSatisfy((rest: bigint) => rest >= 0n && rest < den);
    },
  );
});
