import { describe, expect, test } from "vitest";
import {
  coverageProfile,
  daysOfSupply,
  leadTimeDemand,
  safetyStockByCycleService,
  safetyStockByDays,
  safetyStockByFillRate,
  safetyStockFromForecastErrors,
} from "../index.js";

describe("The demand of the lead time", () => {
  test("varies with the demand, with the lead time, or with both", () => {
    expect(leadTimeDemand({ demandMean: 9, demandDeviation: 2, leadTimeMean: 4 })).toEqual({
      leadTimeDemandMean: 36,
      leadTimeDemandDeviation: 4,
    });
    expect(leadTimeDemand({ demandMean: 9, leadTimeMean: 4, leadTimeDeviation: 2 })).toEqual({
      leadTimeDemandMean: 36,
      leadTimeDemandDeviation: 18,
    });
    const both = leadTimeDemand({
      demandMean: 3,
      demandDeviation: 4,
      leadTimeMean: 4,
      leadTimeDeviation: 5,
    });
    expect(both.leadTimeDemandDeviation).toBe(17);
  });

  test("may be given whole or in parts, never both", () => {
    const parts = { demandMean: 9, demandDeviation: 2, leadTimeMean: 4 };
    const whole = { leadTimeDemandMean: 36, leadTimeDemandDeviation: 4 };
    const target = { cycleService: 0.9 };
    expect(safetyStockByCycleService({ ...target, ...parts })).toEqual(
      safetyStockByCycleService({ ...target, ...whole }),
    );
    for (const wrong of [
      { ...parts, ...whole },
      {},
      { demandMean: 9 },
      { leadTimeDemandMean: 3 },
    ]) {
      expect(() => safetyStockByCycleService({ ...target, ...wrong } as never)).toThrow(
        "Give either leadTimeDemandMean and leadTimeDemandDeviation",
      );
    }
  });
});

describe("Safety stock", () => {
  const demand = { leadTimeDemandMean: 100, leadTimeDemandDeviation: 25 };

  test("by cycle service is z deviations; one half asks for none, less for less than none", () => {
    const of = (cycleService: number) => safetyStockByCycleService({ cycleService, ...demand });
    expect(of(0.5).safetyStock).toBe(0);
    expect(of(0.9772498680518208).safetyStock).toBeCloseTo(50, 9);
    expect(of(0.1).safetyStock).toBeCloseTo(-of(0.9).safetyStock, 9);
    expect(() => safetyStockByCycleService({ ...demand })).toThrow(
      "Give either cycleService or safetyFactor.",
    );
  });

  // Nahmias, Harvey's Specialty Shop: L(z) = (1 − β) Q / σ = 0.08, z = 1.02.
  test("by fill rate in the simple way is that of the loss function's table", () => {
    const input = { fillRate: 0.98, orderQuantity: 100, ...demand };
    const found = safetyStockByFillRate({ ...input, shortage: "simple" });
    expect(found.safetyFactor).toBeCloseTo(1.02, 2);
  });

  test("of what never varies is none", () => {
    const steady = { demandMean: 10, leadTimeMean: 3 };
    expect(safetyStockByCycleService({ cycleService: 0.99, ...steady })).toMatchObject({
      safetyStock: 0,
      cycleService: 1,
      reorderPoint: 30,
    });
    expect(safetyStockByFillRate({ fillRate: 0.99, orderQuantity: 5, ...steady })).toMatchObject({
      safetyStock: 0,
      reorderPoint: 30,
    });
  });

  test("by forecast errors takes 1.25 MAD for a deviation, over the root of the lead time", () => {
    const found = safetyStockFromForecastErrors({
      meanAbsoluteDeviation: 40,
      leadTime: 9,
      safetyFactor: 2,
    });
    expect(found).toEqual({
      safetyStock: 300,
      safetyFactor: 2,
      meanAbsoluteDeviation: 40,
      leadTimeDeviation: 150,
      bias: null,
      trackingSignal: null,
    });
    const biased = safetyStockFromForecastErrors({ errors: [5, 5, 5, 5], cycleService: 0.9 });
    expect([biased.bias, biased.trackingSignal]).toEqual([5, 4]);
    const perfect = safetyStockFromForecastErrors({ errors: [0, 0], cycleService: 0.9 });
    expect([perfect.safetyStock, perfect.bias, perfect.trackingSignal]).toEqual([0, 0, 0]);
  });

  test("by days is days times mean demand", () => {
    expect(safetyStockByDays({ demandMean: 12.5, days: 4 })).toEqual({ safetyStock: 50 });
  });
});

