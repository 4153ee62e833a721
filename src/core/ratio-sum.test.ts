import { describe, expect, test } from "vitest";
import { parseRatio } from "./ratio.js";
import { commonDenominator, nearText, sumOfRatios } from "./ratio-sum.js";

const ratios = (...texts: string[]) => texts.map((text) => parseRatio(text)!);

describe("A sum of many ratios", () => {
  test("stands over the common denominator of all", () => {
    expect(sumOfRatios(ratios("1/2", "1/3", "1/6"))).toEqual({ num: 6n, den: 6n });
    expect(sumOfRatios([])).toEqual({ num: 0n, den: 1n });
  });

  test("is the same as that of one after the other", () => {
    const many = Array.from({ length: 3000 }, (_, n) => parseRatio(`1/${n + 1_000_001}`)!);
    const { num, den } = sumOfRatios(many);
    const size = Number((num * 10n ** 12n) / den) / 1e12;
    expect(size).toBeCloseTo(3000 / 1_001_500, 8);
    expect(many.every((one) => den % one.den === 0n)).toBe(true);
  });

  test.each([
    [4n, 6n, 12n],
    [5n, 5n, 5n],
    [1n, 7n, 7n],
    [12n, 4n, 12n],
  ])("the smallest number that %s and %s divide is %s", (a, b, common) => {
    expect(commonDenominator(a, b)).toBe(common);
  });

  test.each([
    ["100", "100"],
    ["99.5", "99.5"],
    ["0", "0"],
    ["299/3", "about 99.666667"],
    ["99.99999999", "a little less than 100"],
    ["100.00000001", "a little more than 100"],
    ["1/48", "about 0.020833"],
  ])("%s is written as %s", (given, text) => {
    expect(nearText(parseRatio(given)!)).toBe(text);
  });
});
