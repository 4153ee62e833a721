import { describe, expect, test } from "vitest";
import { exactDecimal, readDecimal } from "./decimal-text.js";

describe("Decimals as they are written", () => {
  test("are read from numbers and texts alike, 0.1 as one tenth", () => {
    expect(readDecimal(0.1)).toEqual({ digits: 1n, decimals: 1 });
    expect(readDecimal("-0.10")).toEqual({ digits: -10n, decimals: 2 });
    expect(readDecimal(1e21)).toEqual({ digits: 1n, decimals: -21 });
    expect(["1e3", "1/3", "", " 1", Number.NaN, null].map(readDecimal)).toEqual(
      Array(6).fill(undefined),
    );
  });

  test("have a face without rounding, however long they are", () => {
    const text = `${"9".repeat(49)}.${"123456789".repeat(5)}`;
    expect(exactDecimal(readDecimal(text)!).toFixed()).toBe(text);
    expect(exactDecimal({ digits: 12n, decimals: -2 }).toFixed()).toBe("1200");
    expect(exactDecimal({ digits: -5n, decimals: 3 }).toFixed()).toBe("-0.005");
  });
});
