import { describe, expect, test } from "vitest";
import { ceilProduct, floorProduct, LARGEST_PRODUCT } from "./exact-product.js";

const TOP = 2 ** 53;

describe("A quantity times a ratio, rounded", () => {
  test("is what one works out by hand", () => {
    expect(ceilProduct(10, 1, 3)).toBe(4);
    expect(floorProduct(10, 1, 3)).toBe(3);
    expect(ceilProduct(9, 1, 3)).toBe(3);
    expect(floorProduct(9, 1, 3)).toBe(3);
  });

  test("is 0 for the quantity 0 and for the ratio 0", () => {
    expect([ceilProduct(0, 7, 3), floorProduct(0, TOP, 1)]).toEqual([0, 0]);
    expect([ceilProduct(7, 0, 3), floorProduct(TOP, 0, TOP)]).toEqual([0, 0]);
  });

  test("is right where plain doubles are one below", () => {
    const [pounds, num, den] = [1125899906842635, 45359237, 100000000]; // to kilograms
    expect(Math.ceil((pounds * num) / den)).toBe(510699607127530);
    expect(ceilProduct(pounds, num, den)).toBe(510699607127531);
    expect(floorProduct(pounds, num, den)).toBe(510699607127530);
  });

  test("is exact up to 2^52 with a ratio of the widest numbers", () => {
    expect(LARGEST_PRODUCT).toBe(2 ** 52);
    expect(floorProduct(LARGEST_PRODUCT, TOP - 1, TOP - 1)).toBe(LARGEST_PRODUCT);
    expect(ceilProduct(LARGEST_PRODUCT, TOP, TOP)).toBe(LARGEST_PRODUCT);
    // The quotient of doubles is 2^52 + 1 here.
    expect(floorProduct(LARGEST_PRODUCT, 5629499534213113, 5629499534213112)).toBe(LARGEST_PRODUCT);
    expect(ceilProduct(TOP, TOP, TOP)).toBe(Number.POSITIVE_INFINITY);
    expect(floorProduct(TOP, TOP, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
