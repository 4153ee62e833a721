import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  addMoney,
  allocateMoney,
  compareMoney,
  exchangeMoney,
  money,
  roundMoney,
  scaleMoney,
  subtractMoney,
  sumMoney,
} from "../../src/index.js";
import { runs } from "../support/runs.js";

const cases = { numRuns: runs };
const exact = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n))
  .map(([num, den]) => `${num}/${den}`);
const amount = exact.map((text) => money("EUR", text));
const rounding = fc.record({
  decimals: fc.nat(4),
  mode: fc.constantFrom("halfUp" as const, "halfEven" as const),
});
const weights = fc
  .array(fc.nat(1000), { minLength: 1, maxLength: 9 })
  .filter((all) => all.some((weight) => weight > 0));

describe("Money is exact", () => {
  test.prop([amount, amount, amount], cases)(
    "in whatever order it is added, and what is taken off again leaves what was there",
    (a, b, c) => {
      expect(compareMoney(addMoney(addMoney(a, b), c), sumMoney("EUR", [c, a, b]))).toBe(0);
      expect(compareMoney(subtractMoney(addMoney(a, b), b), a)).toBe(0);
    },
  );

  test.prop(
    [amount, amount, fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 999 })],
    cases,
  )(
    "when it is exchanged: a sum is the sum of its parts, and by the inverse rate all comes back",
    (a, b, num, den) => {
      const rates = [
        { from: "EUR", to: "USD", rate: `${num}/${den}` },
        { from: "USD", to: "EUR", rate: `${den}/${num}` },
      ];
      const on = "2026-01-05";
      const dollars = (of: typeof a) => exchangeMoney(of, { to: "USD", rates, on });
      expect(compareMoney(dollars(addMoney(a, b)), addMoney(dollars(a), dollars(b)))).toBe(0);
      expect(compareMoney(exchangeMoney(dollars(a), { to: "EUR", rates, on }), a)).toBe(0);
    },
  );

  test.prop([amount, rounding], cases)(
    "until it is rounded: to whole units, at most half of one away, and once is enough",
    (a, stated) => {
      const rounded = roundMoney(a, stated);
      const units = rounded.amount.times(10 ** stated.decimals);
      expect(units.isInteger()).toBe(true);
      const twice = scaleMoney(subtractMoney(rounded, a), 2);
      const unit = money("EUR", `1/${10 ** stated.decimals}`);
      expect(compareMoney(twice, unit)).not.toBe(1);
      expect(compareMoney(scaleMoney(twice, -1), unit)).not.toBe(1);
      expect(compareMoney(roundMoney(rounded, stated), rounded)).toBe(0);
    },
  );

  test.prop([amount, weights, rounding], cases)(
    "when it is split: parts add up to the rounded whole, each less than a unit from its share",
    (a, shares, stated) => {
      const whole = roundMoney(a, stated);
      const parts = allocateMoney(a, shares, stated);
      expect(compareMoney(sumMoney("EUR", parts), whole)).toBe(0);
      const all = shares.reduce((sum, share) => sum + share, 0);
      const most = scaleMoney(money("EUR", `1/${10 ** stated.decimals}`), all);
      for (const [n, part] of parts.entries()) {
        // Held against a unit × all shares, so that nothing is divided.
        const off = subtractMoney(scaleMoney(part, all), scaleMoney(whole, shares[n]!));
        expect(compareMoney(off, most)).toBe(-1);
        expect(compareMoney(scaleMoney(off, -1), most)).toBe(-1);
      }
    },
  );
});
