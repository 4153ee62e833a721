import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { plainProgramme } from "../../../test/support/lot-sizing/plain-programme.js";
import { runs } from "../../../test/support/runs.js";
import {
  cheapestOrders,
  cheapestOrdersWide,
  isExact,
  type OrderProblem,
} from "./cheapest-orders.js";

const amount = (most: number) => fc.oneof(fc.constant(0), fc.nat({ max: most }));

/** Problems whose prices fall, rise or do as they like, in figures small enough for many ties or large. */
const problem: fc.Arbitrary<OrderProblem<number>> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(6, 1000, 1e6), fc.constantFrom(0, 1, -1))
  .chain(([periods, most, slope]) => {
    const each = (least: number) =>
      fc.array(amount(least), { minLength: periods, maxLength: periods });
    return fc
      .record({ needs: each(most), setups: each(4 * most), prices: each(Math.min(most, 40)) })
      .map(({ needs, setups, prices }) => ({
        needs,
        setups,
        prices: prices.map((price, n) => price + 3 * (slope > 0 ? n : -slope * (periods - n))),
      }));
  });

const wide = ({ needs, setups, prices }: OrderProblem<number>): OrderProblem<bigint> => ({
  needs: needs.map(BigInt),
  setups: setups.map(BigInt),
  prices: prices.map(BigInt),
});

describe("The cheapest orders", () => {
  test.prop([problem], { numRuns: 5 * runs })(
    "are those of the plain programme in O(n²), ties and all",
    (given) => {
      expect(cheapestOrders(given)).toEqual(plainProgramme(given));
    },
  );

  test.prop([problem, fc.bigInt({ min: 1n, max: 10n ** 30n })], { numRuns: 2 * runs })(
    "are the same in bigints, and in any smaller part of the money",
    (given, parts) => {
      const orders = cheapestOrders(given);
      const { needs, setups, prices } = wide(given);
      expect(cheapestOrdersWide({ needs, setups, prices })).toEqual(orders);
      const finer = (amounts: readonly bigint[]) => amounts.map((one) => one * parts);
      expect(cheapestOrdersWide({ needs, setups: finer(setups), prices: finer(prices) })).toEqual(
        orders,
      );
    },
  );

  test("are exact in numbers as long as no figure on the way leaves 2^53", () => {
    expect(isExact(2 ** 20, 2 ** 52, 2 ** 31)).toBe(false);
    expect(isExact(2 ** 20, 2 ** 51, 2 ** 31)).toBe(true);
  });
});
