import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { floorDivide } from "../../core/index.js";
import { startQuantityFor } from "./start-quantity-for.js";

const ratio = fc.record({
  num: fc.bigInt({ min: 1n, max: 9n }),
  den: fc.bigInt({ min: 1n, max: 9n }),
});

describe("The start quantity that brings so much of a co-product", () => {
  test.prop([fc.array(ratio, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 40 })])(
    "is the least whose rows, each rounded down, add up to it",
    (ratios, quantity) => {
      const brought = (start: bigint): bigint =>
        ratios.reduce((sum, { num, den }) => sum + floorDivide(start * num, den), 0n);
      const start = startQuantityFor(ratios, quantity);
      expect(brought(start) >= BigInt(quantity)).toBe(true);
      expect(brought(start - 1n) < BigInt(quantity)).toBe(true);
    },
  );
});
