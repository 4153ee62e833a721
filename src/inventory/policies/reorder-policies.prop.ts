import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import {
  cycleServiceReorderPolicy,
  type DiscreteDemand,
  economicReorderPolicy,
  expectedInventoryReorderPolicy,
  minMaxPolicy,
  minMaxPolicyCost,
  type PoissonDemand,
  poissonReorderPolicy,
  poissonReorderPolicyCost,
  reorderService,
  safetyStockByFillRate,
} from "../index.js";

const cost = fc.integer({ min: 1, max: 50 });
const costs = fc.record({ fixedCost: cost, holdingCost: cost, stockoutCost: cost });
type Costs = Record<"fixedCost" | "holdingCost" | "stockoutCost", number>;

/** Probabilities of Poisson demand, each from the one before, up to where they are nothing. */
function poisson(mean: number): number[] {
  const terms = [Math.exp(-mean)];
  for (let count = 1; count < mean + 12 * Math.sqrt(mean) + 30; count++) {
    terms.push((terms[count - 1]! * mean) / count);
  }
  return terms;
}

/** Expected holding and owing with so much less demand. */
function holdAndOwe(level: number, terms: readonly number[], { holdingCost, stockoutCost }: Costs) {
  return terms.reduce((sum, chance, demand) => {
    const left = level - demand;
    return sum + chance * (left > 0 ? holdingCost * left : -stockoutCost * left);
  }, 0);
}

describe("The exact (r,Q) policy", () => {
  const problem = fc.record({
    demandRate: fc.double({ min: 0.1, max: 6, noNaN: true }),
    leadTime: fc.double({ min: 0.001, max: 2, noNaN: true }),
  });

  test.prop([problem, costs], { numRuns: Math.ceil(runs / 4) })(
    "costs what the best of all small policies costs, to a billionth",
    (demand, prices) => {
      const input = { ...demand, ...prices };
      const best = poissonReorderPolicy(input);
      const terms = poisson(demand.demandRate * demand.leadTime);
      const from = -30;
      const levels = Array.from({ length: 90 }, (_, n) => holdAndOwe(from + n, terms, prices));
      let least = Number.POSITIVE_INFINITY;
      for (let r = from; r < from + 60; r++) {
        let sum = prices.fixedCost * demand.demandRate;
        for (let quantity = 1; r + quantity < from + 90; quantity++) {
          sum += levels[r + quantity - from]!;
          least = Math.min(least, sum / quantity);
          if (r === best.reorderPoint && quantity === best.orderQuantity) {
            expect(Math.abs(best.cost / (sum / quantity) - 1)).toBeLessThan(1e-9);
          }
        }
      }
      expect(best.orderQuantity).toBeLessThan(60);
      expect(Math.abs(best.cost / least - 1)).toBeLessThan(1e-9);
      const { reorderPoint, orderQuantity, ...achieved } = best;
      expect(poissonReorderPolicyCost({ ...input, reorderPoint, orderQuantity })).toEqual(achieved);
    },
  );
});

describe("The exact (s,S) policy", () => {
  const discrete: fc.Arbitrary<DiscreteDemand> = fc
    .array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 6 })
    .filter((weights) => weights.slice(1).some((weight) => weight > 0))
    .map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const probabilities = weights.map((weight, demand) => ({
        demand,
        probability: weight / total,
      }));
      return { distribution: "discrete", probabilities };
    });
  const poissonDemand: fc.Arbitrary<PoissonDemand> = fc
    .double({ min: 0.2, max: 5, noNaN: true })
    .map((mean) => ({ distribution: "poisson", mean }));

  test.prop([fc.oneof(discrete, poissonDemand), costs, fc.nat({ max: 2 })], {
    numRuns: Math.ceil(runs / 4),
  })(
    "costs what the best of all small policies costs, by the stationary positions, to a billionth",
    (demand, prices, leadTime) => {
      const input = { demand, leadTime, ...prices };
      const best = minMaxPolicy(input);
      const terms =
        demand.distribution === "poisson"
          ? poisson(demand.mean)
          : demand.probabilities.map(({ probability }) => probability);
      let over = [1];
      for (let period = 0; period <= leadTime; period++) over = sumOf(over, terms);
      const span = best.orderUpTo - best.reorderPoint + 4;
      const levels = new Map<number, number>();
      const at = (level: number) => {
        if (!levels.has(level)) levels.set(level, holdAndOwe(level, over, prices));
        return levels.get(level)!;
      };
      const occupations = Array.from({ length: span + 1 }, (_, n) => stationary(n, terms));
      let least = Number.POSITIVE_INFINITY;
      for (let S = best.orderUpTo - 6; S <= best.orderUpTo + 6; S++) {
        for (let n = 1; n <= span; n++) {
          const { share, orders } = occupations[n]!;
          const policy = share.reduce(
            (sum, chance, below) => sum + chance * at(S - below),
            prices.fixedCost * orders,
          );
          least = Math.min(least, policy);
          if (S === best.orderUpTo && S - n === best.reorderPoint) {
            expect(Math.abs(best.cost / policy - 1)).toBeLessThan(1e-9);
            expect(best.ordersPerPeriod).toBeCloseTo(orders, 9);
          }
        }
      }
      expect(Math.abs(best.cost / least - 1)).toBeLessThan(1e-9);
      const { reorderPoint, orderUpTo, ...achieved } = best;
      expect(minMaxPolicyCost({ ...input, reorderPoint, orderUpTo })).toEqual(achieved);
    },
  );

  /** The distribution of a sum. */
  function sumOf(a: readonly number[], b: readonly number[]): number[] {
    const sum = new Array<number>(a.length + b.length - 1).fill(0);
    for (const [i, p] of a.entries()) {
      for (const [j, q] of b.entries()) sum[i + j] = sum[i + j]! + p * q;
    }
    return sum;
  }

  /**
   * How often the position stands 0 … n − 1 below the level, and how often it is filled up: the
   * stationary distribution of the chain of positions, by elimination.
   */
  function stationary(n: number, terms: readonly number[]): { share: number[]; orders: number } {
    // Balance of each position but the first, and all of them together 1.
    const rows = Array.from({ length: n }, (_, to) =>
      Array.from({ length: n + 1 }, (_, from) => {
        if (to === 0) return 1;
        if (from === n) return 0;
        return (to >= from ? (terms[to - from] ?? 0) : 0) - (to === from ? 1 : 0);
      }),
    );
    for (let pivot = 0; pivot < n; pivot++) {
      const best = rows.findIndex((row, r) => r >= pivot && Math.abs(row[pivot]!) > 1e-12);
      [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
      const head = rows[pivot]!;
      for (const [r, row] of rows.entries()) {
        if (r === pivot) continue;
        const factor = row[pivot]! / head[pivot]!;
        for (let c = pivot; c <= n; c++) row[c] = row[c]! - factor * head[c]!;
      }
    }
    const share = rows.map((row, r) => row[n]! / row[r]!);
    let orders = 0;
    for (const [below, one] of share.entries()) {
      for (const [demand, chance] of terms.entries()) {
        if (below + demand >= n) orders += one * chance;
      }
    }
    return { share, orders };
  }
});

