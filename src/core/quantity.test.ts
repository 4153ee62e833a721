import { describe, expect, test } from "vitest";
import {
  countQuantity,
  countRatio,
  formatQuantity,
  LARGEST_QUANTITY,
  quantityToDecimal,
} from "./quantity.js";
import { ratioOf } from "./ratio.js";

describe("A quantity is a count of 10^-decimals (Q1)", () => {
  test.each([
    [12, 0, 12],
    [0.1, 1, 1],
    [0.1, 9, 100_000_000],
    [0.7 + 0.1, 9, "tooFine"], // 0.7999999999999999
    [-3.25, 2, -325],
    [1e-9, 9, 1],
    [1e-10, 9, "tooFine"],
    [1e21, 0, "quantityOverflow"],
    [9007199254740991, 0, 9007199254740991],
    [9007199254740992, 0, "quantityOverflow"],
    [4503599627370495.5, 1, "quantityOverflow"],
    ["12", 0, 12],
    ["0.125", 3, 125],
    ["0.1250", 3, 125],
    ["0.125", 2, "tooFine"],
    ["-3.25", 2, -325],
    ["-0", 2, 0],
    ["-0.00", 0, 0],
    ["0012.5", 1, 125],
    ["9007199254740991", 0, 9007199254740991],
    ["9007199254740992", 0, "quantityOverflow"],
    ["-9007199254740991", 0, -9007199254740991],
    ["9007199.254740991", 9, 9007199254740991],
    ["9007199.254740992", 9, "quantityOverflow"],
  ])("%j with %i decimals is %j", (value, decimals, count) => {
    expect(countQuantity(value, decimals)).toBe(count);
  });

  test("zero is never negative zero", () => {
    for (const zero of [-0, "-0", "-0.000"])
      expect(Object.is(countQuantity(zero, 3), 0)).toBe(true);
  });

  test("numbers far away are told from zero", () => {
    expect(countQuantity(Number.MIN_VALUE, 9)).toBe("tooFine");
    expect(countQuantity(Number.MAX_VALUE, 9)).toBe("quantityOverflow");
    expect(countQuantity(-Number.MAX_VALUE, 0)).toBe("quantityOverflow");
  });

  test.each([
    ["1e3"],
    ["1/2"],
    ["1,5"],
    ["1 000"],
    ["."],
    ["1."],
    [".1"],
    ["+1"],
    ["--1"],
    ["0x10"],
    ["NaN"],
    ["Infinity"],
    [""],
    [" "],
    ["１２"],
    ["1".repeat(101)],
    [Number.NaN],
    [Number.NEGATIVE_INFINITY],
    [null],
    [undefined],
    [false],
    [["12"]],
    [{}],
  ])("%j is no quantity", (value: unknown) => {
    expect(countQuantity(value, 3)).toBe("invalidQuantity");
  });
});

describe("A ratio becomes a count (Q5)", () => {
  const third = ratioOf(1n, 3n);

  test("exactly, or as the rounding says", () => {
    expect(countRatio(ratioOf(1n, 4n), 2, "exact")).toBe(25);
    expect(countRatio(third, 2, "exact")).toBe("tooFine");
    expect(countRatio(third, 2, "down")).toBe(33);
    expect(countRatio(third, 2, "up")).toBe(34);
    expect(countRatio(third, 2, "halfUp")).toBe(33);
  });

  test("below zero, down is away from zero and up is toward it", () => {
    const minus = ratioOf(-1n, 3n);
    expect(countRatio(minus, 0, "down")).toBe(-1);
    expect(countRatio(minus, 0, "up")).toBe(0);
    expect(countRatio(ratioOf(-1n, 2n), 0, "halfUp")).toBe(0);
    expect(countRatio(ratioOf(-3n, 4n), 0, "halfUp")).toBe(-1);
  });

  test("the middle is rounded up", () => {
    expect(countRatio(ratioOf(1n, 2n), 0, "halfUp")).toBe(1);
    expect(countRatio(ratioOf(49n, 100n), 0, "halfUp")).toBe(0);
  });

  test("beyond the safe integers it is said", () => {
    const most = BigInt(LARGEST_QUANTITY);
    expect(countRatio(ratioOf(most, 1n), 0, "exact")).toBe(LARGEST_QUANTITY);
    expect(countRatio(ratioOf(most * 2n + 1n, 2n), 0, "down")).toBe(LARGEST_QUANTITY);
    expect(countRatio(ratioOf(most * 2n + 1n, 2n), 0, "up")).toBe("quantityOverflow");
    expect(countRatio(ratioOf(-most - 1n, 1n), 0, "exact")).toBe("quantityOverflow");
  });
});

describe("A count is written as the decimal that it stands for", () => {
  test.each([
    [12500, 3, "12.5"],
    [12000, 3, "12"],
    [5, 3, "0.005"],
    [-5, 3, "-0.005"],
    [-1200, 2, "-12"],
    [0, 9, "0"],
    [-0, 9, "0"],
    [-0, 0, "0"],
    [100, 0, "100"],
    [9007199254740991, 9, "9007199.254740991"],
    [1, 9, "0.000000001"],
  ])("%d with %i decimals as %s", (count, decimals, text) => {
    expect(formatQuantity(count, decimals)).toBe(text);
    expect(quantityToDecimal(count, decimals).toJSON()).toBe(text);
  });
});
