import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { ratioOf } from "../../core/index.js";
import { economicLot } from "./economic-order-quantity.js";

const amount = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([num, den]) => ratioOf(num, den));

describe("The economic lot", () => {
  test.prop([amount, amount, amount], { numRuns: 5 * runs })(
    "is the least whole number whose square times the holding cost is not below 2 × setup × demand",
    (setup, holding, demand) => {
      const lot = economicLot({ setup, holding, demand });
      const isEnough = (q: bigint): boolean =>
        q * q * holding.num * setup.den * demand.den >= 2n * setup.num * demand.num * holding.den;
      expect([isEnough(lot), isEnough(lot - 1n)]).toEqual([true, false]);
    },
  );
});