describe("A coverage profile", () => {
  test("is what the following periods need, in part too, and beyond the series the mean", () => {
    const demand = [10, 20, 30, 40];
    const of = (coverage: number | number[], demandBeyond?: number) =>
      coverageProfile({ demand, coverage, demandBeyond }).map((row) => row.safetyStock);
    expect(of(0)).toEqual([0, 0, 0, 0]);
    expect(of(1)).toEqual([20, 30, 40, 25]);
    expect(of(2)).toEqual([50, 70, 65, 50]);
    expect(of(0.5)).toEqual([10, 15, 20, 12.5]);
    expect(of([1, 0, 2, 10], 3)).toEqual([20, 0, 43, 30]);
    expect(() => of([1, 2])).toThrow("The coverage has 2 periods and the demand 4.");
  });

  test("is exact in the decimals that are written", () => {
    for (let a = 0; a <= 28; a++) {
      for (let b = 0; b <= 28; b++) {
        const demand = [0.1, a / 10, b / 10];
        expect(coverageProfile({ demand, coverage: [2, 1, 0.1], demandBeyond: 0.2 })).toEqual([
          { coverage: 2, safetyStock: (a + b) / 10 },
          { coverage: 1, safetyStock: b / 10 },
          { coverage: 0.1, safetyStock: 0.02 },
        ]);
      }
    }
  });

  test("is the question whose answer is days of supply", () => {
    const demand = [7, 0, 12, 3, 9, 1];
    for (const coverage of [0.5, 1.75, 3, 4.25, 9]) {
      const [row] = coverageProfile({ demand: [0, ...demand], coverage, demandBeyond: 5 });
      const onHand = row?.safetyStock ?? 0;
      const { periods } = daysOfSupply({ onHand, demand, demandBeyond: 5 });
      // Over a period without demand the stock lasts longer than was asked.
      expect(periods ?? 0).toBeGreaterThanOrEqual(coverage - 1e-12);
      const [again] = coverageProfile({
        demand: [0, ...demand],
        coverage: periods ?? 0,
        demandBeyond: 5,
      });
      expect(again?.safetyStock).toBeCloseTo(onHand, 12);
    }
  });
});

describe("Days of supply", () => {
  test("counts periods, the last in part", () => {
    expect(daysOfSupply({ onHand: 0, demand: [10] })).toEqual({ periods: 0, left: 0 });
    expect(daysOfSupply({ onHand: 25, demand: [10, 20] })).toEqual({ periods: 1.75, left: 0 });
    expect(daysOfSupply({ onHand: 50, demand: [10, 20], demandBeyond: 5 })).toEqual({
      periods: 6,
      left: 20,
    });
    expect(daysOfSupply({ onHand: 5, demand: [0, 0] })).toEqual({ periods: null, left: 5 });
  });

  test("are exact in the decimals that are written", () => {
    for (let a = 1; a <= 28; a++) {
      for (let b = 1; b <= 28; b++) {
        const demand = [a / 10, b / 10];
        expect(daysOfSupply({ onHand: (a + b) / 10, demand })).toEqual({ periods: 2, left: 0 });
        const input = { onHand: (a + b + 1) / 10, demand, demandBeyond: 0.3 };
        expect(daysOfSupply(input)).toEqual({ periods: 7 / 3, left: 0.1 });
      }
    }
  });
});

describe("Demand that is known", () => {
  test("is never short", () => {
    const known = { leadTimeDemandMean: 100, leadTimeDemandDeviation: 0 };
    expect(safetyStockByFillRate({ fillRate: 0.9, orderQuantity: 100, ...known })).toMatchObject({
      safetyStock: 0,
      reorderPoint: 100,
      cycleService: 1,
    });
  });
});
