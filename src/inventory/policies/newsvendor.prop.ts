import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import {
  baseStock,
  baseStockCost,
  type DiscreteDemand,
  newsvendor,
  newsvendorCost,
} from "../index.js";

const cost = fc.integer({ min: 1, max: 100 });
const costs = fc.record({ overageCost: cost, underageCost: cost });
const options = { numRuns: runs };

/** Demand of up to so many units by probabilities out of whole weights. */
function discrete(most: number): fc.Arbitrary<DiscreteDemand> {
  return fc
    .array(fc.nat({ max: 9 }), { minLength: 2, maxLength: most + 1 })
    .filter((weights) => weights.slice(1).some((weight) => weight > 0))
    .map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const probabilities = weights.map((weight, demand) => ({
        demand,
        probability: weight / total,
      }));
      return { distribution: "discrete", probabilities };
    });
}

/** The expected cost by the definition. */
function definition(
  { probabilities }: DiscreteDemand,
  level: number,
  over: number,
  under: number,
): number {
  return probabilities.reduce((sum, { demand, probability }) => {
    const left = level - demand;
    return sum + probability * (left > 0 ? over * left : -under * left);
  }, 0);
}

describe("The newsvendor", () => {
  test.prop([discrete(12), costs], options)(
    "of discrete demand buys the least quantity of all that cost least",
    (demand, { overageCost, underageCost }) => {
      const levels = Array.from({ length: 15 }, (_, level) =>
        definition(demand, level, overageCost, underageCost),
      );
      const least = Math.min(...levels);
      const found = newsvendor({ demand, overageCost, underageCost });
      const first = levels.findIndex((one) => one <= least + 1e-9);
      expect(found.orderQuantity).toBe(first);
      expect(found.cost).toBeCloseTo(least, 9);
    },
  );

  test.prop([fc.double({ min: 0.01, max: 200, noNaN: true }), costs], options)(
    "of Poisson demand buys what neither one unit more nor one less betters",
    (mean, prices) => {
      const demand = { distribution: "poisson", mean } as const;
      const { orderQuantity, cost: least } = newsvendor({ demand, ...prices });
      for (const other of [orderQuantity - 1, orderQuantity + 1]) {
        const there = newsvendorCost({ demand, ...prices, orderQuantity: other });
        expect(there.cost).toBeGreaterThanOrEqual(least * (1 - 1e-11));
      }
    },
  );

  test.prop([costs, fc.double({ min: -4, max: 4, noNaN: true })], options)(
    "of normal demand buys what no other quantity betters, at the critical ratio",
    (prices, step) => {
      const demand = { distribution: "normal", mean: 100, deviation: 20 } as const;
      const best = newsvendor({ demand, ...prices });
      expect(best.serviceLevel).toBeCloseTo(best.criticalRatio, 12);
      const orderQuantity = best.orderQuantity + 20 * step;
      const other = newsvendorCost({ demand, ...prices, orderQuantity });
      expect(other.cost).toBeGreaterThanOrEqual(best.cost * (1 - 1e-11));
      expect(other.expectedLeftover - other.expectedShortage).toBeCloseTo(orderQuantity - 100, 9);
    },
  );

  test("never buys less than nothing of a normal demand that reaches below 0", () => {
    const demand = { distribution: "normal", mean: 5, deviation: 20 } as const;
    const input = { demand, overageCost: 3, underageCost: 1 };
    const found = newsvendor(input);
    expect(found.orderQuantity).toBe(0);
    expect(found).toMatchObject(newsvendorCost({ ...input, orderQuantity: 0 }));
    expect(found.criticalRatio).toBe(0.25);
    const more = newsvendorCost({ ...input, orderQuantity: 0.01 });
    expect(more.cost).toBeGreaterThan(found.cost);
  });
});

describe("Base stock", () => {
  test("of a normal demand may lie below 0: then so much is owed on purpose", () => {
    const demand = { distribution: "normal", mean: 5, deviation: 20 } as const;
    const { baseStockLevel } = baseStock({ demand, holdingCost: 3, stockoutCost: 1 });
    expect(baseStockLevel.toFixed(2)).toBe("-8.49");
  });

  test.prop([discrete(5), costs, fc.nat({ max: 3 })], options)(
    "is the newsvendor's quantity for lead time and one period",
    (demand, { overageCost: holdingCost, underageCost: stockoutCost }, leadTime) => {
      // The demand of all periods, one after the other.
      let sum = new Map([[0, 1]]);
      for (let period = 0; period <= leadTime; period++) {
        const next = new Map<number, number>();
        for (const [before, chance] of sum) {
          for (const { demand: more, probability } of demand.probabilities) {
            next.set(before + more, (next.get(before + more) ?? 0) + chance * probability);
          }
        }
        sum = next;
      }
      const probabilities = [...sum].map(([total, probability]) => ({
        demand: total,
        probability,
      }));
      const input = { demand, leadTime, holdingCost, stockoutCost };
      const { baseStockLevel } = baseStock(input);
      const all: DiscreteDemand = { distribution: "discrete", probabilities };
      for (const level of [baseStockLevel - 1, baseStockLevel, baseStockLevel + 1]) {
        const found = baseStockCost({ ...input, baseStockLevel: level }).cost;
        expect(found).toBeCloseTo(definition(all, level, holdingCost, stockoutCost), 9);
      }
      const least = newsvendor({
        demand: all,
        overageCost: holdingCost,
        underageCost: stockoutCost,
      });
      expect(baseStockLevel).toBe(least.orderQuantity);
    },
  );

  test.prop([fc.double({ min: 0.1, max: 30, noNaN: true }), costs, fc.nat({ max: 5 })], options)(
    "of Poisson and of normal demand adds the periods up",
    (mean, { overageCost: holdingCost, underageCost: stockoutCost }, leadTime) => {
      const prices = { holdingCost, stockoutCost };
      const poisson = (of: number) => ({ distribution: "poisson", mean: of }) as const;
      const normal = (of: number, deviation: number) =>
        ({ distribution: "normal", mean: of, deviation }) as const;
      const periods = leadTime + 1;
      expect(baseStock({ demand: poisson(mean), leadTime, ...prices })).toEqual(
        baseStock({ demand: poisson(mean * periods), ...prices }),
      );
      expect(baseStock({ demand: normal(mean, 2), leadTime, ...prices })).toEqual(
        baseStock({ demand: normal(mean * periods, 2 * Math.sqrt(periods)), ...prices }),
      );
    },
  );
});
