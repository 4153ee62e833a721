import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { codePoint } from "../../test/support/code-point.js";
import { runs } from "../../test/support/runs.js";
import { parseRatio, type Ratio } from "../core/index.js";
import { splitByShares } from "./share-split.js";

const share = fc.oneof(fc.nat({ max: 100 }), fc.constantFrom("0.1", "33.3", "1/3", "1/7"));
const shares = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 2, unit: codePoint }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((ids) =>
    fc.array(share, { minLength: ids.length, maxLength: ids.length }).map((drawn) => {
      const entries = ids.map((id, n) => [id, drawn[n]!] as const);
      return new Map<string, number | string>(entries);
    }),
  )
  .filter((map) => [...map.values()].some((one) => one !== 0));
const decimals = fc.nat({ max: 4 });
const whole = fc.nat({ max: 100_000 });

const exact = (value: number | string): Ratio => parseRatio(value)!;
/** A figure as a whole number of 1 ÷ (any denominator that can come up here × 10^decimals). */
const FINE = 10n ** 6n * 21n;
const fine = (value: number | string): bigint => (exact(value).num * FINE) / exact(value).den;

describe("A split by shares (D5)", () => {
  test.prop([whole, shares, decimals], { numRuns: runs })(
    "adds up to the whole, each part less than one 10^-decimals from its share",
    (count, given, places) => {
      const total = `${count}/${10 ** places}`;
      const parts = splitByShares(total, given, { decimals: places });
      expect([...parts.keys()]).toEqual([...given.keys()].sort());
      const sum = [...parts.values()].reduce((all, { ratio }) => all + fine(ratio), 0n);
      expect(sum).toBe(fine(total));
      const weight = [...given.values()].reduce((all, one) => all + fine(one), 0n);
      for (const [id, { ratio }] of parts) {
        const distance = fine(ratio) * weight - fine(total) * fine(given.get(id)!);
        const most = (FINE / 10n ** BigInt(places)) * weight;
        expect(distance < most && -distance < most).toBe(true);
      }
    },
  );

  test.prop([whole, shares, fc.nat()], { numRuns: runs })(
    "does not depend on the order of the shares, nor on how they are scaled",
    (count, given, turn) => {
      const entries = [...given];
      const turned = entries.map((_, n) => entries[(n + turn) % entries.length]!);
      const scaled = entries.map(([id, one]) => {
        const { num, den } = exact(one);
        return [id, `${num * 3n}/${den * 7n}`] as const;
      });
      expect(splitByShares(count, new Map(turned))).toEqual(splitByShares(count, given));
      expect(splitByShares(count, new Map(scaled))).toEqual(splitByShares(count, given));
    },
  );
});
