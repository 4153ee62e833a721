import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../test/support/runs.js";
import { ceilProduct, floorProduct, LARGEST_PRODUCT } from "./exact-product.js";

const LARGEST = 2 ** 53;

/** Whole numbers of every size up to 2^53, many of them beside a power of two. */
const whole = (least: number): fc.Arbitrary<number> =>
  fc
    .oneof(
      fc.maxSafeNat(),
      fc.nat({ max: 1000 }),
      fc.tuple(fc.nat({ max: 53 }), fc.integer({ min: -3, max: 3 })).map(([k, d]) => 2 ** k + d),
      fc.tuple(fc.nat({ max: 53 }), fc.maxSafeNat()).map(([k, n]) => n % 2 ** k),
    )
    .map((n) => Math.min(Math.max(n, least), LARGEST));

/** The number whose product with a leaves 1 when divided by m; undefined when there is none. */
function inverse(a: bigint, m: bigint): bigint | undefined {
  let [rest, next, factor, following] = [m, a % m, 0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, following] = [following, factor - quotient * following];
  }
  return rest === 1n ? ((factor % m) + m) % m : undefined;
}

/** Factors whose product lies on a multiple of the denominator or one beside it. */
const beside = fc
  .tuple(whole(1), whole(1), fc.integer({ min: -2, max: 2 }), fc.maxSafeNat())
  .map(([quantity, den, distance, round]) => {
    const divisor = BigInt(den);
    const back = inverse(BigInt(quantity), divisor) ?? 1n;
    const num = (((back * BigInt(distance)) % divisor) + divisor) % divisor;
    const rounds = (BigInt(LARGEST) - num) / divisor + 1n;
    return [quantity, Number(num + (BigInt(round) % rounds) * divisor), den] as const;
  });

/** Exact, or `Infinity` for what lies above the largest product. */
function isRight(found: number, exact: bigint): boolean {
  return found === Number.POSITIVE_INFINITY
    ? exact > BigInt(LARGEST_PRODUCT)
    : BigInt(found) === exact;
}

describe("Exact products without BigInt", () => {
  const cases = fc.oneof(fc.tuple(whole(0), whole(0), whole(1)), beside);

  test.prop([cases], { numRuns: 20 * runs })(
    "floor(quantity × num / den) is what BigInt says, for numbers up to 2^53 and results up to 2^52",
    ([quantity, num, den]) => {
      const exact = (BigInt(quantity) * BigInt(num)) / BigInt(den);
      expect(floorProduct(quantity, num, den)).toSatisfy((found) => isRight(found, exact));
    },
  );

  test.prop([cases], { numRuns: 20 * runs })(
    "ceil(quantity × num / den) is what BigInt says, for numbers up to 2^53 and results up to 2^52",
    ([quantity, num, den]) => {
      const divisor = BigInt(den);
      const exact = (BigInt(quantity) * BigInt(num) + divisor - 1n) / divisor;
      expect(ceilProduct(quantity, num, den)).toSatisfy((found) => isRight(found, exact));
    },
  );
});
