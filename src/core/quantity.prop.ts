import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../test/support/runs.js";
import { Decimal } from "./decimal.js";
import {
  countQuantity,
  countRatio,
  formatQuantity,
  LARGEST_QUANTITY,
  quantityToDecimal,
} from "./quantity.js";
import { ratioOf } from "./ratio.js";

const decimals = fc.nat({ max: 9 });
const options = { numRuns: runs };

/** What a decimal counts, worked out by decimal.js. */
function expected(text: string, precision: number): number | string {
  const count = new Decimal(text).times(`1e${precision}`);
  if (!count.isInteger()) return "tooFine";
  return count.abs().lte(LARGEST_QUANTITY) ? count.toNumber() + 0 : "quantityOverflow";
}

/** A decimal as text: any digits with the point at any place. */
const decimalText = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat({ max: 15 }), fc.boolean())
  .map(([digits, places, minus]) => {
    const padded = `${digits}`.padStart(places + 1, "0");
    const point = padded.length - places;
    const text = places === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
    return minus ? `-${text}` : text;
  });

describe("Quantities", () => {
  test.prop([decimalText, decimals], { numRuns: 5 * runs })(
    "written as text count what decimal.js says",
    (text, precision) => {
      expect(countQuantity(text, precision)).toBe(expected(text, precision));
    },
  );

  test.prop(
    [
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
        decimalText.map(Number),
        fc.integer().map((n) => n / 1000),
      ),
      decimals,
    ],
    { numRuns: 5 * runs },
  )("given as numbers count as the decimal that is written", (value, precision) => {
    expect(countQuantity(value, precision)).toBe(expected(`${value}`, precision));
  });

  test.prop([fc.maxSafeInteger(), decimals], options)(
    "are read back from their text, which has no exponent and no trailing zero",
    (count, precision) => {
      const text = formatQuantity(count, precision);
      expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
      expect(countQuantity(text, precision)).toBe(count + 0);
      expect(quantityToDecimal(count, precision).times(`1e${precision}`).toNumber()).toBe(
        count + 0,
      );
    },
  );

  test.prop(
    [
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 10n ** 6n }),
      fc.nat({ max: 3 }),
    ],
    options,
  )("of a ratio are rounded as their name says", (num, den, precision) => {
    const ratio = ratioOf(num, den);
    const exact = num * 10n ** BigInt(precision);
    const down = BigInt(countRatio(ratio, precision, "down") as number);
    const rest = exact - down * den;
    expect(rest).toSatisfy((r: bigint) => r >= 0n && r < den);
    const up = rest === 0n ? down : down + 1n;
    expect(countRatio(ratio, precision, "up")).toBe(Number(up));
    expect(countRatio(ratio, precision, "halfUp")).toBe(Number(2n * rest >= den ? up : down));
    expect(countRatio(ratio, precision, "exact")).toBe(rest === 0n ? Number(down) : "tooFine");
  });
});