describe("The approximations of (r,Q)", () => {
  const normal = fc.record({
    demandRate: fc.double({ min: 100, max: 1000, noNaN: true }),
    fixedCost: fc.double({ min: 1, max: 100, noNaN: true }),
    holdingCost: fc.double({ min: 0.1, max: 10, noNaN: true }),
    leadTimeDemandMean: fc.double({ min: 1, max: 500, noNaN: true }),
    leadTimeDemandDeviation: fc.double({ min: 1, max: 100, noNaN: true }),
  });

  test.prop([normal, fc.double({ min: 60, max: 500, noNaN: true })], { numRuns: runs })(
    "expected inventory level: both conditions hold, and the cost is that of the formula",
    (input, stockoutCost) => {
      const { demandRate, fixedCost, holdingCost } = input;
      const found = expectedInventoryReorderPolicy({ ...input, stockoutCost });
      const { orderQuantity, reorderPoint, safetyStock } = found;
      const service = reorderService({
        leadTimeDemandMean: input.leadTimeDemandMean,
        leadTimeDemandDeviation: input.leadTimeDemandDeviation,
        reorderPoint,
        orderQuantity: 1e9, // so much that what waits is over long before the next order
      });
      const short = service.shortagePerCycle;
      const tail = (orderQuantity * holdingCost) / (stockoutCost * demandRate);
      expect(1 - service.cycleService).toBeCloseTo(tail, 9);
      const quantity = Math.sqrt(
        (2 * demandRate * (fixedCost + stockoutCost * short)) / holdingCost,
      );
      expect(Math.abs(orderQuantity / quantity - 1)).toBeLessThan(1e-9);
      const total =
        holdingCost * (safetyStock + orderQuantity / 2) +
        ((fixedCost + stockoutCost * short) * demandRate) / orderQuantity;
      expect(Math.abs(found.cost / total - 1)).toBeLessThan(1e-9);
    },
  );

  test.prop([normal, fc.double({ min: 0.01, max: 0.99, noNaN: true })], { numRuns: runs })(
    "a cycle service and the stockout cost that pays for it give the same policy",
    (input, serviceLevel) => {
      const byService = cycleServiceReorderPolicy({ ...input, serviceLevel });
      const stockoutCost = (input.holdingCost * serviceLevel) / (1 - serviceLevel);
      const byCost = economicReorderPolicy({ ...input, stockoutCost });
      expect(byCost.orderQuantity).toBe(byService.orderQuantity);
      const { leadTimeDemandDeviation } = input;
      const gap = (byCost.reorderPoint - byService.reorderPoint) / leadTimeDemandDeviation;
      expect(Math.abs(gap)).toBeLessThan(1e-9);
    },
  );

  test.prop(
    [
      fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
      fc.double({ min: 1, max: 1000, noNaN: true }),
    ],
    { numRuns: runs },
  )("a safety stock by fill rate gives that fill rate", (fillRate, orderQuantity) => {
    const demand = { leadTimeDemandMean: 300, leadTimeDemandDeviation: 60 };
    const { reorderPoint } = safetyStockByFillRate({ fillRate, orderQuantity, ...demand });
    const found = reorderService({ ...demand, reorderPoint, orderQuantity });
    expect(found.fillRate).toBeCloseTo(fillRate, 9);
    const simple = safetyStockByFillRate({
      fillRate,
      orderQuantity,
      ...demand,
      shortage: "simple",
    });
    expect(simple.reorderPoint).toBeGreaterThanOrEqual(reorderPoint - 1e-6);
  });
});
