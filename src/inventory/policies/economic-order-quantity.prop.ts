import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import {
  economicOrderQuantity,
  economicOrderQuantityCost,
  economicOrderQuantitySensitivity,
  economicOrderQuantityWithBackorders,
  economicProductionQuantity,
} from "../index.js";

/** A figure of any size between a millionth and a million. */
const figure = fc.double({ min: -6, max: 6, noNaN: true }).map((power) => 10 ** power);
const problem = fc.record({ fixedCost: figure, holdingCost: figure, demandRate: figure });
const options = { numRuns: runs };
const close = (found: number, wanted: number) =>
  expect(Math.abs(found / wanted - 1)).toBeLessThan(1e-9);

describe("The economic order quantity", () => {
  test.prop([problem, figure], options)("no other quantity costs less", (input, factor) => {
    const { orderQuantity, cost } = economicOrderQuantity(input);
    const other = economicOrderQuantityCost({ ...input, orderQuantity: orderQuantity * factor });
    expect(other.cost).toBeGreaterThanOrEqual(cost * (1 - 1e-9));
    close(economicOrderQuantityCost({ ...input, orderQuantity }).cost, cost);
  });

  test.prop([problem], options)("ordering costs as much as holding", (input) => {
    const { orderQuantity } = economicOrderQuantity(input);
    const { orderingCost, holdingCost } = economicOrderQuantityCost({ ...input, orderQuantity });
    close(orderingCost, holdingCost);
  });

  test.prop([problem, problem], options)(
    "wrong estimates cost what the sensitivity says",
    (truth, estimate) => {
      const { orderQuantity } = economicOrderQuantity(estimate);
      const said = economicOrderQuantitySensitivity({
        fixedCost: estimate.fixedCost / truth.fixedCost,
        holdingCost: estimate.holdingCost / truth.holdingCost,
        demandRate: estimate.demandRate / truth.demandRate,
      });
      close(orderQuantity / economicOrderQuantity(truth).orderQuantity, said.quantityRatio);
      close(economicOrderQuantityCost({ ...truth, orderQuantity }).costRatio, said.costRatio);
    },
  );

  test.prop([problem], options)(
    "is where stockouts are dear, or production is fast, the same without them",
    (input) => {
      const { orderQuantity, cost } = economicOrderQuantity(input);
      const dear = { ...input, stockoutCost: input.holdingCost * 1e12 };
      close(economicOrderQuantityWithBackorders(dear).orderQuantity, orderQuantity);
      const fast = { ...input, productionRate: input.demandRate * 1e12 };
      close(economicProductionQuantity(fast).cost, cost);
    },
  );
});

describe("With backorders", () => {
  test.prop([problem, figure, figure, fc.double({ min: 0.01, max: 0.99, noNaN: true })], options)(
    "no other quantity and no other share that waits cost less",
    (input, stockoutCost, factor, share) => {
      const best = economicOrderQuantityWithBackorders({ ...input, stockoutCost });
      const quantity = best.orderQuantity * factor;
      const cost =
        (input.fixedCost * input.demandRate) / quantity +
        (input.holdingCost * quantity * (1 - share) ** 2) / 2 +
        (stockoutCost * quantity * share ** 2) / 2;
      expect(cost).toBeGreaterThanOrEqual(best.cost * (1 - 1e-9));
      close(best.maxInventory + best.maxBackorders, best.orderQuantity);
    },
  );
});

describe("The economic production quantity", () => {
  test.prop([problem, fc.double({ min: 1.001, max: 100, noNaN: true }), figure], options)(
    "no other lot costs less",
    (input, speed, factor) => {
      const productionRate = input.demandRate * speed;
      const best = economicProductionQuantity({ ...input, productionRate });
      const lot = best.orderQuantity * factor;
      const peak = lot * (1 - input.demandRate / productionRate);
      const cost = (input.fixedCost * input.demandRate) / lot + (input.holdingCost * peak) / 2;
      expect(cost).toBeGreaterThanOrEqual(best.cost * (1 - 1e-9));
    },
  );
});
