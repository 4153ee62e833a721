import { Decimal as SharedDecimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { Decimal } from "./decimal.js";

describe("The face of a number", () => {
  test("never shows an exponent in a text of up to 40 digits", () => {
    for (let digits = 1; digits <= 40; digits++) {
      const nines = "9".repeat(digits);
      const small = `0.${"0".repeat(digits - 1)}1`;
      expect(`${new Decimal(nines)}`).toBe(nines);
      expect(JSON.stringify(new Decimal(nines).neg())).toBe(`"-${nines}"`);
      if (digits < 40) expect(new Decimal(small).toString()).toBe(small);
    }
  });

  test("works with 60 digits, rounded half up", () => {
    expect(new Decimal(1).div(3).toFixed()).toBe(`0.${"3".repeat(60)}`);
    expect(new Decimal(2).div(3).toFixed()).toBe(`0.${"6".repeat(59)}7`);
    expect(new Decimal("0.5").round().toFixed()).toBe("1");
  });

  test("is not changed by the settings of a host, and does not change them", () => {
    const before = SharedDecimal.precision;
    try {
      SharedDecimal.set({ precision: 3, toExpPos: 2, rounding: SharedDecimal.ROUND_DOWN });
      expect(new Decimal("1234.5").times("1.0001").toString()).toBe("1234.62345");
      expect(`${new SharedDecimal("1234.5")}`).toBe("1.2345e+3");
    } finally {
      SharedDecimal.set({ defaults: true });
    }
    expect(SharedDecimal.precision).toBe(before);
    expect(before).toBe(20); // its default: importing the library has not touched it
  });
});
