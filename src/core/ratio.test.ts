import { describe, expect, test } from "vitest";
import {
  addRatios,
  ceilDivide,
  divideRatios,
  floorDivide,
  formatRatio,
  multiplyRatios,
  ONE,
  parseRatio,
  powerOfTen,
  ratioOf,
  ratioToDecimal,
} from "./ratio.js";

describe("A ratio of the data contract", () => {
  test.each([
    [1, 1n, 1n],
    [0.125, 1n, 8n],
    [0.1, 1n, 10n],
    [-2.5, -5n, 2n],
    [1e-7, 1n, 10_000_000n],
    [1.5e21, 1_500_000_000_000_000_000_000n, 1n],
    [0, 0n, 1n],
    [-0, 0n, 1n],
    ["3", 3n, 1n],
    ["0.250", 1n, 4n],
    ["-0.5", -1n, 2n],
    ["007", 7n, 1n],
    ["1/48", 1n, 48n],
    ["-6/4", -3n, 2n],
    ["0/5", 0n, 1n],
    ["000000000000000000000000000000000001/3", 1n, 3n],
  ])("%s is read as the fraction that is written", (value, num, den) => {
    expect(parseRatio(value)).toEqual({ num, den });
  });

  test.each([
    ["1/0"],
    ["1/-2"],
    ["1 / 2"],
    ["1/2/3"],
    ["1.5/2"],
    ["1/2.5"],
    ["/2"],
    ["1/"],
    ["1e3"],
    [".5"],
    ["5."],
    ["+5"],
    [" 5"],
    ["5\n"],
    ["1,5"],
    ["٣"],
    [""],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [null],
    [undefined],
    [true],
    [1n],
    [[1]],
    [{ num: 1n, den: 2n }],
  ])("%s is no ratio", (value) => {
    expect(parseRatio(value)).toBeUndefined();
  });

  test("has up to 60 digits above and below, or is a decimal of up to 100 characters", () => {
    const digits = "9".repeat(60);
    expect(parseRatio(`1/${digits}`)?.den).toBe(10n ** 60n - 1n);
    expect(parseRatio(`1/${digits}9`)).toBeUndefined();
    expect(parseRatio(`0.${"3".repeat(98)}`)?.den).toBe(10n ** 98n);
    expect(parseRatio(`0.${"3".repeat(99)}`)).toBeUndefined();
  });
});

describe("A ratio as text", () => {
  test.each([
    ["3", "3"],
    ["0.25", "0.25"],
    ["100", "100"],
    ["-1/8", "-0.125"],
    ["1/3", "1/3"],
    ["-2/7", "-2/7"],
    ["1/48", "1/48"],
    ["0", "0"],
    ["1/1024", "0.0009765625"],
  ])("%s is written as %s", (value, text) => {
    expect(formatRatio(parseRatio(value)!)).toBe(text);
  });

  test("is a decimal up to 30 places and a fraction beyond", () => {
    expect(formatRatio({ num: 1n, den: 2n ** 30n })).toMatch(/^0\.\d{30}$/);
    expect(formatRatio({ num: 1n, den: 2n ** 31n })).toBe("1/2147483648");
    expect(formatRatio({ num: 1n, den: 5n ** 31n })).toBe(`1/${5n ** 31n}`);
  });

  test("as a Decimal is rounded after 60 digits where it does not end", () => {
    expect(ratioToDecimal({ num: 1n, den: 8n }).toFixed()).toBe("0.125");
    expect(ratioToDecimal({ num: 2n, den: 3n }).toFixed()).toBe(`0.${"6".repeat(59)}7`);
  });
});

describe("Ratios are reckoned exactly", () => {
  test("one is made in lowest terms, with the sign above", () => {
    expect(ratioOf(6n, -4n)).toEqual({ num: -3n, den: 2n });
    expect(ratioOf(0n, -4n)).toEqual({ num: 0n, den: 1n });
  });

  test("nothing is divided by 0", () => {
    expect(() => ratioOf(1n, 0n)).toThrow(RangeError);
    expect(() => divideRatios(ONE, { num: 0n, den: 1n })).toThrow(RangeError);
  });

  test("product, quotient and sum are those of fractions", () => {
    const [half, third] = [ratioOf(1n, 2n), ratioOf(1n, 3n)];
    expect(multiplyRatios(half, third)).toEqual({ num: 1n, den: 6n });
    expect(divideRatios(half, third)).toEqual({ num: 3n, den: 2n });
    expect(addRatios(half, third)).toEqual({ num: 5n, den: 6n });
  });

  test("a whole quotient is rounded up or down, below 0 as well", () => {
    expect([7n, 6n, 0n, -6n, -7n].map((n) => ceilDivide(n, 3n))).toEqual([3n, 2n, 0n, -2n, -2n]);
    expect([7n, 6n, 0n, -6n, -7n].map((n) => floorDivide(n, 3n))).toEqual([2n, 2n, 0n, -2n, -3n]);
  });

  test("a power of ten is whole", () => {
    expect([0, 1, 9].map(powerOfTen)).toEqual([1n, 10n, 1_000_000_000n]);
  });
});
